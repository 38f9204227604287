import type { RuleSet } from "@server/compliance/engine/index";
import type { Lever } from "../contract";
import { effectYear } from "../levers/lever";
import type { BoundLever } from "../levers/registry";
import { emptyTrace, leverRulesOf, type Question, stepYear, type Trace } from "./simulate";
import { type CountyState, stateOf } from "./state";
import { yearEnds } from "./year-ends";

/** Hears of the base year and of every projected year. `known`: the state is that of the run before, only what levers cost may differ. */
type CloseYear = (state: CountyState, prices: number, known: boolean) => void;

/** How much of a trace had been written by the end of a year. */
interface Written extends Pick<Trace, "uses"> {
  readonly flows: number;
  readonly notices: number;
  readonly lacking: number;
  readonly beyond: number;
}

const writtenOf = ({ flows, notices, lacking, beyond, uses }: Trace): Written => ({
  flows: flows.length,
  notices: notices.length,
  lacking: lacking.length,
  beyond: beyond.length,
  uses: new Map(uses),
});

const traceUntil = (trace: Trace, { flows, notices, lacking, beyond, uses }: Written): Trace => ({
  flows: trace.flows.slice(0, flows),
  notices: trace.notices.slice(0, notices),
  lacking: trace.lacking.slice(0, lacking),
  beyond: trace.beyond.slice(0, beyond),
  uses: new Map(uses),
});

/** First year that may end otherwise with these levers than with those before: no lever acts before its effect. */
const firstDifference = (before: readonly BoundLever[], after: readonly BoundLever[], firstYear: number): number => {
  // With none at all not even prices are used.
  if ((before.length === 0) !== (after.length === 0)) return firstYear;
  const gone = new Map<string, Lever>(before.map(({ lever }) => [lever.id, lever]));
  let year = Number.POSITIVE_INFINITY;
  for (const { lever } of after) {
    const known = gone.get(lever.id);
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(lever)) gone.delete(lever.id);
    else year = Math.min(year, effectYear(lever));
  }
  for (const lever of gone.values()) year = Math.min(year, effectYear(lever));
  return year;
};

interface Run {
  readonly levers: readonly BoundLever[];
  readonly trace: Trace;
  /** By year, the base year first. */
  readonly written: readonly Written[];
}

/**
 * Steps a county over the horizon for one scenario after another, each time from the first year that differs from the
 * run before: the years until then stand as they were. `ruleSet` null rehearses, as in `simulate`.
 */
export const resumingSimulator = (
  question: Question,
  ruleSet: RuleSet | null,
): ((levers: readonly BoundLever[], closeYear: CloseYear) => Trace) => {
  const { dataset, base, model, document } = question;
  const { horizonYears, assumptions } = document;
  const state = stateOf(dataset, base, model.beginning);
  const ends = yearEnds(state);
  const rules = leverRulesOf(question, ruleSet);
  let last: Run | null = null;
  return (levers, closeYear) => {
    const known = last === null ? 0 : Math.max(1, firstDifference(last.levers, levers, model.baseYear + 1) - model.baseYear);
    const written = last === null ? [] : last.written.slice(0, known);
    const until = written.at(-1);
    const trace = last === null || until === undefined ? emptyTrace() : traceUntil(last.trace, until);
    last = null;
    let prices = 1;
    for (let index = 0; index <= horizonYears; index += 1) {
      if (index > 0) prices *= 1 + assumptions.priceGrowth;
      if (index < known) ends.restore(index);
      else {
        if (index > 0) stepYear(question, state, levers, trace, rules);
        ends.keep(index);
        written.push(writtenOf(trace));
      }
      closeYear(state, prices, index < known);
    }
    last = { levers, trace, written };
    return trace;
  };
};
