import type { BasicExplanation } from "@server/compliance/basic-contract";
import { cellAt } from "../cells";
import { type CountyColumns, schoolAt } from "../columns";
import { leastFurther, type ResourceSums, sumsOf } from "../flip";
import { sectionId } from "../section-id";
import { spreadOf } from "../spread";
import { verdictCode } from "../verdicts";
import type { BasicIndicatorColumns, BasicStageJudgement } from "./kernel";
import type { BasicRules } from "./rule-set";

type Change = NonNullable<BasicExplanation["flip"]>;

/** The coefficient that one of the eight must come down to, the others as they are, for their mean to be the limit. */
const targetOf = ({ composite, indicators }: BasicStageJudgement, { spread }: BasicIndicatorColumns, limit: number): number =>
  spread.cv - indicators.length * (composite.cv - limit);

/** Whole units of the resource at one school that bring one coefficient to `target`; NaN when no amount does. */
const amountAt = (
  { sections }: BasicStageJudgement,
  { resource, measure }: BasicIndicatorColumns,
  sums: ResourceSums,
  index: number,
  target: number,
): number => {
  const section = sections[index];
  if (section === undefined) return Number.NaN;
  // What a school of several stages gets is shared by them.
  const share = measure.shared ? section.share : 1;
  const own = { resource: cellAt(resource, index), pupils: section.pupils };
  const least = Math.ceil(leastFurther(sums, own, target) / share - 1e-6);
  const cvWith = (amount: number): number => spreadOf(resource.with(index, own.resource + amount * share), sections).cv;
  return [least, least + 1].find((amount) => cvWith(amount) <= target) ?? Number.NaN;
};

/**
 * The one school and the one resource that bring a composite to its limit at least cost (最省的改法): whole units of
 * one of the eight, the others as they are. Null when the composite is met or cannot be judged, or when no single
 * change is enough.
 */
export const flipComposite = (columns: CountyColumns, rules: BasicRules, judged: BasicStageJudgement): Change | null => {
  const { composite, indicators, sections, stage } = judged;
  if (composite.verdict !== verdictCode.notMet || Number.isNaN(composite.cv)) return null;
  // A hair below the limit, so that doubles cannot leave the mean above it.
  const limit = rules.composite[stage].deciding.value * (1 - 1e-12);
  const changes = indicators.flatMap((result) => {
    const target = targetOf(judged, result, limit);
    if (!(target > 0)) return [];
    const sums = sumsOf(result.resource, sections);
    return sections.flatMap((section, index): Change[] => {
      const amount = amountAt(judged, result, sums, index, target);
      if (!(amount > 0)) return [];
      const school = schoolAt(columns, section.unit.head);
      return [
        {
          sectionId: sectionId(school, stage),
          schoolName: school.name,
          indicator: result.rule.id,
          amount,
          costYuan: amount * rules.values["basic.prices"][result.rule.id],
        },
      ];
    });
  });
  return changes.reduce<Change | null>((best, one) => (best === null || one.costYuan < best.costYuan ? one : best), null);
};
