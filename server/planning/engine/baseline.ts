import { type CountyDataset, type School, stagesOfType } from "@server/statistics/contract";
import type { Assumptions, NoticeKey, Projection } from "../contract";
import { formClasses, type ObservedClasses } from "./classes";
import { type EntrantSeries, entrantSeries, entrantsBesides, entrantsOf, openWeights, rollWeights, zoneWeights } from "./entrants";
import { feederOf, juniorIntake } from "./feeder";
import { cohortRetention, followPupils } from "./further";
import { type BeyondKey, bookTransfers, entrantsGiven, type GivenPupils, givenPupils, stepTransfers } from "./given-pupils";
import { type Progression, progressionOf } from "./progression";
import { nobodyRetires, type Retiring, retiringOf } from "./retiring";
import { naturalGains, stepStaff } from "./staff";
import {
  at,
  type Beginning,
  bothStages,
  type Column,
  type CountyState,
  type FeederMatrix,
  factorAt,
  gradeCount,
  type PupilMeasure,
  reportedGrades,
  taughtRows,
} from "./state";
import type { Draw } from "./uncertainty/draw";

type Notice = Projection["notices"][number];

/** All that the yearly step needs and that no year changes. */
export interface BaselineModel {
  readonly assumptions: Assumptions;
  readonly baseYear: number;
  readonly beginning: Beginning;
  readonly observed: ObservedClasses;
  readonly progression: Progression;
  readonly entrants: EntrantSeries;
  /** Pupils that the planner has entered school by school. */
  readonly given: GivenPupils;
  /** By projected year. */
  readonly retiring: readonly Retiring[];
  /** The county's figures as every year begins with them. */
  readonly yearFacts: CountyState["countyFacts"];
  /** What turns out otherwise than likely; null for a projection. */
  readonly draw: Draw | null;
}

/** Counts how often an assumption was used; `path` is its key in the assumptions. */
export type CountUse = (path: keyof Assumptions, times: number) => void;

/** What a year tells of the pupils that were entered for it. */
export interface PupilBook {
  readonly use: CountUse;
  readonly notice: (key: NoticeKey, params: Notice["params"]) => void;
  /** More is entered than there is; `path` is dotted within the assumptions. */
  readonly beyond: (path: string, key: BeyondKey, params: Notice["params"]) => void;
}

const matrixOf = ({ feederShares }: Assumptions, rowOf: ReadonlyMap<string, number>): FeederMatrix => {
  const matrix = new Map<number, { toRow: number; share: number }[]>();
  for (const { fromCode, toCode, share } of feederShares) {
    const fromRow = rowOf.get(fromCode);
    const toRow = rowOf.get(toCode);
    if (fromRow === undefined || toRow === undefined) continue;
    matrix.set(fromRow, [...(matrix.get(fromRow) ?? []), { toRow, share }]);
  }
  return matrix;
};

/** 学区比例 by row, of the schools that teach grade 1 or will. */
const zonedRows = (
  { schools }: CountyDataset,
  { zoneShares }: Assumptions,
  taught: Uint8Array,
  planned: ReadonlySet<string>,
): ReadonlyMap<number, number> => {
  const shareOf = new Map(zoneShares.map(({ schoolCode, share }) => [schoolCode, share]));
  const willTeach = ({ code, type }: School): boolean => planned.has(code) && stagesOfType[type].includes("primary");
  return new Map(
    schools.flatMap((school, row) => {
      const share = shareOf.get(school.code);
      return share !== undefined && (taught[row] === 1 || willTeach(school)) ? [[row, share] as const] : [];
    }),
  );
};

/** Reads ratios, shares and series from the dataset once. `planned`: codes of schools that do not exist yet. */
export const baselineModel = (
  dataset: CountyDataset,
  assumptions: Assumptions,
  horizon: number,
  planned: ReadonlySet<string> = new Set(),
): BaselineModel => {
  const taught = taughtRows(dataset, planned);
  const rowOf = new Map(dataset.schools.map((school, row) => [school.code, row]));
  const observed = reportedGrades(dataset);
  const intake = Float64Array.from(taught.primary, (flag, row) => (flag === 1 ? (observed.pupils.primary[0]?.[row] ?? Number.NaN) : 0));
  const zoned = zonedRows(dataset, assumptions, taught.primary, planned);
  return {
    assumptions,
    baseYear: dataset.county.statisticsYear,
    beginning: {
      taught,
      zones: {
        grade1: assumptions.entrantShares === "zones" ? zoneWeights(intake, zoned) : intake,
        ...feederOf(dataset, taught, assumptions.juniorLeakage),
      },
      feeders: matrixOf(assumptions, rowOf),
      caps: assumptions.classCap,
    },
    observed,
    progression: progressionOf(dataset, taught, assumptions.progressionRatios),
    entrants: entrantSeries(assumptions, dataset.county.births, dataset.county.statisticsYear, horizon),
    given: givenPupils(assumptions, rowOf, dataset.county.statisticsYear, horizon),
    retiring: retiringOf(assumptions, rowOf, dataset.county.statisticsYear, horizon),
    yearFacts: assumptions.evidence === "as_base_year" ? dataset.county : { ...dataset.county, declarations: {}, vetoes: {} },
    draw: null,
  };
};

