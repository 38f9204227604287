import { type JudgeYears, judgeFutures, type RuleSet } from "@server/compliance/engine/index";
import { rulesByYear } from "../rules-by-year";
import type { Question } from "../simulate";
import { at, bothStages, type CountyState, stateOf } from "../state";
import type { DrawnYears } from "./drawn-years";
import { followerYears } from "./followers";
import { pupilYears } from "./pupils";
import { staffYears } from "./staff";

/**
 * All projected years of a county in which no lever acts: what `stepYear` and the judgement of each year make of them, bit
 * for bit, in a fraction of the time. Nobody looks at a year before all of them are there, so each school goes through
 * its years at once. Null for a draw in which a figure lies so that only the yearly step can tell.
 */
export type UndisturbedYears = (drawn: DrawnYears) => ReturnType<JudgeYears>;

/** Every grade that is taught is reported and has somebody in its stage, and what is not taught has nobody. */
const areGradesPlain = ({ base }: Question, { pupils, classes, taught }: CountyState): boolean =>
  bothStages.every((stage) =>
    base.schools.every((_, row) => {
      const of = (grades: CountyState["pupils"]["primary"]): number => grades.reduce((sum, column) => sum + at(column, row), 0);
      const own = of(pupils[stage]);
      return own === at(base.pupils[stage], row) && !Number.isNaN(of(classes[stage])) && (taught[stage][row] === 1 ? own > 0 : own === 0);
    }),
  );

/** Nothing but the schools' own figures makes the years: no numbers that were entered, no cohorts that graduate. */
const isPlain = (question: Question, state: CountyState): boolean => {
  const { assumptions, given } = question.model;
  return (
    assumptions.retention !== "by_cohort" &&
    given.entrants.every((numbers) => numbers.size === 0) &&
    given.transfers.every((transfers) => transfers.length === 0) &&
    areGradesPlain(question, state)
  );
};

/** Null for a question whose years have to be stepped and judged one after the other. */
export const undisturbedYears = (question: Question, ruleSet: RuleSet): UndisturbedYears | null => {
  const { dataset, base, model, document } = question;
  const years = document.horizonYears;
  const state = stateOf(dataset, base, model.beginning);
  if (!isPlain(question, state)) return null;
  const pupils = pupilYears(question, state, years);
  const staff = staffYears(question, state, years);
  const followers = followerYears(state, years, pupils);
  const firstYear = model.baseYear + 1;
  const rulesOf = rulesByYear(ruleSet);
  const judge = judgeFutures({
    columns: { ...base, countyFacts: model.yearFacts },
    firstYear,
    rulesOfYears: Array.from({ length: years }, (_, year) => rulesOf(firstYear + year)),
    largestClass: pupils.largestClass,
  });
  if (judge === null) return null;
  const { all: allTeachers, certified, trained, teachers } = staff;
  const { inZone, funds } = followers;
  const moving = {
    pupils: pupils.pupils,
    classes: pupils.classes,
    most: pupils.most,
    teachers,
    inZone,
    allTeachers,
    certified,
    trained,
    funds,
  };
  return (drawn) => {
    if (!pupils.fill(drawn)) return null;
    staff.fill(drawn);
    return judge(moving);
  };
};
