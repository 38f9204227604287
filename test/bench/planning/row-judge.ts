import { pupilsOfStage, type School, type Stage, stages, stagesOfType, typesWithSenior } from "@server/statistics/contract";
import { cvLimits, floorShare, minimumMet, scales, standards } from "../engine/workload";

/*
 * The resource part of a year as one would write it first: objects, lists and floating point, the measure without
 * reliefs, nothing kept from the year before. Its answers are compared with the engine's.
 */

export type Answer = "met" | "not_met" | "not_evaluable";

interface Unit {
  readonly head: School;
  readonly parts: readonly School[];
  readonly pupils: Readonly<Record<Stage, number>>;
  readonly senior: number;
}

/** A stage of a unit: its pupils and what it has of each of the seven resources. */
interface Row {
  readonly pupils: number;
  readonly resources: readonly number[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const known = (cell: number | null | undefined): number => cell ?? Number.NaN;

/** A campus counts with the school that it belongs to; a teaching point never does. */
const headOf = (school: School, byCode: ReadonlyMap<string, School>): School => {
  const parent = school.parentCode === null ? undefined : byCode.get(school.parentCode);
  return school.countsAsSchool || school.type === "teaching_point" || parent === undefined ? school : headOf(parent, byCode);
};

const pupilsIn = (school: School, stage: Stage): number =>
  stagesOfType[school.type].includes(stage) ? known(pupilsOfStage(school, stage)) : 0;

const leastOfPoint = 50;

const countedUnits = (schools: readonly School[]): readonly Unit[] => {
  const ordinary = schools.filter(({ type }) => type !== "special" && type !== "vocational");
  const byCode = new Map(ordinary.map((school) => [school.code, school]));
  const groups = new Map<School, School[]>();
  for (const school of ordinary) {
    const head = headOf(school, byCode);
    groups.set(head, [...(groups.get(head) ?? []), school]);
  }
  return [...groups]
    .map(([head, parts]): Unit => {
      const of = (stage: Stage): number => sum(parts.map((school) => pupilsIn(school, stage)));
      const senior = sum(parts.map((school) => (typesWithSenior.includes(school.type) ? known(school.pupils.senior) : 0)));
      return { head, parts, pupils: { primary: of("primary"), junior: of("junior") }, senior };
    })
    .filter(({ head, pupils: { primary, junior } }) => {
      const pupils = primary + junior;
      return pupils !== 0 && !(head.type === "teaching_point" && pupils < leastOfPoint);
    });
};

/** Share of a stage in what its school has: a junior pupil counts as 1.1, a senior one as 1.32. */
const shareOf = ({ pupils: { primary, junior }, senior }: Unit, stage: Stage): number => {
  if ([primary, junior, senior].filter((pupils) => pupils !== 0).length === 1) return 1;
  const all = primary + 1.1 * junior + 1.32 * senior;
  return (stage === "primary" ? primary : 1.1 * junior) / all;
};

const resourcesOf = (unit: Unit, stage: Stage): readonly number[] => {
  const share = shareOf(unit, stage);
  const staff = unit.parts.flatMap(({ teachers }) => teachers[stage] ?? []);
  const facilities = unit.parts.map((part) => part.facilities);
  return [
    sum(staff.map(({ aboveRequiredEducation }) => known(aboveRequiredEducation))),
    sum(staff.map(({ backbone }) => known(backbone))),
    sum(staff.map((own) => known(own.physicalEducation) + known(own.music) + known(own.art) + known(own.integratedArts))),
    sum(facilities.map(({ teachingAreaM2, gymAreaM2 }) => known(teachingAreaM2) - known(gymAreaM2))) * share,
    sum(facilities.map(({ sportsFieldAreaM2, gymAreaM2 }) => known(sportsFieldAreaM2) + known(gymAreaM2))) * share,
    sum(facilities.map(({ equipmentValueWan }) => known(equipmentValueWan) * 10_000)) * share,
    sum(facilities.map(({ multimediaRooms }) => known(multimediaRooms))) * share,
  ];
};

const rowAnswer = ({ pupils, resources }: Row, stage: Stage): Answer => {
  const limits = standards[stage];
  const values = resources.map((resource, indicator) => (resource * (scales[indicator] ?? 1)) / pupils);
  const open = values.filter(Number.isNaN).length;
  const met = values.filter((value, indicator) => value >= (limits[indicator] ?? 0)).length;
  if (values.some((value, indicator) => value < (limits[indicator] ?? 0) * floorShare) || met + open < minimumMet) return "not_met";
  return open > 0 ? "not_evaluable" : "met";
};

/** 差异系数 of a resource among the rows of a stage, weighted by pupils; NaN where anything is unknown or there is nothing. */
const cvOf = (rows: readonly Row[], indicator: number): number => {
  const pupils = sum(rows.map((row) => row.pupils));
  const mean = sum(rows.map(({ resources }) => known(resources[indicator]))) / pupils;
  const squares = rows.map((row) => row.pupils * (known(row.resources[indicator]) / row.pupils - mean) ** 2);
  return mean > 0 ? Math.sqrt(sum(squares) / pupils) / mean : Number.NaN;
};

const all = (answers: readonly Answer[]): Answer => {
  if (answers.includes("not_met")) return "not_met";
  return answers.length === 0 || answers.includes("not_evaluable") ? "not_evaluable" : "met";
};

/** The seven indicators of every school and their coefficients of variation, primary first. */
export const judgeRows = (schools: readonly School[]): { readonly verdict: Answer; readonly cvs: readonly number[] } => {
  const units = countedUnits(schools);
  const judged = stages.map((stage) => {
    const rows = units
      .filter((unit) => unit.pupils[stage] !== 0)
      .map((unit): Row => ({ pupils: unit.pupils[stage], resources: resourcesOf(unit, stage) }));
    const cvs = scales.map((_, indicator) => cvOf(rows, indicator));
    const balances = cvs.map((cv): Answer => (Number.isNaN(cv) ? "not_evaluable" : cv <= cvLimits[stage] ? "met" : "not_met"));
    return { cvs, answer: all([all(rows.map((row) => rowAnswer(row, stage))), all(balances)]) };
  });
  return { verdict: all(judged.map(({ answer }) => answer)), cvs: judged.flatMap(({ cvs }) => cvs) };
};
