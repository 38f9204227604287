import type { Verdict } from "@server/compliance/contract";
import type {
  GoalAnswer,
  GoalRequest,
  LeverDefaults,
  Projection,
  ScenarioDocument,
  SuggestionRequest,
  Suggestions,
  YearOutcome,
} from "@server/planning/contract";
import type { Difference } from "./difference";

export type SectionOutcome = YearOutcome["sections"][number];
export type LeverOutline = Projection["levers"][number];
/** A year without its sections, which travel for the chosen year only. */
export type YearSummary = Omit<YearOutcome, "sections">;

/** What the views draw of one projection. Sections of the chosen year only: a worker's answer is copied, and thousands of them are not free. */
export interface SimulationAnswer extends Pick<Projection, "baseYear" | "years" | "cost" | "flows" | "notices"> {
  readonly levers: readonly LeverOutline[];
  readonly baseline: readonly YearSummary[];
  readonly trial: readonly YearSummary[];
  readonly year: number;
  readonly sections: readonly SectionOutcome[];
  /** Verdict without levers, by section id; a section that only the trial has is not in it. */
  readonly before: Readonly<Record<string, Verdict>>;
}

/** Versions of what computes; two computations agree when all are equal. */
export interface Versions {
  readonly planning: string;
  readonly compliance: string;
  readonly rules: string;
}

export type ToWorker =
  /** What to compute from, as the server sent it; null when it did not. */
  | { readonly kind: "load"; readonly base: string | null }
  | { readonly kind: "project"; readonly sequence: number; readonly document: ScenarioDocument; readonly year: number | null }
  | {
      readonly kind: "suggest";
      readonly sequence: number;
      readonly document: ScenarioDocument;
      readonly request: SuggestionRequest;
      readonly defaults: LeverDefaults;
    }
  | { readonly kind: "seek"; readonly sequence: number; readonly document: ScenarioDocument; readonly request: GoalRequest }
  /** As `suggest`, for a county that has no scenario yet: from the base of its data. */
  | { readonly kind: "advise"; readonly sequence: number; readonly request: SuggestionRequest };

export type FromWorker =
  | { readonly kind: "loaded"; readonly browser: Versions; readonly server: Versions }
  | {
      readonly kind: "answer";
      readonly sequence: number;
      /** What is new since the answer before; null when it says the same. */
      readonly news: Difference | null;
      /** Milliseconds that it took. */
      readonly ms: number;
    }
  | {
      readonly kind: "suggestions";
      readonly sequence: number;
      readonly suggestions: Suggestions;
      /** Names of the county's schools by code. */
      readonly schoolNames: Readonly<Record<string, string>>;
    }
  | { readonly kind: "sought"; readonly sequence: number; readonly found: GoalAnswer | null }
  | { readonly kind: "failed"; readonly sequence: number | null };