/** Moves every taught grade of a stage up one year, oldest first, and lets the new lowest grade in. */
const promote = (
  grades: readonly Column[],
  ratios: readonly Column[],
  entering: Column,
  taught: Uint8Array,
  errors: Column | undefined,
): void => {
  for (let grade = grades.length - 1; grade >= 0; grade -= 1) {
    const column = grades[grade];
    const below = grades[grade - 1];
    const ratio = ratios[grade - 1];
    if (column === undefined) continue;
    for (let row = 0; row < column.length; row += 1) {
      if (taught[row] !== 1) continue;
      column[row] =
        below === undefined || ratio === undefined ? at(entering, row) : at(below, row) * at(ratio, row) * factorAt(errors, row);
    }
  }
};

/** Years since the base year, of which the state's year is the last. */
const yearsSinceBase = (state: CountyState, model: BaselineModel): number => state.year - model.baseYear;

/** A hair: what arithmetic leaves of numbers that are meant to be equal. */
const hair = 1e-9;

/** 招生: grade 1 of every row, by the numbers entered for the year and the shares of the other sections. */
const enter = (state: CountyState, { entrants, given, assumptions, observed }: BaselineModel, index: number, book: PupilBook): Column => {
  const weights = state.zones.grade1;
  const numbers = entrantsGiven(given, index, state.taught.primary);
  const open = openWeights(weights, state.taught.primary, observed.pupils.primary[0] ?? weights);
  // Without a number only levers move shares, and they move the zones: the shares of the year before are those of the zones.
  if (numbers === null) return entrantsOf(entrants, index, open, state.work.grade1);
  const intake = entrantsBesides(entrants, index, open, numbers, state.work.grade1);
  const params = { given: intake.given, county: intake.county };
  if (!intake.isShared) {
    if (Math.abs(intake.given - intake.county) > hair * intake.given) book.notice("entrantsAllGiven", params);
  } else if (intake.given > intake.county * (1 + hair)) book.beyond("entrantNumbers", "entrantsBeyondCounty", params);
  if (assumptions.entrantShares === "rolling") rollWeights(entrants, weights, state.work.grade1);
  book.use("entrantNumbers", numbers.size);
  return state.work.grade1;
};

/** Transitions of the year whose ratio the planner has set. */
const ratiosSet = ({ taught }: CountyState, { given }: Progression, { progressionRatios }: Assumptions): number => {
  let set = 0;
  if (progressionRatios.length === 0) return set;
  for (const stage of bothStages)
    for (let row = 0; row < taught[stage].length; row += 1) if (taught[stage][row] === 1) set += given[stage][row] ?? 0;
  return set;
};

/** 升级与招生: every grade one year on; entrants into grade 1, leavers of grade 6 into grade 7, and those who change schools. */
export const stepPupils = (state: CountyState, model: BaselineModel, book: PupilBook): void => {
  const { use } = book;
  const { primary, junior } = state.pupils;
  const { progression, assumptions, draw } = model;
  const leavers = primary[gradeCount.primary - 1];
  if (leavers === undefined) return;
  const index = yearsSinceBase(state, model) - 1;
  state.cohorts.grade9Before.set(junior[gradeCount.junior - 1] ?? []);
  const grade1 = enter(state, model, index, book);
  const errors = draw?.entrants[index];
  if (errors !== undefined) for (let row = 0; row < grade1.length; row += 1) grade1[row] = at(grade1, row) * at(errors, row);
  const grade7 = juniorIntake(state, leavers, state.feeders, assumptions.juniorLeakage, draw?.migration[index], state.work.grade7);
  promote(primary, progression.ratios.primary, grade1, state.taught.primary, draw?.progression[index]);
  promote(junior, progression.ratios.junior, grade7, state.taught.junior, draw?.progression[index]);
  const transfers = stepTransfers(state, model.given.transfers[index] ?? [], ({ entry, grade, pupils }, present) => {
    const schoolCode = assumptions.netTransfers[entry]?.schoolCode ?? "";
    book.beyond(`netTransfers.${entry}.pupils`, "transferBeyondPupils", { schoolCode, grade, asked: -pupils, present });
  });
  if (junior[0] !== undefined && assumptions.retention === "by_cohort") state.cohorts.grade7.push(junior[0].slice());
  let sections = 0;
  // By index: an iterator over a typed array takes several times as long.
  const taught = state.taught.primary;
  for (let row = 0; row < taught.length; row += 1) sections += taught[row] ?? 0;
  use("entrants", sections);
  use("entrantShares", sections);
  if (assumptions.entrantShares === "zones") use("zoneShares", assumptions.zoneShares.length);
  if (model.entrants.yearsByTrend.includes(state.year)) use("entrantsTrendBeyondBirths", 1);
  use("juniorLeakage", sections);
  use("feederShares", assumptions.feederShares.length);
  use("progressionRatios", ratiosSet(state, progression, assumptions));
  use("netTransfers", transfers);
};

