import { fiscalYearOf } from "@server/kernel/years";
import { type CountyDataset, countySchema, type SchoolSource } from "../contract";
import { monitoredSubjects, unreportedCounty } from "../facts-contract";
import type { ImportContext } from "./context";
import { type Draft, type ImportIssues, placeText } from "./drafts";

type County = CountyDataset["county"];

const numberAt = (draft: Draft, key: string): number | null => {
  const value = draft.get(key)?.value;
  return typeof value === "number" ? value : null;
};

/** One field may state two vetoes at once (`vetoes.V5+V6`): a plain no clears both, a yes counts for both. */
const vetoes = (draft: Draft, before: County["vetoes"]): County["vetoes"] => {
  const found: Record<string, boolean> = { ...before };
  for (const [key, { value }] of draft) {
    if (!key.startsWith("vetoes.") || typeof value !== "boolean") continue;
    for (const id of key.slice("vetoes.".length).split("+")) found[id] = value;
  }
  return found;
};

const monitoring = (draft: Draft, before: County["monitoring"]): County["monitoring"] =>
  monitoredSubjects.flatMap((subject) => {
    const [levelKey, rateKey] = [`monitoring.${subject}.level`, `monitoring.${subject}.differenceRate`];
    const stored = before.find((entry) => entry.subject === subject);
    if (!draft.has(levelKey) && !draft.has(rateKey)) return stored === undefined ? [] : [stored];
    return [
      {
        subject,
        level: draft.has(levelKey) ? numberAt(draft, levelKey) : (stored?.level ?? null),
        differenceRate: draft.has(rateKey) ? numberAt(draft, rateKey) : (stored?.differenceRate ?? null),
      },
    ];
  });

const group = <Name extends "facts" | "reported">(name: Name, draft: Draft, before: County[Name]): County[Name] => ({
  ...before,
  ...Object.fromEntries(
    [...draft].filter(([key]) => key.startsWith(`${name}.`)).map(([key, { value }]) => [key.slice(name.length + 1), value]),
  ),
});

export interface CompletedCounty {
  readonly county: County;
  readonly source: SchoolSource;
}

/** The county's own data: what its return asks replaces what is stored for the year, the rest stays. Complains when the return is of another county or year. */
export const completeCounty = (
  draft: Draft,
  { county, statisticsYear, sameYear }: ImportContext,
  issues: ImportIssues,
): CompletedCounty | null => {
  const code = draft.get("code");
  const year = draft.get("year");
  if (year !== undefined && typeof year.value === "number" && year.value !== statisticsYear) {
    issues.at("error", "returnOtherYear", year.place, year.label, { value: year.value, year: statisticsYear });
  }
  const before: County = sameYear?.county ?? {
    ...county,
    statisticsYear,
    fiscalYear: fiscalYearOf(statisticsYear),
    births: [],
    ...unreportedCounty(),
  };
  const parsed = countySchema.safeParse({
    ...before,
    code: typeof code?.value === "string" ? code.value : county.code,
    facts: group("facts", draft, before.facts),
    reported: group("reported", draft, before.reported),
    vetoes: vetoes(draft, before.vetoes),
    monitoring: monitoring(draft, before.monitoring),
  });
  if (!parsed.success) {
    const [anyFigure] = draft.values();
    issues.file("error", "returnInvalid", anyFigure?.place.file ?? "", "", {
      school: county.name,
      code: county.code,
      at: parsed.error.issues[0]?.path.join(".") ?? "",
    });
    return null;
  }
  const cells = [...draft].flatMap(([key, { place }]) =>
    /^(?:facts|reported|monitoring|vetoes)\./u.test(key) ? [[`=${key}`, placeText(place)] as const] : [],
  );
  return { county: parsed.data, source: Object.fromEntries(cells) };
};
