import { explainItem, verdictCode, verdictNames } from "@server/compliance/engine/index";
import type { ItemResult } from "@server/compliance/items-contract";
import type { Stage } from "@server/statistics/contract";
import type { PlanAnswer, PlanClause } from "../contract";
import { columnsOfState } from "../engine/columns";
import { type CountyState, at as cellAt, classesAt } from "../engine/state";
import type { Ground } from "./ground";

/** The clauses asked for, year by year, in a county as it is stepped without a plan's free decisions. */
export interface ClauseYear {
  readonly year: number;
  readonly results: ReadonlyMap<PlanClause, ItemResult>;
  /** 符合交流条件教师 as the year reports them. */
  readonly eligible: number;
  /** Classes, ordinary classrooms and teachers of a school's stage, by `schoolCode stage`. */
  readonly sections: ReadonlyMap<string, { readonly classes: number; readonly roomsLacking: number; readonly teachers: number }>;
}

type ClauseReport = NonNullable<PlanAnswer["clauses"]>["leftOut"][number];

const sectionsOf = (state: CountyState, { question: { base } }: Ground): ClauseYear["sections"] => {
  const found = new Map<string, { classes: number; roomsLacking: number; teachers: number }>();
  base.schools.forEach(({ code }, row) => {
    const classes = (stage: Stage): number => (state.taught[stage][row] === 1 ? classesAt(state, stage, row) : 0);
    const roomsLacking = Math.max(0, classes("primary") + classes("junior") - cellAt(state.facilities.ordinaryClassrooms, row));
    for (const stage of ["primary", "junior"] as const) {
      if (state.taught[stage][row] !== 1) continue;
      found.set(`${code} ${stage}`, { classes: classes(stage), roomsLacking, teachers: cellAt(state.teachers[stage].fullTime, row) });
    }
  });
  return found;
};

/** What the compliance engine says of each clause in every required year, with the schools and figures behind it. */
export const readClauses = (ground: Ground, clauses: readonly PlanClause[]): readonly ClauseYear[] => {
  const { question, rules, ruleSet } = ground;
  const required = new Set(clauses.length === 0 ? [] : ground.required);
  const years: ClauseYear[] = [];
  if (required.size === 0) return years;
  ground.simulated(ground.kept, (state) => {
    const { year } = state;
    if (!required.has(year)) return;
    const columns = columnsOfState(state, question.base, rules(year));
    years.push({
      year,
      results: new Map(clauses.map((clause) => [clause, explainItem(columns, ruleSet, clause).result])),
      eligible: state.countyFacts.facts.rotationEligible ?? Number.NaN,
      sections: sectionsOf(state, ground),
    });
  });
  return years;
};

/** Whether an item can be judged whatever is done for it: nothing about it is missing. */
const isJudged = ({ verdict, open, missing }: ItemResult): boolean =>
  verdict !== verdictNames[verdictCode.notEvaluable] && open.length === 0 && missing.length === 0;

/** The clauses asked for that cannot be judged in some required year, with how much is missing in the first such one. */
export const leftOutOf = (years: readonly ClauseYear[], clauses: readonly PlanClause[]): readonly ClauseReport[] =>
  clauses.flatMap((clause): readonly ClauseReport[] => {
    for (const { results } of years) {
      const result = results.get(clause);
      if (result !== undefined && !isJudged(result)) return [{ clause, schools: result.open.length, figures: result.missing.length }];
    }
    return [];
  });
