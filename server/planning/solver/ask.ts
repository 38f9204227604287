import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { PlanRequest, ScenarioDocument } from "../contract";
import { type Effort, effortOf } from "./effort";
import type { Highs } from "./highs";
import type { Interrupts } from "./interrupts";

/** A question and what it takes to answer it, handed on to what is asked beside the plan. */
export interface Ask {
  readonly highs: Highs;
  readonly dataset: CountyDataset;
  readonly document: ScenarioDocument;
  readonly ruleSet: RuleSet;
  readonly request: PlanRequest;
  readonly interrupts: Interrupts;
}

/** What one search may do, and what ends it before. */
export interface Allowance {
  readonly effort: Effort;
  readonly interrupts: Interrupts;
}

/** An equal part of the effort asked for. */
export const partOfEffort = ({ request, interrupts }: Ask, parts: number): Allowance => ({
  effort: effortOf(request.effort / parts),
  interrupts,
});

/** Distance from the bound that is near enough for what is asked beside the plan. */
export const gapBeside = ({ request }: Ask): number => Math.max(request.gap, 1e-3);
