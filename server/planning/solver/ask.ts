import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { PlanRequest, ScenarioDocument } from "../contract";
import type { Highs } from "./highs";
import type { PlanCallbacks } from "./task";

/** A question and what it takes to answer it, handed on to what is asked beside the plan. */
export interface Ask {
  readonly highs: Highs;
  readonly dataset: CountyDataset;
  readonly document: ScenarioDocument;
  readonly ruleSet: RuleSet;
  readonly request: PlanRequest;
  readonly callbacks: PlanCallbacks;
}

/** An equal part of the time asked for, with the request's gap and stop. */
export const withinTime = (
  { request, callbacks }: Ask,
  parts: number,
): { readonly until: number; readonly gap: number; readonly stop: () => boolean } => ({
  until: performance.now() + (request.seconds * 1000) / parts,
  gap: Math.max(request.gap, 1e-3),
  stop: callbacks.stopRequested ?? (() => false),
});
