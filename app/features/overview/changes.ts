import { type CountyAssessment, type ResourceIndicator, resourceIndicators, type Verdict } from "@server/compliance/contract";
import { type ItemId, itemIds } from "@server/compliance/items-contract";
import { type Stage, stages } from "@server/statistics/contract";

/** What is judged otherwise than a year before: a school section, a coefficient of variation or an item. */
export type Change = { readonly key: string; readonly before: Verdict; readonly now: Verdict } & (
  | { readonly kind: "section"; readonly schoolName: string; readonly stage: Stage }
  | { readonly kind: "balance"; readonly stage: Stage; readonly indicator: ResourceIndicator }
  | { readonly kind: "item"; readonly item: ItemId }
);

const order: Readonly<Record<Verdict, number>> = { not_met: 0, not_evaluable: 1, met: 2 };

/** Verdicts that differ between two judgements of a county; what got worse first. Schools that are in one year only are left out. */
export const changesOf = (before: CountyAssessment, now: CountyAssessment): readonly Change[] => {
  const sections = stages.flatMap((stage) => {
    const earlier = new Map(before.stages[stage].sections.map(({ id, verdict }) => [id, verdict]));
    return now.stages[stage].sections.flatMap(({ id, schoolName, verdict }): Change[] => {
      const was = earlier.get(id);
      return was === undefined || was === verdict ? [] : [{ key: id, kind: "section", schoolName, stage, before: was, now: verdict }];
    });
  });
  const balances = stages.flatMap((stage) =>
    resourceIndicators.flatMap((indicator): Change[] => {
      const [was, is] = [before.stages[stage].balance[indicator].verdict, now.stages[stage].balance[indicator].verdict];
      return was === is ? [] : [{ key: `${stage}:${indicator}`, kind: "balance", stage, indicator, before: was, now: is }];
    }),
  );
  const items = itemIds.flatMap((item): Change[] => {
    const [was, is] = [before.items?.[item].verdict, now.items?.[item].verdict];
    return was === undefined || is === undefined || was === is ? [] : [{ key: item, kind: "item", item, before: was, now: is }];
  });
  return [...sections, ...balances, ...items].sort((a, b) => order[a.now] - order[b.now] || order[b.before] - order[a.before]);
};
