import type { CountyAssessment, Verdict } from "./contract";
import { itemIds } from "./items-contract";

/** 优质均衡 as a whole in one verdict and two counts: school sections, coefficients of variation and the 25 items together. */
export interface Whole {
  /** Of all parts; of the resource part alone in a judgement kept from before the others were judged. */
  readonly verdict: Verdict;
  /** 差 n 项. */
  readonly failing: number;
  /** 无法评定 n 项. */
  readonly open: number;
}

/** What a county is told at home, and all others who look at it. */
export const wholeOf = ({
  verdict,
  failing,
  notEvaluable,
  items,
  overall,
}: Pick<CountyAssessment, "verdict" | "failing" | "notEvaluable" | "items" | "overall">): Whole => {
  const count = (of: Verdict): number => (items === null ? 0 : itemIds.filter((id) => items[id].verdict === of).length);
  return {
    verdict: overall === null ? verdict : overall.verdict === "incomplete" ? "not_evaluable" : overall.verdict,
    failing: failing + count("not_met"),
    open: notEvaluable + count("not_evaluable"),
  };
};
