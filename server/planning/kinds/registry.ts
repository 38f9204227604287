import type { RunKind } from "@server/jobs/contract";
import { attributionKind } from "./attribution";
import { backtestKind } from "./backtest";
import { type AnyKind, sealed } from "./kind";
import { monteCarloKind } from "./montecarlo";
import { planKind } from "./plan";
import { projectionKind } from "./projection";

/** Kinds of question about a scenario or a county's data; a new one is a file beside this and a line here. */
export const questionKinds = {
  projection: sealed(projectionKind),
  attribution: sealed(attributionKind),
  backtest: sealed(backtestKind),
  montecarlo: sealed(monteCarloKind),
  plan: sealed(planKind),
} satisfies Partial<Readonly<Record<RunKind, AnyKind>>>;
export type QuestionKindName = keyof typeof questionKinds;

const isQuestion = (kind: string): kind is QuestionKindName => Object.hasOwn(questionKinds, kind);

/** The kind of that name; undefined for runs that ask no such question. */
export const kindOf = (kind: string): AnyKind | undefined => (isQuestion(kind) ? questionKinds[kind] : undefined);
