import { type ResourceIndicator, resourceIndicators, type Verdict } from "@server/compliance/contract";
import { stateCode, verdictCode, verdictNames } from "@server/compliance/engine/index";
import { itemIds } from "@server/compliance/items-contract";
import { type Stage, stages } from "@server/statistics/contract";
import type { ClauseFailure, Standing, SuggestionTarget } from "../../contract";
import type { LeanYear } from "../lean-year";
import { idOf, stageOfId } from "./site";

const nameOf = (code: number | undefined): Verdict => verdictNames[code ?? verdictCode.notEvaluable] ?? "not_evaluable";

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

/** Verdict of a coefficient of variation. */
export const balanceVerdict = (lean: LeanYear, stage: Stage, indicator: ResourceIndicator): Verdict =>
  nameOf(lean.stages[stage].balances[resourceIndicators.indexOf(indicator)]?.verdict);

/** Position of a section in its stage; −1 when it is not judged. */
const positionOf = (lean: LeanYear, id: string): { readonly stage: Stage; readonly index: number } => {
  const stage = stageOfId(id) ?? "primary";
  return { stage, index: lean.stages[stage].sections.findIndex((section) => idOf({ lean }, stage, section) === id) };
};

/** Verdict of a section; null when it is not judged. */
export const sectionVerdict = (lean: LeanYear, id: string): Verdict | null => {
  const { stage, index } = positionOf(lean, id);
  return index < 0 ? null : nameOf(lean.stages[stage].sectionVerdicts[index]);
};

type Aim = Pick<Standing, "verdict" | "value">;

const aimOf = (lean: LeanYear, target: SuggestionTarget): Aim => {
  switch (target.kind) {
    case "county":
      return { verdict: lean.verdict, value: lean.distance };
    case "item":
      return { verdict: lean.items[target.item], value: null };
    case "balance": {
      const cv = lean.stages[target.stage].balances[resourceIndicators.indexOf(target.indicator)]?.cv;
      return { verdict: balanceVerdict(lean, target.stage, target.indicator), value: known(cv) };
    }
    case "section": {
      const { stage, index } = positionOf(lean, target.sectionId);
      // A school that is closed fails nothing any more.
      if (index < 0) return { verdict: "met", value: null };
      const result = lean.stages[stage].indicators[resourceIndicators.indexOf(target.indicator)];
      const code = result?.state[index] ?? stateCode.notEvaluable;
      const verdict = code === stateCode.met ? "met" : code === stateCode.notEvaluable ? "not_evaluable" : "not_met";
      return { verdict, value: known(result?.value[index]) };
    }
  }
};

/** How the target and the county stand in a judged year. */
export const standingOf = (lean: LeanYear, target: SuggestionTarget): Standing => ({
  ...aimOf(lean, target),
  countyVerdict: lean.verdict,
  failing: lean.failing,
  distance: lean.distance,
  itemsNotMet: itemIds.filter((id) => lean.items[id] === "not_met").length,
});

/** True for a section that is judged in the year. */
export const isJudged = (lean: LeanYear, sectionId: string): boolean => positionOf(lean, sectionId).index >= 0;

/** All clauses that are not met, by a key that stays the same from one trial to the next. */
export const failuresOf = (lean: LeanYear): ReadonlyMap<string, ClauseFailure> => {
  const failures = new Map<string, ClauseFailure>();
  for (const stage of stages) {
    const { sections, sectionVerdicts, indicators, balances } = lean.stages[stage];
    sections.forEach((section, index) => {
      if (sectionVerdicts[index] !== verdictCode.notMet) return;
      const sectionId = idOf({ lean }, stage, section);
      const unmet = resourceIndicators.filter((_, position) => {
        const code = indicators[position]?.state[index];
        return code === stateCode.remainder || code === stateCode.below;
      });
      failures.set(sectionId, { kind: "section", sectionId, indicators: unmet });
    });
    resourceIndicators.forEach((indicator, position) => {
      if (balances[position]?.verdict === verdictCode.notMet) failures.set(`${stage} ${indicator}`, { kind: "balance", stage, indicator });
    });
  }
  for (const item of itemIds) if (lean.items[item] === "not_met") failures.set(item, { kind: "item", item });
  return failures;
};

/** Failures that belong to the same school, indicator or item as the target. */
export const concerns = (target: SuggestionTarget, failure: ClauseFailure): boolean => {
  switch (target.kind) {
    case "section":
      return failure.kind === "section" && failure.sectionId === target.sectionId;
    case "balance":
      if (failure.kind === "balance") return failure.stage === target.stage && failure.indicator === target.indicator;
      return failure.kind === "section" && stageOfId(failure.sectionId) === target.stage && failure.indicators.includes(target.indicator);
    case "item":
      return failure.kind === "item" && failure.item === target.item;
    case "county":
      return failure.kind !== "item";
  }
};
