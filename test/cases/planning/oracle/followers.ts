import { type School, type Stage, stages } from "@server/statistics/contract";
import { asCell, type Cell, gradesOf, known, pupilsIn, settled, sumOf, teaches } from "./figures";

/** What follows the pupils of a school: who lives in its zone, migrants' children, new entrants, funds. */

type Measure = (school: School) => number;

const inStage =
  (stage: Stage): Measure =>
  (school) =>
    pupilsIn(school, stage);
const entering =
  (stage: Stage): Measure =>
  (school) =>
    teaches(school, stage) ? known(gradesOf(school, stage)?.[0]) : 0;
const all: Measure = (school) => sumOf(stages.map((stage) => pupilsIn(school, stage)));

/** 不足100人按100人核定: a smaller school is funded as if it had so many, one without pupils not at all. */
const leastFunded = 100;
const funded: Measure = (school) => (all(school) > 0 ? Math.max(leastFunded, all(school)) : all(school));

/** A figure a year later: in proportion to the pupils; the county's mean a pupil where a school had none before. */
const follow = (read: (school: School) => Cell, measure: Measure, schools: readonly School[], before: School, now: School): Cell => {
  const [past, present] = [measure(before), measure(now)];
  if (past === present) return read(before);
  if (past > 0) return asCell((known(read(before)) * present) / past);
  if (Number.isNaN(past) || Number.isNaN(present)) return null;
  const seen = schools.filter((school) => read(school) !== null && measure(school) > 0);
  const figures = sumOf(seen.map((school) => known(read(school))));
  return seen.length === 0 ? null : asCell((figures / sumOf(seen.map(measure))) * present);
};

/** A school of the year with all that follows its pupils, from the county of the year before. */
export const withFollowers = (schools: readonly School[], before: School, now: School): School => {
  if (!stages.some((stage) => teaches(now, stage))) return now;
  const of = (measure: Measure, read: (school: School) => Cell): Cell => follow(read, measure, schools, before, now);
  const among = (measure: Measure, read: (school: School) => Cell): Cell => settled(of(measure, read), measure(now));
  return {
    ...now,
    enrolment: {
      ...before.enrolment,
      migrantWorkerChildren: among(all, ({ enrolment }) => enrolment.migrantWorkerChildren),
      inZonePrimary: among(inStage("primary"), ({ enrolment }) => enrolment.inZonePrimary),
      inZoneJunior: among(inStage("junior"), ({ enrolment }) => enrolment.inZoneJunior),
      entrantsPrimary: of(entering("primary"), ({ enrolment }) => enrolment.entrantsPrimary),
      entrantsJunior: of(entering("junior"), ({ enrolment }) => enrolment.entrantsJunior),
      entrantsInZonePrimary: of(entering("primary"), ({ enrolment }) => enrolment.entrantsInZonePrimary),
      entrantsInZoneJunior: of(entering("junior"), ({ enrolment }) => enrolment.entrantsInZoneJunior),
    },
    money: {
      publicFundsBudgetWan: of(funded, ({ money }) => money.publicFundsBudgetWan),
      publicFundsActualWan: of(funded, ({ money }) => money.publicFundsActualWan),
      trainingBudgetWan: of(funded, ({ money }) => money.trainingBudgetWan),
      trainingActualWan: of(funded, ({ money }) => money.trainingActualWan),
    },
  };
};
