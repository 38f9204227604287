import type { CountyDataset, School, Stage } from "@server/statistics/contract";
import { type Assumptions, type ProgressionTable, progressionGrades, type RatioInUse } from "../contract";
import { at, type ByStage, type Column, gradeCount, gradePlace, taughtRows } from "./state";

/** `ratios.primary[g][row]`: share of the pupils of grade index g who are in the next grade a year later. */
export type ProgressionRatios = ByStage<readonly Column[]>;

export interface Progression {
  readonly ratios: ProgressionRatios;
  /** Transitions of taught sections without own history, which use the county's ratio (or 1). */
  readonly borrowed: number;
  /** By row, for how many grades the planner has set the ratio. */
  readonly given: ByStage<Uint8Array>;
  /** By grade, the rows of schools for which the planner has set a ratio of their own. */
  readonly own: ByStage<readonly ReadonlySet<number>[]>;
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

/** What was observed of one grade of all schools. */
interface ObservedGrade {
  /** Mean ratio of the section's own years; NaN where none was seen. */
  readonly own: Column;
  /** Years behind it. */
  readonly years: Uint8Array;
  /** All pupils moved up over all pupils below, every section and year together; NaN where none was seen. */
  readonly county: number;
}

const observedGrade = (histories: readonly (readonly YearOfPupils[])[], taught: Uint8Array, grade: number): ObservedGrade => {
  const own = new Float64Array(histories.length).fill(Number.NaN);
  const years = new Uint8Array(histories.length);
  let from = 0;
  let to = 0;
  histories.forEach((history, row) => {
    if (taught[row] !== 1) return;
    const seen = transitions(history, grade);
    if (seen.length === 0) return;
    let total = 0;
    for (const step of seen) {
      total += step.to / step.from;
      from += step.from;
      to += step.to;
    }
    own[row] = total / seen.length;
    years[row] = seen.length;
  });
  return { own, years, county: from > 0 ? to / from : Number.NaN };
};

const observedStage = (dataset: CountyDataset, taught: Uint8Array, stage: Stage): readonly ObservedGrade[] => {
  const histories = dataset.schools.map((school) => pupilYears(school, stage, dataset.county.statisticsYear));
  return Array.from({ length: gradeCount[stage] - 1 }, (_, grade) => observedGrade(histories, taught, grade));
};

/** Ratios of one grade that the planner has set: of schools, and of all others of the county. */
interface SetRatios {
  readonly bySchool: ReadonlyMap<string, number>;
  readonly county: number | undefined;
}

const setRatios = (entries: Assumptions["progressionRatios"], stage: Stage, index: number): SetRatios => {
  const here = entries.filter(({ grade }) => {
    const place = gradePlace(grade);
    return place.stage === stage && place.index === index;
  });
  return {
    bySchool: new Map(here.filter(({ schoolCode }) => schoolCode !== "").map(({ schoolCode, ratio }) => [schoolCode, ratio])),
    county: here.find(({ schoolCode }) => schoolCode === "")?.ratio,
  };
};

const inUse = ({ own, years, county }: ObservedGrade, set: SetRatios, code: string, row: number): RatioInUse => {
  const ofSchool = set.bySchool.get(code);
  if (ofSchool !== undefined) return { ratio: ofSchool, origin: "set", years: 0 };
  if (set.county !== undefined) return { ratio: set.county, origin: "setForCounty", years: 0 };
  const mean = at(own, row);
  if (!Number.isNaN(mean)) return { ratio: mean, origin: "own", years: years[row] ?? 0 };
  return Number.isNaN(county) ? { ratio: 1, origin: "steady", years: 0 } : { ratio: county, origin: "county", years: 0 };
};

/**
 * 升级率: what the planner has set for the school, else for the county; else the section's own mean ratio over the loaded
 * years, else the county's (all pupils moved up over all pupils below, every section and year together), else 1.
 * Leaving grade 6 is not a progression: the junior intake has its own rule.
 */
export const progressionOf = (
  dataset: CountyDataset,
  taught: ByStage<Uint8Array>,
  entries: Assumptions["progressionRatios"] = [],
): Progression => {
  let borrowed = 0;
  const given = { primary: new Uint8Array(dataset.schools.length), junior: new Uint8Array(dataset.schools.length) };
  const ownByStage: { primary: ReadonlySet<number>[]; junior: ReadonlySet<number>[] } = { primary: [], junior: [] };
  const columns = (stage: Stage): Column[] =>
    observedStage(dataset, taught[stage], stage).map((observed, index) => {
      const set = setRatios(entries, stage, index);
      ownByStage[stage].push(new Set(dataset.schools.flatMap(({ code }, row) => (set.bySchool.has(code) ? [row] : []))));
      return Float64Array.from(dataset.schools, ({ code }, row) => {
        const { ratio, origin } = inUse(observed, set, code, row);
        if (origin === "set" || origin === "setForCounty") given[stage][row] = (given[stage][row] ?? 0) + 1;
        else if (origin !== "own" && taught[stage][row] === 1) borrowed += 1;
        return ratio;
      });
    });
  return { ratios: { primary: columns("primary"), junior: columns("junior") }, borrowed, given, own: ownByStage };
};

/**
 * Every ratio in use under some assumptions and where it comes from: what the planner looks at before she sets her own.
 * `origins`: planned school → the school that it comes from, whose ratios it has.
 */
export const progressionTable = (
  dataset: CountyDataset,
  entries: Assumptions["progressionRatios"],
  origins: ReadonlyMap<string, string> = new Map(),
): ProgressionTable => {
  const rowOf = new Map(dataset.schools.map(({ code }, row) => [code, row]));
  const ratioOf = (own: ObservedGrade, set: SetRatios, code: string, row: number): RatioInUse => {
    const origin = origins.get(code);
    if (origin === undefined || set.bySchool.has(code)) return inUse(own, set, code, row);
    return { ...inUse(own, set, origin, rowOf.get(origin) ?? -1), origin: "inherited", years: 0 };
  };
  const taught = taughtRows(dataset);
  const observed = { primary: observedStage(dataset, taught.primary, "primary"), junior: observedStage(dataset, taught.junior, "junior") };
  const grades = progressionGrades.flatMap((grade) => {
    const { stage, index } = gradePlace(grade);
    const own = observed[stage][index];
    return own === undefined ? [] : [{ own, isTaught: taught[stage], set: setRatios(entries, stage, index) }];
  });
  return {
    county: grades.map(({ own, set }) => inUse(own, set, "", -1)),
    schools: dataset.schools
      .map(({ code, name }, row) => ({
        code,
        name,
        ratios: grades.map(({ own, isTaught, set }) => (isTaught[row] === 1 ? ratioOf(own, set, code, row) : null)),
      }))
      .filter(({ ratios }) => ratios.some((ratio) => ratio !== null)),
  };
};
