import { type Verdict, verdictSchema } from "@server/compliance/contract";

/**
 * Three-valued logic: a definite failure is 不达标 even when other figures are missing; what is missing
 * never becomes a pass.
 */

export const verdictNames: readonly Verdict[] = verdictSchema.options;
export const verdictCode = { met: 0, notMet: 1, notEvaluable: 2 } as const;

/** Code of a verdict. */
export const codeOf = (verdict: Verdict): number => verdictNames.indexOf(verdict);

/** Name of a verdict code; what is no code is not evaluable. */
export const nameOf = (code: number): Verdict => verdictNames[code] ?? "not_evaluable";

/** All must be met: one failure fails, else one gap (or nothing to judge) leaves it open. */
export const allOf = (codes: ArrayLike<number>): number => {
  let result: number = verdictCode.notEvaluable;
  let open = false;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code === verdictCode.notMet) return verdictCode.notMet;
    if (code === verdictCode.notEvaluable) open = true;
    result = verdictCode.met;
  }
  return open ? verdictCode.notEvaluable : result;
};
