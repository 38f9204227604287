import type { FieldIssue } from "@server/kernel/errors";
import type { CountyDataset } from "@server/statistics/contract";
import type { ScenarioDocument } from "./contract";

/** A statistics year that a question asks about; `path` is the dotted field that names it. */
export interface AskedYear {
  readonly path: string;
  readonly year: number;
}

/** Complaints about years that the scenario does not project; the base year is given, not projected. */
export const yearIssues = (
  { county: { statisticsYear } }: CountyDataset,
  { horizonYears }: ScenarioDocument,
  asked: readonly AskedYear[],
): readonly FieldIssue[] => {
  const firstYear = statisticsYear + 1;
  const lastYear = statisticsYear + horizonYears;
  return asked
    .filter(({ year }) => year < firstYear || year > lastYear)
    .map(({ path, year }) => ({ path, message: "planning.issues.yearNotProjected", params: { year, firstYear, lastYear } }));
};
