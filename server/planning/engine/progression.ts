import type { CountyDataset, School, Stage } from "@server/statistics/contract";
import { type ByStage, type Column, gradeCount } from "./state";

/** `ratios.primary[g][row]`: share of the pupils of grade index g who are in the next grade a year later. */
export type ProgressionRatios = ByStage<readonly Column[]>;

export interface Progression {
  readonly ratios: ProgressionRatios;
  /** Transitions of taught sections without own history, which use the county's ratio (or 1). */
  readonly borrowed: number;
}

interface YearOfPupils {
  readonly year: number;
  readonly cells: readonly (number | null)[];
}

/** Pupils by grade of one stage, all loaded years before the base year and the base year itself, oldest first. */
export const pupilYears = (school: School, stage: Stage, baseYear: number): readonly YearOfPupils[] => {
  const years: YearOfPupils[] = [];
  for (const entry of school.history) {
    const cells = entry[`${stage}ByGrade`];
    if (entry.year < baseYear && cells !== null) years.push({ year: entry.year, cells });
  }
  years.sort((left, right) => left.year - right.year);
  const base = school.pupils[`${stage}ByGrade`];
  if (base !== null) years.push({ year: baseYear, cells: base });
  return years;
};

/** A transition can be observed when both cells are reported and somebody was in the lower grade. */
const transitions = (years: readonly YearOfPupils[], grade: number): readonly { readonly from: number; readonly to: number }[] => {
  const seen: { from: number; to: number }[] = [];
  for (let i = 1; i < years.length; i += 1) {
    const before = years[i - 1];
    const after = years[i];
    if (before === undefined || after === undefined || after.year !== before.year + 1) continue;
    const from = before.cells[grade] ?? null;
    const to = after.cells[grade + 1] ?? null;
    if (from !== null && to !== null && from > 0) seen.push({ from, to });
  }
  return seen;
};

/**
 * 升级率: the section's own mean ratio over the loaded years, else the county's (all pupils moved up
 * over all pupils below, every section and year together), else 1. Leaving grade 6 is not a
 * progression: the junior intake has its own rule.
 */
export const progressionOf = (dataset: CountyDataset, taught: ByStage<Uint8Array>): Progression => {
  const baseYear = dataset.county.statisticsYear;
  let borrowed = 0;
  const columns = (stage: Stage): Column[] => {
    const histories = dataset.schools.map((school) => pupilYears(school, stage, baseYear));
    return Array.from({ length: gradeCount[stage] - 1 }, (_, grade) => {
      const own = new Float64Array(dataset.schools.length).fill(Number.NaN);
      let from = 0;
      let to = 0;
      histories.forEach((years, row) => {
        if (taught[stage][row] !== 1) return;
        const seen = transitions(years, grade);
        if (seen.length === 0) return;
        let total = 0;
        for (const step of seen) {
          total += step.to / step.from;
          from += step.from;
          to += step.to;
        }
        own[row] = total / seen.length;
      });
      const county = from > 0 ? to / from : 1;
      for (let row = 0; row < own.length; row += 1) {
        if (!Number.isNaN(own[row])) continue;
        own[row] = county;
        if (taught[stage][row] === 1) borrowed += 1;
      }
      return own;
    });
  };
  return { ratios: { primary: columns("primary"), junior: columns("junior") }, borrowed };
};
