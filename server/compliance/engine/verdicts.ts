import { type Verdict, verdictSchema } from "@server/compliance/contract";
import { codeAt } from "./cells";
import { type IndicatorColumns, stateCode } from "./indicators";

/**
 * Three-valued logic: a definite failure is 不达标 even when other figures are missing; what is missing
 * never becomes a pass.
 */

export const verdictNames: readonly Verdict[] = verdictSchema.options;
export const verdictCode = { met: 0, notMet: 1, notEvaluable: 2 } as const;

/** All must be met: one failure fails, else one gap (or nothing to judge) leaves it open. */
export const allOf = (codes: Iterable<number>): number => {
  let result: number = verdictCode.notEvaluable;
  let open = false;
  for (const code of codes) {
    if (code === verdictCode.notMet) return verdictCode.notMet;
    if (code === verdictCode.notEvaluable) open = true;
    result = verdictCode.met;
  }
  return open ? verdictCode.notEvaluable : result;
};

/** How many indicators of a section are met, missing and below the floor. */
export interface SectionCounts {
  readonly met: Uint8Array;
  readonly missing: Uint8Array;
  readonly below: Uint8Array;
}

/** Counts the states of each section over its indicators. */
export const countStates = (indicators: readonly IndicatorColumns[], sections: number): SectionCounts => {
  const counts = { met: new Uint8Array(sections), missing: new Uint8Array(sections), below: new Uint8Array(sections) };
  for (const { state } of indicators) {
    for (let index = 0; index < sections; index++) {
      const code = codeAt(state, index);
      if (code === stateCode.met) counts.met[index] = codeAt(counts.met, index) + 1;
      else if (code === stateCode.below) counts.below[index] = codeAt(counts.below, index) + 1;
      else if (code === stateCode.notEvaluable) counts.missing[index] = codeAt(counts.missing, index) + 1;
    }
  }
  return counts;
};

/**
 * School rule (第六条): not met if a known value is below the floor or if even all missing ones could not
 * bring the met indicators to the minimum; not evaluable if anything else is missing; else met.
 */
export const judgeSections = (counts: SectionCounts, minimumMet: number): Uint8Array =>
  counts.met.map((met, index) => {
    const missing = codeAt(counts.missing, index);
    if (codeAt(counts.below, index) > 0 || met + missing < minimumMet) return verdictCode.notMet;
    return missing > 0 ? verdictCode.notEvaluable : verdictCode.met;
  });
