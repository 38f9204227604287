import type { ComputeWatch } from "@server/jobs/contract";
import { type AnswerWithReceipt, answerQuestion } from "./answer-question";
import { type QuestionKindName, questionKinds } from "./kinds/registry";
import { recompute } from "./recompute";

type PlanningFunction = (payload: unknown, watch: ComputeWatch) => Promise<AnswerWithReceipt>;

const functionOf =
  (name: QuestionKindName): PlanningFunction =>
  (payload, watch) =>
    answerQuestion(questionKinds[name], payload, watch);

/** How each kind of question is answered: what a computing child calls. */
export const planningFunctions = {
  projection: functionOf("projection"),
  attribution: functionOf("attribution"),
  backtest: functionOf("backtest"),
  montecarlo: functionOf("montecarlo"),
  plan: functionOf("plan"),
  recompute,
} satisfies Readonly<Record<QuestionKindName | "recompute", PlanningFunction>>;