/** 分班, after the pupils of the year. */
export const stepClasses = (state: CountyState, model: BaselineModel, use: CountUse): void => {
  for (const stage of bothStages) {
    const { formed, capped } = formClasses(state, model.observed, stage, model.assumptions);
    use("classPolicy", formed);
    use("classCap", capped);
  }
};

/** What follows from the number of pupils: in-zone and migrant pupils, funds, retention by cohort. Answers the pupils of the year. */
export const stepFigures = (state: CountyState, model: BaselineModel, before: PupilMeasure, use: CountUse): PupilMeasure => {
  const after = followPupils(state, before);
  const years = yearsSinceBase(state, model);
  const byCohort = model.assumptions.retention === "by_cohort" && cohortRetention(state, years);
  // Grade 9 of the year before has graduated.
  if (byCohort) bookTransfers(state, model.given, years - 2);
  use("retention", byCohort || model.assumptions.retention === "base_year" ? 1 : 0);
  return after;
};

/** 减员与补充, then what teachers gain without programmes comes with `stepGains`. */
export const stepTeachers = (state: CountyState, model: BaselineModel, use: CountUse): void => {
  const index = yearsSinceBase(state, model) - 1;
  const { sections } = stepStaff(state, model.assumptions, model.retiring[index] ?? nobodyRetires, {
    attrition: model.draw?.attrition[index],
    replacement: model.draw?.replacement[index],
  });
  use("teacherAttrition", sections);
  use("teacherReplacement", sections);
  use("retirement", sections);
  if (model.assumptions.retirement === "by_age") {
    use("ageShares", sections);
    use("womenShare", sections);
    use("schoolAges", model.assumptions.schoolAges.length);
  }
};

export const stepGains = (state: CountyState, model: BaselineModel, use: CountUse): void => {
  const { assumptions } = model;
  naturalGains(state, assumptions, model.draw?.gains[yearsSinceBase(state, model) - 1]);
  use("upgradingRate", assumptions.upgradingRate === 0 ? 0 : 1);
  use("backboneRate", assumptions.backboneRate === 0 ? 0 : 1);
};

/** 申明 and vetoes of a projected year: none, unless those of the base year go on. */
export const stepEvidence = (state: CountyState, { yearFacts }: BaselineModel, use: CountUse): void => {
  state.countyFacts = yearFacts;
  use("evidence", 1);
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
  const countyIntake = model.beginning.zones.grade1.reduce((total, intake) => total + intake, 0);
  if (entrants.counts !== null && countyIntake === 0) say("entrantsWithoutIntake", {});
  const isShared = entrants.counts !== null || model.given.entrants.some(({ size }) => size > 0);
  if (isShared && Number.isNaN(countyIntake)) say("entrantsShareUnknown", {});
  const unknown = (column: Column | undefined, taught: Uint8Array): number =>
    column === undefined ? 0 : column.reduce((count, pupils, row) => count + (taught[row] === 1 && Number.isNaN(pupils) ? 1 : 0), 0);
  const missing = model.observed.pupils.primary.reduce((count, column) => count + unknown(column, model.beginning.taught.primary), 0);
  if (missing > 0) say("leaversUnknown", { cells: missing });
  const { junior } = model.observed.pupils;
  const unknownIntake = unknown(junior[0], model.beginning.taught.junior);
  if (unknownIntake > 0) say("juniorSharesUnknown", { cells: unknownIntake });
  return notices;
};
