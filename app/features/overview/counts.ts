import type { CountyAssessment } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";

/** 差 n 项 and 无法评定 n 项: school sections, coefficients of variation and the 25 items of the county together. */
export interface Distance {
  readonly failing: number;
  readonly open: number;
}

export const distanceOf = ({ failing, notEvaluable, items }: Pick<CountyAssessment, "failing" | "notEvaluable" | "items">): Distance => {
  const count = (verdict: "not_met" | "not_evaluable"): number =>
    items === null ? 0 : itemIds.filter((id) => items[id].verdict === verdict).length;
  return { failing: failing + count("not_met"), open: notEvaluable + count("not_evaluable") };
};
