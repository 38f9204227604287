import type { TenantTx } from "@db/tenant";
import { complianceEngineVersion } from "@server/compliance/index";
import { findRun, findRunByHash, type RunStarter } from "@server/jobs/index";
import { ok } from "@server/kernel/result";
import { contentHash } from "@server/platform/hash";
import { answeredBy } from "./answers";
import type { AnswersService } from "./answers-contract";
import { findAnswer, findBest, findQuestion } from "./answers-repository";
import type { Recomputed } from "./contract";
import { planningEngineVersion } from "./engine/index";
import { kindOf } from "./kinds/registry";
import { type RecomputeInput, recomputeInputSchema } from "./question-job";
import { isId, notFound, type ScenarioAccess } from "./scenario-access";

const format = "hengce.recompute/1";

/** Identity of asking a run's question again, with the engines of now; null when it has no final answer of a kind that can be asked again. */
const hashOf = async (tx: TenantTx, runId: string): Promise<string | null> => {
  const run = isId(runId) ? await findRun(tx, runId) : null;
  const stored = run === null || kindOf(run.kind) === undefined ? null : await findAnswer(tx, runId);
  if (stored === null) return null;
  return contentHash({
    kind: "recompute",
    runId,
    resultHash: stored.receipt.resultHash,
    planningEngine: planningEngineVersion,
    complianceEngine: complianceEngineVersion,
  });
};

/** Recomputing what workers have answered before. */
export const recomputeAnswers = (
  { within }: ScenarioAccess,
  jobs: RunStarter,
): Pick<AnswersService, "record" | "recompute" | "recomputed"> => ({
  record: (actor, runId) =>
    within(actor, "run.read", async (tx) => {
      const run = isId(runId) ? await findRun(tx, runId) : null;
      if (run === null) return notFound;
      const question = run.kind === "recompute" ? await findQuestion(tx, runId) : null;
      const about = recomputeInputSchema.safeParse(question?.input);
      const stored = (await findAnswer(tx, runId)) ?? (await findBest(tx, runId));
      return ok({ run, receipt: stored?.receipt ?? null, of: about.success ? about.data.runId : null });
    }),

  recompute: (actor, runId) =>
    within(actor, "run.start", async (tx) => {
      const inputHash = await hashOf(tx, runId);
      const run = inputHash === null ? null : await findRun(tx, runId);
      if (inputHash === null || run === null) return notFound;
      const input: RecomputeInput = { runId };
      const { scenarioId, subject } = run;
      return ok(await jobs.startRun(tx, actor, { kind: "recompute", scenarioId, subject, input, inputHash }));
    }),

  recomputed: (actor, runId) =>
    within(actor, "run.read", async (tx) => {
      const inputHash = await hashOf(tx, runId);
      const run = inputHash === null ? null : await findRunByHash(tx, inputHash);
      if (run === null) return ok(null);
      return ok({ run, answered: await answeredBy<Recomputed>(tx, run.id, format) });
    }),
});
