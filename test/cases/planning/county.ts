import { type CountyColumns, defaultDate, type RuleSet, rulesInForce } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import {
  type Lever,
  type LeverDefaults,
  type LeverOf,
  type LeverType,
  leverSchema,
  type Projection,
  type ScenarioDocument,
  type YearOutcome,
} from "@server/planning/contract";
import { leverDefaults } from "@server/planning/defaults";
import { columnsOfState } from "@server/planning/engine/columns";
import { project } from "@server/planning/engine/index";
import { inOrder, questionOf, simulate } from "@server/planning/engine/simulate";
import { type CountyDataset, type Facilities, type School, stagesOfType, type TeacherGroup } from "@server/statistics/contract";
import { unreportedCounty, unreportedSchool } from "@server/statistics/facts-contract";

/** Builders for counties small enough to work out by hand. Base year 2026. */

export const baseYear = 2026;

export const teachers = (group: Partial<TeacherGroup> = {}): TeacherGroup => ({
  fullTime: 0,
  aboveRequiredEducation: 0,
  backbone: 0,
  physicalEducation: 0,
  music: 0,
  art: 0,
  integratedArts: 0,
  ...group,
});

const facilities: Facilities = {
  teachingAreaM2: 1000,
  gymAreaM2: 0,
  sportsFieldAreaM2: 2000,
  equipmentValueWan: 50,
  multimediaRooms: 8,
  ordinaryClassrooms: 10,
  musicRooms: 1,
  artRooms: 1,
};

type Grades6 = School["pupils"]["primaryByGrade"];
type Grades3 = School["pupils"]["juniorByGrade"];

export interface SchoolSketch {
  readonly code: string;
  readonly type?: School["type"];
  readonly ownerCode?: number;
  readonly primary?: Grades6;
  readonly junior?: Grades3;
  readonly primaryClasses?: Grades6;
  readonly juniorClasses?: Grades3;
  readonly primaryTeachers?: Partial<TeacherGroup>;
  readonly juniorTeachers?: Partial<TeacherGroup>;
  readonly facilities?: Partial<Facilities>;
  readonly history?: School["history"];
}

export const school = (sketch: SchoolSketch): School => {
  const type = sketch.type ?? (sketch.junior ? (sketch.primary ? "nine_year" : "junior") : "primary");
  const has = (stage: "primary" | "junior"): boolean => stagesOfType[type].includes(stage);
  return {
    code: sketch.code,
    name: `学校${sketch.code}`,
    type,
    ownerCode: sketch.ownerCode ?? 7,
    township: "城关镇",
    locality: "town",
    builtYear: 2000,
    countsAsSchool: true,
    parentCode: null,
    pupils: { primaryByGrade: sketch.primary ?? null, juniorByGrade: sketch.junior ?? null, senior: null },
    classes: {
      primaryByGrade: has("primary") ? (sketch.primaryClasses ?? [1, 1, 1, 1, 1, 1]) : null,
      juniorByGrade: has("junior") ? (sketch.juniorClasses ?? [1, 1, 1]) : null,
    },
    teachers: {
      primary: has("primary") ? teachers(sketch.primaryTeachers) : null,
      junior: has("junior") ? teachers(sketch.juniorTeachers) : null,
    },
    facilities: { ...facilities, ...sketch.facilities },
    history: sketch.history ?? [],
    ...unreportedSchool(),
  };
};

export const county = (schools: readonly School[], births: CountyDataset["county"]["births"] = []): CountyDataset => ({
  format: "hengce.county-dataset/1",
  county: { code: "990001", name: "试验县", statisticsYear: baseYear, fiscalYear: baseYear - 1, births, ...unreportedCounty() },
  schools: [...schools],
});

/** Nothing changes of itself: intake constant, nobody leaves, no attrition, steady prices. */
export const steady: ScenarioDocument["assumptions"] = {
  entrants: { mode: "trend", annualChange: 0 },
  entrantsTrendBeyondBirths: 0,
  juniorLeakage: 0,
  classPolicy: "observed_mean_under_cap",
  classCap: { primary: 45, junior: 50 },
  entrantShares: "base_year",
  zoneShares: [],
  entrantNumbers: [],
  progressionRatios: [],
  netTransfers: [],
  feederShares: [],
  retention: "base_year",
  evidence: "declared_years",
  retirement: "none",
  ageShares: [0.06, 0.15, 0.16, 0.16, 0.14, 0.13, 0.12, 0.08, 0],
  womenShare: 0.65,
  schoolAges: [],
  upgradingRate: 0,
  backboneRate: 0,
  teacherAttrition: 0,
  teacherReplacement: 1,
  priceGrowth: 0,
};

