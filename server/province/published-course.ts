import type { Verdict } from "@server/compliance/contract";
import type { RuleSet } from "@server/compliance/engine/index";
import { type ItemId, itemIdSchema } from "@server/compliance/items-contract";
import type { ScenarioDocument } from "@server/planning/contract";
import { leanProjection } from "@server/planning/engine/index";
import type { CourseYear } from "@server/planning/outlook-contract";
import type { CountyDataset } from "@server/statistics/contract";

/** 优质均衡 as a whole in one word, as `wholeOf` says it of a judgement. */
export const wholeVerdict = ({ overall }: Pick<CourseYear, "overall">): Verdict => (overall === "incomplete" ? "not_evaluable" : overall);

/** Which of the 25 items fail, in the order of the regulation. */
export const failingItems = ({ binding }: Pick<CourseYear, "binding">): ItemId[] =>
  binding.flatMap((clause) => {
    const item = itemIdSchema.safeParse(clause);
    return item.success ? [item.data] : [];
  });

/**
 * The years of a published county, with the levers and rules given. What a county has stated goes on as it published it,
 * as on its own home page: else no year to come could be judged as a whole.
 */
export const publishedCourse = (dataset: CountyDataset, document: ScenarioDocument, ruleSet: RuleSet): readonly CourseYear[] =>
  leanProjection(dataset, { ...document, assumptions: { ...document.assumptions, evidence: "as_base_year" } }, ruleSet);
