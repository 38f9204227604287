import type { RuleSet } from "@server/compliance/engine/index";
import type { LeverCost } from "../../levers/lever";
import type { BoundLever } from "../../levers/registry";
import { type LeanYear, leanYear } from "../lean-year";
import { rulesByYear } from "../rules-by-year";
import { type Question, simulate } from "../simulate";
import type { CountyState } from "../state";

/** One simulation of the whole horizon, judged in one year. */
export interface Trial<T> {
  readonly seen: T;
  /** All levers together, base year first, 万元. */
  readonly cost: readonly LeverCost[];
  readonly costWan: number;
  /** Levers that asked for more than there was. */
  readonly lacking: ReadonlySet<string>;
}

/** Simulates with these levers (in their order of action); `read` sees the judged year while it stands. Null when the year is not within the horizon. */
export const trialOf = <T>(
  question: Question,
  levers: readonly BoundLever[],
  ruleSet: RuleSet,
  year: number,
  read: (lean: LeanYear, state: CountyState) => T,
): Trial<T> | null => {
  const rulesOf = rulesByYear(ruleSet);
  const cost: LeverCost[] = [];
  const seen: T[] = [];
  const { lacking } = simulate(question, levers, ruleSet, (state, prices) => {
    let [capitalWan, recurrentWan] = [0, 0];
    for (const bound of levers) {
      const own = bound.cost({ year: state.year, prices, state });
      capitalWan += own.capitalWan;
      recurrentWan += own.recurrentWan;
    }
    cost.push({ capitalWan, recurrentWan });
    if (state.year === year) seen.push(read(leanYear(state, question, rulesOf(year)), state));
  });
  const [first] = seen;
  if (first === undefined) return null;
  const costWan = cost.reduce((sum, { capitalWan, recurrentWan }) => sum + capitalWan + recurrentWan, 0);
  return { seen: first, cost, costWan, lacking: new Set(lacking.map(({ leverId }) => leverId)) };
};