export const scenario = (parts: {
  readonly horizonYears?: number;
  readonly assumptions?: Partial<ScenarioDocument["assumptions"]>;
  readonly levers?: readonly Lever[];
  readonly annualBudgetWan?: number | null;
}): ScenarioDocument => ({
  format: "hengce.scenario/1",
  name: "试算",
  horizonYears: parts.horizonYears ?? 1,
  assumptions: { ...steady, ...parts.assumptions },
  levers: [...(parts.levers ?? [])],
  annualBudgetWan: parts.annualBudgetWan ?? null,
});

const uncertainty = {
  costLow: 0.9,
  costLikely: 1,
  costHigh: 1.2,
  fulfilmentLow: 1,
  fulfilmentHigh: 1,
  delayYearsMin: 0,
  delayYearsLikely: 0,
  delayYearsMax: 0,
};
const leverBase = {
  enabled: true,
  startYear: baseYear,
  leadYears: 1,
  fundingSource: "",
  responsibleUnit: "",
  note: "",
  unitCapitalYuan: 0,
  unitYearlyYuan: 0,
  uncertainty,
};

export const build = (parts: Partial<Extract<Lever, { type: "build_classrooms" }>>): Lever => ({
  ...leverBase,
  id: "build",
  type: "build_classrooms",
  schoolCode: "1001",
  rooms: 2,
  areaPerRoomM2: 90,
  multimedia: true,
  unitCostYuanPerM2: 4500,
  multimediaCostWanPerRoom: 2.5,
  ...parts,
});

export const hire = (parts: Partial<Extract<Lever, { type: "hire_teachers" }>>): Lever => ({
  ...leverBase,
  id: "hire",
  type: "hire_teachers",
  target: { mode: "largest_deficit", stage: "primary" },
  count: 3,
  fulfilment: 1,
  subject: "music",
  aboveRequiredEducation: true,
  backbone: false,
  certified: true,
  annualCostWan: 10,
  ...parts,
});

export const rotate = (parts: Partial<Extract<Lever, { type: "rotation_quota" }>>): Lever => ({
  ...leverBase,
  id: "rotate",
  type: "rotation_quota",
  endYear: baseYear + 1,
  eligibleShare: 0.5,
  rotationShare: 0.1,
  backboneShare: 0.2,
  termYears: 2,
  annualCostWanPerTeacher: 1,
  ...parts,
});

/** A lever of any kind, in force in 2027 unless said, from its defaults. */
export const lever = <T extends LeverType>(
  type: T,
  parts: Omit<LeverOf<T>, "type" | keyof LeverDefaults[T] | keyof typeof leverBase | "id"> & Partial<LeverOf<T>>,
): Lever => leverSchema.parse({ ...leverBase, ...leverDefaults[type], id: type, startYear: baseYear, leadYears: 1, type, ...parts });

export const run = (dataset: CountyDataset, document: ScenarioDocument, ruleSet: RuleSet = quality2017): Projection =>
  project(dataset, document, ruleSet);

/** Every year of a trial as the compliance engine reads it, with the rows of the schools. */
export const columnsByYear = (dataset: CountyDataset, document: ScenarioDocument, ruleSet: RuleSet = quality2017) => {
  const question = questionOf(dataset, document);
  const years = new Map<number, CountyColumns>();
  const trace = simulate(question, inOrder(document.levers), ruleSet, (state) => {
    years.set(state.year, structuredClone(columnsOfState(state, question.base, rulesInForce(ruleSet, defaultDate(state.year)))));
  });
  const at = (year: number): CountyColumns => {
    const columns = years.get(year);
    if (columns === undefined) throw new Error(`no columns of ${year}`);
    return columns;
  };
  return {
    at,
    trace,
    /** One figure of one school: `read` chooses the column. */
    cell: (year: number, code: string, read: (columns: CountyColumns) => Float64Array): number =>
      read(at(year))[question.rowOf.get(code) ?? -1] ?? Number.NaN,
  };
};

/** Outcome of one year; fails the test when the projection does not cover it. */
export const yearOf = (outcomes: readonly YearOutcome[], year: number): YearOutcome => {
  const outcome = outcomes.find((candidate) => candidate.year === year);
  if (outcome === undefined) throw new Error(`no outcome of ${year}`);
  return outcome;
};

/** One section of a year. */
export const sectionOf = (outcomes: readonly YearOutcome[], year: number, id: string): YearOutcome["sections"][number] => {
  const section = yearOf(outcomes, year).sections.find((candidate) => candidate.id === id);
  if (section === undefined) throw new Error(`no section ${id} in ${year}`);
  return section;
};
