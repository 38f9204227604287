import type { FieldIssue } from "@server/kernel/errors";
import { type CountyDataset, stagesOfType } from "@server/statistics/contract";
import type { ScenarioDocument } from "../contract";
import { type CheckedCounty, effectYear, type LeverIssue } from "./levers/lever";
import { boundLever } from "./levers/registry";

const checkedCounty = (dataset: CountyDataset, document: ScenarioDocument): CheckedCounty => {
  const schools = new Map(dataset.schools.map((school) => [school.code, school]));
  return {
    dataset,
    baseYear: dataset.county.statisticsYear,
    lastYear: dataset.county.statisticsYear + document.horizonYears,
    schoolOf: (code) => schools.get(code),
    stagesOf: (school) => stagesOfType[school.type].filter((stage) => school.pupils[`${stage}ByGrade`] !== null),
  };
};

const entrantIssues = ({ assumptions }: ScenarioDocument): FieldIssue[] => {
  const { entrants } = assumptions;
  if (entrants.mode !== "series") return [];
  if (entrants.series.length === 0) return [{ path: "assumptions.entrants.series", message: "planning.issues.seriesEmpty" }];
  const seen = new Set<number>();
  return entrants.series.flatMap(({ year }, index) => {
    if (!seen.has(year)) {
      seen.add(year);
      return [];
    }
    return [{ path: `assumptions.entrants.series.${index}.year`, message: "planning.issues.seriesYearTwice", params: { year } }];
  });
};

const timeIssues = (lever: ScenarioDocument["levers"][number], county: CheckedCounty): LeverIssue[] => {
  const { baseYear, lastYear } = county;
  if (lever.startYear < baseYear) return [{ field: "startYear", key: "startBeforeBase", params: { baseYear } }];
  if (effectYear(lever) <= baseYear) return [{ field: "leadYears", key: "effectInBaseYear", params: { baseYear } }];
  if (effectYear(lever) > lastYear)
    return [{ field: "leadYears", key: "effectBeyondHorizon", params: { effectYear: effectYear(lever), lastYear } }];
  return [];
};

/**
 * What is impossible about a scenario in this county, field by field: dotted path in the document,
 * catalogue key under `planning.issues.`. Levers that are switched off are not checked, save that
 * ids must be unique. An empty list means the scenario can be run.
 */
export const checkLevers = (dataset: CountyDataset, document: ScenarioDocument): readonly FieldIssue[] => {
  const county = checkedCounty(dataset, document);
  const enabled = document.levers.filter((lever) => lever.enabled);
  const ids = new Set<string>();
  const found: FieldIssue[] = entrantIssues(document);
  document.levers.forEach((lever, index) => {
    const complaints: LeverIssue[] = ids.has(lever.id) ? [{ field: "id", key: "duplicateId", params: { id: lever.id } }] : [];
    ids.add(lever.id);
    if (lever.enabled) complaints.push(...timeIssues(lever, county), ...boundLever(lever).issues(county, enabled));
    for (const { field, key, params } of complaints) {
      found.push({ path: `levers.${index}.${field}`, message: `planning.issues.${key}`, ...(params ? { params } : {}) });
    }
  });
  return found;
};
