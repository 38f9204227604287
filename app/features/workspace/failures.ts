import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import { type ItemId, itemIds } from "@server/compliance/items-contract";
import type { SuggestionTarget } from "@server/planning/contract";
import { type Stage, stages } from "@server/statistics/contract";
import type { Limits } from "~/features/planning/result-view";
import type { SectionOutcome, SimulationAnswer } from "./simulation-protocol";

/** What is not met in the chosen year, each with what can be asked for to cure it. */
export type Failure = { readonly key: string; readonly target: SuggestionTarget } & (
  | { readonly kind: "balance"; readonly stage: Stage; readonly indicator: ResourceIndicator }
  | { readonly kind: "section"; readonly section: SectionOutcome; readonly indicator: ResourceIndicator }
  | { readonly kind: "item"; readonly item: ItemId }
);

/** The indicator of a failing section that is furthest below its standard; null when none is known to be. */
const worstIndicator = (
  { stage, values }: SectionOutcome,
  limits: Limits | null,
): { readonly indicator: ResourceIndicator; readonly gap: number } | null => {
  const below = resourceIndicators.flatMap((indicator) => {
    const [value, standard] = [values[indicator], limits?.[stage][indicator].standard ?? null];
    return value === null || standard === null || value >= standard ? [] : [{ indicator, gap: (standard - value) / standard }];
  });
  return below.sort((a, b) => b.gap - a.gap)[0] ?? null;
};

/** Coefficients of variation first, then items, then school sections, the furthest off first. */
export const failuresOf = (
  { trial, years, year, sections }: Pick<SimulationAnswer, "trial" | "years" | "year" | "sections">,
  limits: Limits | null,
): readonly Failure[] => {
  const outcome = trial[years.indexOf(year)];
  if (outcome === undefined) return [];
  const balances = stages.flatMap((stage) =>
    resourceIndicators.flatMap((indicator): Failure[] =>
      outcome.stages[stage].cvVerdict[indicator] === "not_met"
        ? [{ key: `balance:${stage}:${indicator}`, kind: "balance", stage, indicator, target: { kind: "balance", stage, indicator } }]
        : [],
    ),
  );
  const items = itemIds.flatMap((item): Failure[] =>
    outcome.items?.[item] === "not_met" ? [{ key: `item:${item}`, kind: "item", item, target: { kind: "item", item } }] : [],
  );
  const schools = sections
    .filter(({ verdict }) => verdict === "not_met")
    .flatMap((section) => {
      const worst = worstIndicator(section, limits);
      return worst === null ? [] : [{ section, ...worst }];
    })
    .sort((a, b) => b.gap - a.gap || (a.section.id < b.section.id ? -1 : 1))
    .map(
      ({ section, indicator }): Failure => ({
        key: `section:${section.id}`,
        kind: "section",
        section,
        indicator,
        target: { kind: "section", sectionId: section.id, indicator },
      }),
    );
  return [...balances, ...items, ...schools];
};
