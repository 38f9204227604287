import {
  type CountyColumns,
  type CountyJudgement,
  itemVerdicts,
  judgeColumns,
  type Rules,
  schoolAt,
  sectionId,
  verdictCode,
} from "@server/compliance/engine/index";
import type { Stage } from "@server/statistics/contract";
import type { Lever, Milestone, PlanRequest } from "../contract";
import { columnsOfState } from "../engine/columns";
import { inOrder } from "../engine/simulate";
import { bothStages } from "../engine/state";
import { boundLever } from "../levers/registry";
import { balanceKey } from "./effects";
import { costOf, type Ground } from "./ground";
import { areKept } from "./obligations";

/** A balance that a plan does not keep, with the resources that it leads to. */
export interface MissedBalance {
  readonly key: string;
  readonly year: number;
  readonly stage: Stage;
  readonly resources: readonly number[];
}

/** How far the schools are in the year of a milestone. */
export interface Halfway {
  readonly year: number;
  readonly schools: number;
  readonly met: number;
  /** Sections that do not meet the standard. */
  readonly failing: readonly string[];
}

/** Schools that a milestone asks for, of so many. */
export const askedOf = ({ share }: Milestone, schools: number): number => Math.ceil(share * schools - 1e-9);

/** What the engine makes of a plan. */
export interface Trial {
  readonly levers: readonly Lever[];
  /** Every required year is met, by every clause asked for, and no lever asks for more than there is. */
  readonly met: boolean;
  readonly sections: readonly { readonly key: string; readonly year: number }[];
  readonly balances: readonly MissedBalance[];
  readonly halfway: readonly Halfway[];
  /** 万元 of the plan alone, its fixed levers included, and with the kept ones. */
  readonly costByYear: ReadonlyMap<number, { readonly planWan: number; readonly withKeptWan: number }>;
  /** 万元 of what the plan decides, and what that adds to the cost of its fixed levers. */
  readonly costWan: number;
  /** 万元 of the fixed levers alone. */
  readonly fixedWan: number;
}

/** Milestones of a request that a plan misses. */
export const missedMilestones = ({ halfway }: Trial, { milestones = [] }: PlanRequest): readonly Halfway[] =>
  halfway.filter(({ year, schools, met }) => milestones.some((own) => own.year === year && met < askedOf(own, schools)));

/** 万元 by which the dearest year or the whole goes beyond the request's budgets, as the engine counts. */
export const overBudget = (trial: Trial, { annualBudgetWan, totalBudgetWan }: PlanRequest): number => {
  let over = totalBudgetWan === null ? 0 : trial.costWan + trial.fixedWan - totalBudgetWan;
  if (annualBudgetWan !== null) {
    for (const { planWan, withKeptWan } of trial.costByYear.values()) {
      if (planWan > 0) over = Math.max(over, withKeptWan - annualBudgetWan);
    }
  }
  return over > 1e-6 ? over : 0;
};

/** Whether the engine passes a plan, and it keeps the budgets and milestones of the request. */
export const passes = (trial: Trial, request: PlanRequest): boolean =>
  trial.met && overBudget(trial, request) === 0 && missedMilestones(trial, request).length === 0;

interface InForce {
  readonly year: number;
  readonly rules: Rules;
}

const halfwayOf = (year: number, { stages }: CountyJudgement, base: CountyColumns): Halfway => {
  const failing: string[] = [];
  let schools = 0;
  for (const stage of bothStages) {
    const { sections, sectionVerdicts } = stages[stage];
    schools += sections.length;
    sections.forEach(({ unit: { head } }, index) => {
      if (sectionVerdicts[index] !== verdictCode.met) failing.push(sectionId(schoolAt(base, head), stage));
    });
  }
  return { year, schools, met: schools - failing.length, failing };
};

/** Whether a year meets the items asked for, and those that cannot be judged fail no more than they did. */
const keepsClauses = (
  { clauses: { held, leftOut, unmet } }: Ground,
  judged: CountyJudgement,
  columns: CountyColumns,
  { rules, year }: InForce,
): boolean => {
  if (held.length + leftOut.length === 0) return true;
  const { items } = itemVerdicts(columns, judged, rules);
  return (
    held.every((clause) => items[clause] === "met") &&
    leftOut.every(({ clause }) => items[clause] !== "not_met" || unmet.has(`${year} ${clause}`))
  );
};

/**
 * Has the engine judge a plan: the county is stepped with the kept levers and the plan's own, and every required year
 * and every milestone's is judged as a projection judges it.
 */
export const tryPlan = (ground: Ground, levers: readonly Lever[]): Trial => {
  const { question, kept, fixed, fixedWan, rules } = ground;
  const own = levers.map(boundLever);
  const required = new Set(ground.required);
  const sections: { key: string; year: number }[] = [];
  const balances: MissedBalance[] = [];
  const milestones = new Set(ground.milestones.map(({ year }) => year));
  const halfway: Halfway[] = [];
  const costByYear = new Map<number, { planWan: number; withKeptWan: number }>();
  let met = areKept(ground.clauses.obligations, levers);
  let costWan = -fixedWan;
  const trace = ground.simulated(inOrder([...kept.map(({ lever }) => lever), ...levers]), (state, prices) => {
    const { year } = state;
    const ownWan = costOf(own, year, prices, state);
    const planWan = ownWan + costOf(fixed, year, prices, state);
    costWan += planWan;
    costByYear.set(year, { planWan, withKeptWan: ownWan + costOf(kept, year, prices, state) });
    if (!required.has(year) && !milestones.has(year)) return;
    const columns = year === question.model.baseYear ? question.base : columnsOfState(state, question.base, rules(year));
    const judged = judgeColumns(columns, rules(year));
    if (milestones.has(year)) halfway.push(halfwayOf(year, judged, question.base));
    if (!required.has(year)) return;
    if (!keepsClauses(ground, judged, columns, { rules: rules(year), year })) met = false;
    if (judged.verdict === verdictCode.met) return;
    met = false;
    for (const stage of bothStages) {
      const part = judged.stages[stage];
      part.sections.forEach(({ unit }, index) => {
        if (part.sectionVerdicts[index] !== verdictCode.met)
          sections.push({ key: sectionId(schoolAt(question.base, unit.head), stage), year });
      });
      part.balances.forEach(({ verdict }, indicator) => {
        if (verdict === verdictCode.met) return;
        const resources = [...(part.balanced.indicators[indicator]?.resource ?? [])];
        balances.push({ key: balanceKey(year, stage, indicator), year, stage, resources });
      });
    }
  });
  const lacking = trace.lacking.filter(({ leverId }) => levers.some(({ id }) => id === leverId)).length;
  return { levers, met: met && lacking === 0, sections, balances, halfway, costByYear, costWan, fixedWan };
};
