import { judgeColumns, schoolAt, sectionId, verdictCode } from "@server/compliance/engine/index";
import type { Stage } from "@server/statistics/contract";
import type { Lever } from "../contract";
import { columnsOfState } from "../engine/columns";
import { inOrder, simulate } from "../engine/simulate";
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

/** What the engine makes of a plan. */
export interface Trial {
  readonly levers: readonly Lever[];
  /** Every required year is met and no lever asks for more than there is. */
  readonly met: boolean;
  readonly lacking: number;
  readonly sections: readonly { readonly key: string; readonly year: number }[];
  readonly balances: readonly MissedBalance[];
  readonly failingByYear: ReadonlyMap<number, number>;
  /** 万元 of the plan alone, and with the kept levers. */
  readonly costByYear: ReadonlyMap<number, { readonly capitalWan: number; readonly recurrentWan: number; readonly withKeptWan: number }>;
  readonly costWan: number;
}

/**
 * Has the engine judge a plan: the county is stepped with the kept levers and the plan's own, and every required year
 * is judged as a projection judges it.
 */
export const tryPlan = (ground: Ground, levers: readonly Lever[], everyYear = false): Trial => {
  const { question, kept, ruleSet, rules } = ground;
  const own = levers.map(boundLever);
  const required = new Set(ground.required);
  const sections: { key: string; year: number }[] = [];
  const balances: MissedBalance[] = [];
  const failingByYear = new Map<number, number>();
  const costByYear = new Map<number, { capitalWan: number; recurrentWan: number; withKeptWan: number }>();
  let met = true;
  let costWan = 0;
  const trace = simulate(question, inOrder([...kept.map(({ lever }) => lever), ...levers]), ruleSet, (state, prices) => {
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
    if (!required.has(year) && !everyYear) return;
    const columns = year === question.model.baseYear ? question.base : columnsOfState(state, question.base, rules(year));
    const judged = judgeColumns(columns, rules(year));
    failingByYear.set(year, judged.failing);
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
  return { levers, met: met && lacking === 0, lacking, sections, balances, failingByYear, costByYear, costWan };
};
