import type { CountyAssessment, Verdict } from "./contract";
import { itemIds } from "./items-contract";

/** 优质均衡 as a whole in one verdict and two counts: school sections, coefficients of variation and the 25 items together. */
export interface Whole {
  /** Of all parts. */
  readonly verdict: Verdict;
  /** 差 n 项. */
  readonly failing: number;
  /** 无法评定 n 项. */
  readonly open: number;
}

/**
 * What a county is told at home, and all others who look at it. In a judgement kept from before the 25 items were judged
 * each of them is one that cannot be judged: such a county may be known to fail, never to pass.
 */
export const wholeOf = ({
  verdict,
  failing,
  notEvaluable,
  items,
  overall,
}: Pick<CountyAssessment, "verdict" | "failing" | "notEvaluable" | "items" | "overall">): Whole => {
  const count = (of: Verdict): number => itemIds.filter((id) => (items?.[id].verdict ?? "not_evaluable") === of).length;
  const whole = overall?.verdict ?? (verdict === "met" ? "incomplete" : verdict);
  return {
    verdict: whole === "incomplete" ? "not_evaluable" : whole,
    failing: failing + count("not_met"),
    open: notEvaluable + count("not_evaluable"),
  };
};
