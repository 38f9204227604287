import type { RuleSet } from "@server/compliance/engine/index";
import type { ComputeWatch, Interruption, RunKind } from "@server/jobs/contract";
import type { FieldIssue } from "@server/kernel/errors";
import type { CountyDataset } from "@server/statistics/contract";
import type { z } from "zod";
import type { ScenarioDocument } from "../contract";

/** A question about a county, with everything that its answer depends on. */
export interface AskedQuestion<S> {
  readonly dataset: CountyDataset;
  /** Later years to compare with; empty unless the kind does. */
  readonly further: readonly CountyDataset[];
  readonly document: ScenarioDocument;
  readonly ruleSet: RuleSet;
  readonly settings: S;
}

/** A kind of question: how what is asked beside the scenario reads, and how it is answered. Pure; the database is elsewhere. */
export interface QuestionKind<S, A> {
  readonly kind: RunKind;
  readonly settingsSchema: z.ZodType<S>;
  /** First field of its answers; stored answers of an older shape are none. */
  readonly format: string;
  readonly limits?: { readonly memoryMb: number; readonly wallMs: number };
  readonly stopWithinMs?: number;
  /** What of the settings is impossible for this county and scenario, field by field; nothing unless given. */
  readonly issues?: (question: Pick<AskedQuestion<S>, "dataset" | "document" | "settings">) => readonly FieldIssue[];
  readonly answer: (question: AskedQuestion<S>, watch: ComputeWatch) => A | Promise<A>;
  /** The answer without what may differ when the same question is asked again, such as seconds taken; all of it unless given. */
  readonly lasting?: (answer: A) => unknown;
  /** What ended the computing before it was through; nothing unless given, save that it was cancelled. */
  readonly interrupted?: (answer: A) => Interruption | null;
}

/** A kind whose settings have been read by its own schema and whose answer only it looks into. */
export interface AnyKind extends Omit<QuestionKind<unknown, unknown>, "issues" | "answer" | "lasting" | "interrupted" | "settingsSchema"> {
  readonly readSettings: (settings: unknown) => unknown;
  readonly issues: (question: Pick<AskedQuestion<unknown>, "dataset" | "document" | "settings">) => readonly FieldIssue[];
  readonly answer: (question: AskedQuestion<unknown>, watch: ComputeWatch) => Promise<unknown>;
  readonly lasting: (answer: unknown) => unknown;
  readonly interrupted: (answer: unknown) => Interruption | null;
}

/** Closes a kind over its types, so that kinds can stand in one list. */
export const sealed = <S, A>({ settingsSchema, issues, answer, lasting, interrupted, ...kind }: QuestionKind<S, A>): AnyKind => ({
  ...kind,
  readSettings: (settings) => settingsSchema.parse(settings),
  issues: (question) => issues?.({ ...question, settings: settingsSchema.parse(question.settings) }) ?? [],
  answer: async (question, watch) => answer({ ...question, settings: settingsSchema.parse(question.settings) }, watch),
  // Only ever called with what the same kind has answered.
  lasting: (given) => (lasting === undefined ? given : lasting(given as A)),
  interrupted: (given) => interrupted?.(given as A) ?? null,
});
