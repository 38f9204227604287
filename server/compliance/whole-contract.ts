import type { CountyAssessment, Verdict } from "./contract";
import { type ItemId, itemIds } from "./items-contract";

/** 优质均衡 as a whole in one verdict and two counts: school sections, coefficients of variation and the 25 items together. */
export interface Whole {
  /** Of all parts. */
  readonly verdict: Verdict;
  /** 差 n 项. */
  readonly failing: number;
  /** 无法评定 n 项. */
  readonly open: number;
}

/** Parts of the whole that neither count knows: 一票否决, 申报资格, 地方附加指标. */
export const uncountedParts = ["vetoes", "eligibility", "extras"] as const;
export type UncountedPart = (typeof uncountedParts)[number];

type Resource = Pick<CountyAssessment, "verdict" | "failing" | "notEvaluable" | "overall">;

/** Where the 25 items were not judged each of them is one that cannot be: such a county may be known to fail, never to pass. */
const counted = ({ verdict, failing, notEvaluable, overall }: Resource, itemOf: (id: ItemId) => Verdict | undefined): Whole => {
  const count = (of: Verdict): number => itemIds.filter((id) => (itemOf(id) ?? "not_evaluable") === of).length;
  const whole = overall?.verdict ?? (verdict === "met" ? "incomplete" : verdict);
  return {
    verdict: whole === "incomplete" ? "not_evaluable" : whole,
    failing: failing + count("not_met"),
    open: notEvaluable + count("not_evaluable"),
  };
};

/** What a county is told at home, and all others who look at it; also of a judgement kept from before the items were judged. */
export const wholeOf = ({ items, ...judged }: Resource & Pick<CountyAssessment, "items">): Whole =>
  counted(judged, (id) => items?.[id].verdict);

/** The same of a projected year, whose items are known by their verdicts. */
export const wholeOfYear = ({ items, ...judged }: Resource & { readonly items: Readonly<Record<ItemId, Verdict>> | null }): Whole =>
  counted(judged, (id) => items?.[id]);
