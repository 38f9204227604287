import type { CountyColumns } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { Assumptions, NoticeKey, Projection } from "../contract";
import { formClasses, type ObservedClasses } from "./classes";
import { type EntrantSeries, entrantSeries, entrantsOf } from "./entrants";
import { type Feeder, feederOf, juniorIntake } from "./feeder";
import { type Progression, progressionOf } from "./progression";
import { type ByStage, bothStages, type Column, type CountyState, gradeCount, stateOf, taughtRows, teacherFields } from "./state";

type Notice = Projection["notices"][number];

/** All that the yearly step needs and that no year changes. */
export interface BaselineModel {
  readonly assumptions: Assumptions;
  readonly baseYear: number;
  readonly taught: ByStage<Uint8Array>;
  readonly observed: ObservedClasses;
  readonly progression: Progression;
  readonly entrants: EntrantSeries;
  readonly baseIntake: Column;
  readonly countyIntake: number;
  readonly feeder: Feeder;
}

/** Reads ratios, shares and series from the dataset once. */
export const baselineModel = (dataset: CountyDataset, base: CountyColumns, assumptions: Assumptions, horizon: number): BaselineModel => {
  const taught = taughtRows(dataset);
  const { pupils, classes } = stateOf(dataset, base);
  const baseIntake = Float64Array.from(taught.primary, (flag, row) => (flag === 1 ? (pupils.primary[0]?.[row] ?? Number.NaN) : 0));
  return {
    assumptions,
    baseYear: dataset.county.statisticsYear,
    taught,
    observed: { pupils, classes },
    progression: progressionOf(dataset, taught),
    entrants: entrantSeries(assumptions, dataset.county.births, dataset.county.statisticsYear, horizon),
    baseIntake,
    countyIntake: baseIntake.reduce((total, intake) => total + intake, 0),
    feeder: feederOf(dataset, taught, assumptions.juniorLeakage),
  };
};

/** Moves every taught grade of a stage up one year, oldest first, and lets the new lowest grade in. */
const promote = (grades: readonly Column[], ratios: readonly Column[], entering: Column, taught: Uint8Array): void => {
  for (let grade = grades.length - 1; grade >= 0; grade -= 1) {
    const below = grades[grade - 1];
    const ratio = ratios[grade - 1];
    grades[grade]?.forEach((_, row, column) => {
      if (taught[row] !== 1) return;
      column[row] =
        below === undefined || ratio === undefined ? (entering[row] ?? Number.NaN) : (below[row] ?? Number.NaN) * (ratio[row] ?? 1);
    });
  }
};

const stepPupils = (state: CountyState, model: BaselineModel): void => {
  const { primary, junior } = state.pupils;
  const { taught, progression, assumptions } = model;
  const leavers = primary[gradeCount.primary - 1];
  if (leavers === undefined) return;
  const grade1 = entrantsOf(model.entrants, state.year - model.baseYear - 1, model.baseIntake, model.countyIntake);
  const grade7 = juniorIntake(model.feeder, leavers, taught, assumptions.juniorLeakage);
  promote(primary, progression.ratios.primary, grade1, taught.primary);
  promote(junior, progression.ratios.junior, grade7, taught.junior);
};

/** Natural attrition less replacement, in proportion to each section's mix; teachers on loan leave like the others. */
const stepTeachers = (state: CountyState, assumptions: Assumptions): void => {
  const staying = 1 - assumptions.teacherAttrition * (1 - assumptions.teacherReplacement);
  if (staying === 1) return;
  for (const stage of bothStages) {
    for (const field of teacherFields) {
      const column = state.teachers[stage][field];
      for (let row = 0; row < column.length; row += 1) column[row] = (column[row] ?? 0) * staying;
    }
  }
  for (const loan of state.loans) for (const field of teacherFields) loan.group[field] *= staying;
};

/**
 * One year on, without levers: pupils, classes, attrition. Facilities stay; so do grades of returns
 * that are not ordinary compulsory schools.
 */
export const stepBaseline = (state: CountyState, model: BaselineModel): void => {
  state.year += 1;
  stepPupils(state, model);
  for (const stage of bothStages) formClasses(state, model.observed, model.taught, stage, model.assumptions);
  stepTeachers(state, model.assumptions);
};

/** What the planner must know about the data behind the baseline. */
export const baselineNotices = (model: BaselineModel): Notice[] => {
  const notices: Notice[] = [];
  const say = (key: NoticeKey, params: Notice["params"]): void => {
    notices.push({ key, leverId: null, year: null, params });
  };
  const { entrants, progression } = model;
  if (progression.borrowed > 0) say("progressionBorrowed", { transitions: progression.borrowed });
  if (entrants.birthsUnusable) say("birthsUnusable", { year: model.baseYear });
  else if (entrants.yearsByTrend.length > 0) {
    say("birthsByTrend", { fromYear: entrants.yearsByTrend[0] ?? 0, years: entrants.yearsByTrend.length });
  }
  if (entrants.counts !== null && model.countyIntake === 0) say("entrantsWithoutIntake", {});
  if (entrants.counts !== null && Number.isNaN(model.countyIntake)) say("entrantsShareUnknown", {});
  const unknown = (column: Column | undefined, taught: Uint8Array): number =>
    column === undefined ? 0 : column.reduce((count, pupils, row) => count + (taught[row] === 1 && Number.isNaN(pupils) ? 1 : 0), 0);
  const missing = model.observed.pupils.primary.reduce((count, column) => count + unknown(column, model.taught.primary), 0);
  if (missing > 0) say("leaversUnknown", { cells: missing });
  const { junior } = model.observed.pupils;
  const unknownIntake = unknown(junior[0], model.taught.junior);
  if (unknownIntake > 0) say("juniorSharesUnknown", { cells: unknownIntake });
  return notices;
};
