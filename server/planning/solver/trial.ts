import { type CountyColumns, type CountyJudgement, judgeColumns, schoolAt, sectionId, verdictCode } from "@server/compliance/engine/index";
import type { Stage } from "@server/statistics/contract";
import type { Lever, Milestone, PlanRequest } from "../contract";
import { columnsOfState } from "../engine/columns";
import { inOrder } from "../engine/simulate";
import { bothStages } from "../engine/state";
import { boundLever } from "../levers/registry";
import { balanceKey } from "./effects";
import { costOf, type Ground } from "./ground";

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
  /** Every required year is met and no lever asks for more than there is. */
  readonly met: boolean;
  readonly sections: readonly { readonly key: string; readonly year: number }[];
  readonly balances: readonly MissedBalance[];
  readonly halfway: readonly Halfway[];
  /** 万元 of the plan alone, and with the kept levers. */
  readonly costByYear: ReadonlyMap<number, { readonly capitalWan: number; readonly recurrentWan: number; readonly withKeptWan: number }>;
  readonly costWan: number;
}

/** Milestones of a request that a plan misses. */
export const missedMilestones = ({ halfway }: Trial, { milestones = [] }: PlanRequest): readonly Halfway[] =>
  halfway.filter(({ year, schools, met }) => milestones.some((own) => own.year === year && met < askedOf(own, schools)));

/** 万元 by which the dearest year or the whole goes beyond the request's budgets, as the engine counts. */
export const overBudget = (trial: Trial, { annualBudgetWan, totalBudgetWan }: PlanRequest): number => {
  let over = totalBudgetWan === null ? 0 : trial.costWan - totalBudgetWan;
  if (annualBudgetWan !== null) {
    for (const { capitalWan, recurrentWan, withKeptWan } of trial.costByYear.values()) {
      if (capitalWan + recurrentWan > 0) over = Math.max(over, withKeptWan - annualBudgetWan);
    }
  }
  return over > 1e-6 ? over : 0;
};

/** Whether the engine passes a plan, and it keeps the budgets and milestones of the request. */
export const passes = (trial: Trial, request: PlanRequest): boolean =>
  trial.met && overBudget(trial, request) === 0 && missedMilestones(trial, request).length === 0;

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

/**
 * Has the engine judge a plan: the county is stepped with the kept levers and the plan's own, and every required year
 * and every milestone's is judged as a projection judges it.
 */
export const tryPlan = (ground: Ground, levers: readonly Lever[]): Trial => {
  const { question, kept, rules } = ground;
  const own = levers.map(boundLever);
  const required = new Set(ground.required);
  const sections: { key: string; year: number }[] = [];
  const balances: MissedBalance[] = [];
  const milestones = new Set(ground.milestones.map(({ year }) => year));
  const halfway: Halfway[] = [];
  const costByYear = new Map<number, { capitalWan: number; recurrentWan: number; withKeptWan: number }>();
  let met = true;
  let costWan = 0;
  const trace = ground.simulated(inOrder([...kept.map(({ lever }) => lever), ...levers]), (state, prices) => {
    const { year } = state;
    let capitalWan = 0;
    let recurrentWan = 0;
    for (const lever of own) {
      const cost = lever.cost({ year, prices, state });
      capitalWan += cost.capitalWan;
      recurrentWan += cost.recurrentWan;
    }
    costWan += capitalWan + recurrentWan;
    costByYear.set(year, { capitalWan, recurrentWan, withKeptWan: capitalWan + recurrentWan + costOf(kept, year, prices, state) });
    if (!required.has(year) && !milestones.has(year)) return;
    const columns = year === question.model.baseYear ? question.base : columnsOfState(state, question.base, rules(year));
    const judged = judgeColumns(columns, rules(year));
    if (milestones.has(year)) halfway.push(halfwayOf(year, judged, question.base));
    if (!required.has(year) || judged.verdict === verdictCode.met) return;
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
  return { levers, met: met && lacking === 0, sections, balances, halfway, costByYear, costWan };
};
