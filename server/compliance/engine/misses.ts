import { codeAt } from "./cells";
import { indicatorCount, metBits, missingBits } from "./section-rows";
import { verdictCode } from "./verdicts";

/** The indicators of a stage that stand against it, as sets of indicator bits. */
export interface Misses {
  /** Below the standard at a section that fails. */
  readonly failing: number;
  /** Not known at a section that cannot be judged. */
  readonly open: number;
  /** Not known at any section. */
  readonly unknown: number;
}

const allIndicators = (1 << indicatorCount) - 1;

/** Which indicators the sections of a stage miss, from their states and verdicts. */
export const missesOf = ({ states, sectionVerdicts }: { readonly states: Int32Array; readonly sectionVerdicts: Uint8Array }): Misses => {
  let failing = 0;
  let open = 0;
  let unknown = 0;
  for (let row = 0; row < states.length; row++) {
    const own = codeAt(states, row);
    const verdict = codeAt(sectionVerdicts, row);
    const missing = missingBits(own);
    unknown |= missing;
    if (verdict === verdictCode.notMet) failing |= allIndicators & ~(metBits(own) | missing);
    else if (verdict === verdictCode.notEvaluable) open |= missing;
  }
  return { failing, open, unknown };
};
