import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { can } from "@server/auth/permissions";
import { resourceIndicators } from "@server/compliance/contract";
import { assuranceItems, qualityItems } from "@server/compliance/items-contract";
import { today } from "@server/kernel/dates";
import { type SchoolGridRow, schoolGridQuerySchema } from "@server/statistics/contract";
import type { TFunction } from "i18next";
import { itemPath } from "~/features/compliance/items";
import { navigationFor } from "~/features/shell/navigation";
import { unwrap } from "~/features/shell/respond";
import { translatorFor } from "~/i18n/instance";

/** Most lines of one kind; the rest is counted. */
const shown = 12;

export interface Found {
  readonly name: string;
  readonly note: string;
  readonly to: string;
  /** Where the judgement of it stands, null where that is the page itself. */
  readonly judged: string | null;
}

export interface FoundGroup {
  readonly kind: "pages" | "schools" | "counties" | "indicators" | "scenarios";
  readonly total: number;
  readonly found: readonly Found[];
}

interface Question {
  readonly context: AppLoadContext;
  readonly actor: Actor;
  readonly t: TFunction;
  /** Lower case, trimmed, not empty. */
  readonly text: string;
}

const group = (kind: FoundGroup["kind"], found: readonly Found[]): FoundGroup => ({
  kind,
  total: found.length,
  found: found.slice(0, shown),
});
const holds = (text: string, ...words: readonly string[]): boolean => words.some((word) => word.toLowerCase().includes(text));

const pages = ({ actor, t, text }: Question): FoundGroup =>
  group(
    "pages",
    navigationFor(actor.orgKind, (permission) => can(actor, permission)).flatMap(({ label, items }) =>
      items
        .map(({ to, label: name }) => ({ name: t(name), note: label === null ? "" : t(label), to, judged: null }))
        .filter(({ name }) => holds(text, name)),
    ),
  );

const stageOf = (type: SchoolGridRow["type"]): string =>
  type === "primary" || type === "teaching_point" || type === "nine_year" ? "primary" : "junior";

const schools = async ({ context, actor, t, text }: Question): Promise<FoundGroup> => {
  const { statistics } = context.services;
  const dataset = unwrap(await statistics.current(actor, null));
  if (dataset === null) return group("schools", []);
  const { rows, total } = unwrap(await statistics.grid(actor, dataset.id, schoolGridQuerySchema.parse({ search: text, limit: shown })));
  const found = rows.map(({ code, name, type, township }) => ({
    name,
    note: [code, t(`rules:school_type.${type}`), township].filter((part) => part !== "").join(" · "),
    to: `/data/schools/${encodeURIComponent(code)}`,
    judged: `/assessment/schools?stage=${stageOf(type)}&search=${encodeURIComponent(name)}`,
  }));
  return { kind: "schools", total, found };
};

const indicators = ({ t, text }: Question): FoundGroup =>
  group(
    "indicators",
    [
      ...resourceIndicators.map((id) => ({
        id,
        name: t(`rules:indicator.${id}.name`),
        short: t(`rules:indicator.${id}.short`),
        to: `/assessment/schools?sort=${id}`,
      })),
      ...[...assuranceItems, ...qualityItems, "X1" as const].map((id) => ({
        id,
        name: t(`clauses:${id}.name`),
        short: t(`clauses:${id}.short`),
        to: itemPath(id),
      })),
    ]
      .filter(({ id, name, short }) => holds(text, id, name, short))
      .map(({ id, name, short, to }) => ({ name: short, note: `${id} · ${name}`, to, judged: null })),
  );

const scenarios = async ({ context, actor, t, text }: Question): Promise<FoundGroup> =>
  group(
    "scenarios",
    unwrap(await context.services.planning.list(actor))
      .filter(({ name }) => holds(text, name))
      .map(({ id, name, baseYear, leverCount }) => ({
        name,
        note: t("search:scenario", { year: baseYear, count: leverCount }),
        to: `/planning/scenarios/${id}`,
        judged: null,
      })),
  );

const counties = async ({ context, actor, text }: Question): Promise<FoundGroup> => {
  const queue = await context.services.review.queue(actor, null, today(new Date()));
  if (!queue.ok && queue.error.code === "nothing_published") return group("counties", []);
  const { reviews, statisticsYear } = unwrap(queue);
  return group(
    "counties",
    reviews
      .filter(({ county: { code, name, cityName } }) => holds(text, code, name, cityName ?? ""))
      .map(({ county: { id, code, name, cityName } }) => ({
        name,
        note: [code, ...(cityName === null ? [] : [cityName])].join(" · "),
        to: `/review/${id}?year=${statisticsYear}`,
        judged: null,
      })),
  );
};

/** What the reader may open and whose name holds the words: pages, schools, counties below, indicators, scenarios. Kinds of which nothing was found are left out. */
export const foundFor = async (context: AppLoadContext, actor: Actor, text: string): Promise<readonly FoundGroup[]> => {
  if (text === "") return [];
  const question: Question = { context, actor, t: translatorFor(context.locale).t, text: text.toLowerCase() };
  const isCounty = actor.orgKind === "county";
  const groups = await Promise.all([
    isCounty && can(actor, "data.read") ? schools(question) : null,
    !isCounty && can(actor, "review.read") ? counties(question) : null,
    isCounty && can(actor, "data.read") ? indicators(question) : null,
    can(actor, "scenario.read") ? scenarios(question) : null,
    pages(question),
  ]);
  return groups.flatMap((one) => (one === null || one.total === 0 ? [] : [one]));
};
