import type { Verdict } from "@server/compliance/contract";
import type { Lever, LeverType, ScenarioDocument, ScenarioSchool } from "@server/planning/contract";
import { schoolsOf } from "../lever-figures";
import { costByLever } from "../money";
import type { SectionOutcome, SimulationAnswer } from "../simulation-protocol";

export interface Badge {
  readonly leverId: string;
  readonly type: LeverType;
  readonly priceWan: number;
}

/** One school as the canvas and its table draw it for the chosen year. */
export interface SchoolCard {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  /** The worse of its sections; null when the year does not count it. */
  readonly verdict: Verdict | null;
  readonly before: Verdict | null;
  readonly pupils: number | null;
  readonly met: number;
  readonly sections: number;
  readonly badges: readonly Badge[];
  /** A merger has closed it by the chosen year. */
  readonly closed: boolean;
  /** A lever names it, or its verdict differs from the baseline. */
  readonly changed: boolean;
}

export type LinkKind = "rotation" | "rezone" | "merger" | "transfer" | "flow";

/** An edge: a lever between two schools, or what a rotation policy moves in the chosen year. */
export interface SchoolLink {
  readonly id: string;
  readonly leverId: string | null;
  readonly kind: LinkKind;
  readonly from: string;
  readonly to: string;
  /** Persons, share or 万元, as its kind goes; null for a merger. */
  readonly amount: number | null;
}

const rank: Readonly<Record<Verdict, number>> = { not_met: 0, not_evaluable: 1, met: 2 };
const worse = (a: Verdict | null, b: Verdict | null): Verdict | null => (a === null ? b : b === null ? a : rank[a] <= rank[b] ? a : b);

const linkKinds: Readonly<Partial<Record<LeverType, LinkKind>>> = {
  rotate_teachers: "rotation",
  rezone: "rezone",
  close_school: "merger",
  transfer_equipment: "transfer",
};
/** Rotation by policy moves hundreds of pairs: the canvas draws the largest. */
const mostFlows = 40;

const linksOfLever = (lever: Lever): SchoolLink[] => {
  const kind = linkKinds[lever.type];
  if (kind === undefined || !lever.enabled) return [];
  const [from, ...to] = schoolsOf(lever);
  if (from === undefined) return [];
  const amount =
    lever.type === "rotate_teachers"
      ? lever.teachers
      : lever.type === "rezone"
        ? lever.share
        : lever.type === "transfer_equipment"
          ? lever.valueWan
          : null;
  return to.map((code, place) => ({ id: `${lever.id}:${place}`, leverId: lever.id, kind, from, to: code, amount }));
};

/** Edges of the chosen year. */
export const schoolLinks = (
  document: ScenarioDocument,
  { flows, year }: Pick<SimulationAnswer, "flows" | "year">,
): readonly SchoolLink[] => {
  const drawn = document.levers.flatMap(linksOfLever);
  const pairs = new Set(drawn.filter(({ kind }) => kind === "rotation").map(({ from, to }) => `${from} ${to}`));
  const policy = flows
    .filter((flow) => flow.year === year && !pairs.has(`${flow.fromCode} ${flow.toCode}`))
    .sort((a, b) => b.teachers - a.teachers)
    .slice(0, mostFlows)
    .map(
      (flow): SchoolLink => ({
        id: `flow:${flow.stage}:${flow.fromCode}:${flow.toCode}`,
        leverId: null,
        kind: "flow",
        from: flow.fromCode,
        to: flow.toCode,
        amount: flow.teachers,
      }),
    );
  return [...drawn, ...policy];
};

/** All schools of the scenario in the chosen year, by township and code. */
export const schoolCards = (
  schools: readonly ScenarioSchool[],
  document: ScenarioDocument,
  answer: Pick<SimulationAnswer, "sections" | "before" | "cost" | "year">,
): readonly SchoolCard[] => {
  const sections = new Map<string, SectionOutcome[]>();
  for (const section of answer.sections) sections.set(section.schoolCode, [...(sections.get(section.schoolCode) ?? []), section]);
  const prices = costByLever(answer.cost);
  const badges = new Map<string, Badge[]>();
  const touched = new Set<string>();
  for (const lever of document.levers) {
    if (!lever.enabled) continue;
    for (const code of schoolsOf(lever)) touched.add(code);
    const code = schoolsOf(lever)[0];
    if (code === undefined || linkKinds[lever.type] !== undefined) continue;
    badges.set(code, [...(badges.get(code) ?? []), { leverId: lever.id, type: lever.type, priceWan: prices.get(lever.id) ?? 0 }]);
  }
  const closedBy = new Set(
    document.levers.flatMap((lever) =>
      lever.type === "close_school" && lever.enabled && lever.startYear + lever.leadYears <= answer.year ? [lever.schoolCode] : [],
    ),
  );
  return schools
    .map(({ code, name, township }): SchoolCard => {
      const own = sections.get(code) ?? [];
      const verdict = own.reduce<Verdict | null>((sum, section) => worse(sum, section.verdict), null);
      const before = own.reduce<Verdict | null>((sum, { id }) => worse(sum, answer.before[id] ?? null), null);
      return {
        code,
        name,
        township,
        verdict,
        before,
        pupils: own.length === 0 ? null : own.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0),
        met: own.reduce((sum, { metCount }) => sum + metCount, 0),
        sections: own.length,
        badges: badges.get(code) ?? [],
        closed: closedBy.has(code),
        changed: touched.has(code) || verdict !== before,
      };
    })
    .sort((a, b) => (a.township === b.township ? (a.code < b.code ? -1 : 1) : a.township < b.township ? -1 : 1));
};
