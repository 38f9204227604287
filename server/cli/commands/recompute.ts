import { openPool } from "@db/client";
import { tenantTransactions } from "@db/tenant";
import { organisationOfRun, systemUserId } from "@server/jobs";
import { loadRecompute } from "@server/planning";
import { type Recomputed, recomputedSchema } from "@server/planning/contract";
import { recompute as recomputeStored } from "@server/planning/recompute";
import { readEnvironment } from "@server/platform/env";
import { z } from "zod";
import { complaint, done, type Format, type Outcome, unusable } from "../outcome";

const watch = { report: () => {}, keep: () => {}, stopRequested: () => false };

const interruptedText = {
  clock: "the search was ended by the clock, not by its effort: not reproducible",
  cancelled: "the search was cancelled: not reproducible",
} as const;

const recomputedText = ({ kind, identical, untouched, interrupted, stored, again, firstDifference }: Recomputed): string =>
  [
    `${kind}: ${identical ? "identical" : "different"}${untouched ? "" : "; the stored answer does not match its receipt"}`,
    ...(interrupted === null ? [] : [interruptedText[interrupted]]),
    `stored: judging ${stored.compliance}, projecting ${stored.planning}, rules ${stored.ruleSet.version}, result ${stored.resultHash}`,
    `again:  judging ${again.compliance}, projecting ${again.planning}, rules ${again.ruleSet.version}, result ${again.resultHash}`,
    ...(firstDifference === null
      ? []
      : [`first difference: ${firstDifference.path}, stored ${firstDifference.stored}, again ${firstDifference.again}`]),
    "",
  ].join("\n");

/** `recompute RUN`: asks the question of a stored run again on its locked data (DATABASE_URL) and compares the answers. */
export const recompute = async (runId: string, options: { readonly format: Format }): Promise<Outcome> => {
  if (!z.uuid().safeParse(runId).success) return unusable([complaint("run", "commands.noRunId")]);
  const pool = openPool(readEnvironment().databaseUrl, "hengce_worker", 1);
  try {
    const orgId = await organisationOfRun(pool.db, runId);
    if (orgId === null) return unusable([complaint("run", "commands.noRun")]);
    const payload = await tenantTransactions(pool.db)({ orgId, userId: systemUserId, timeoutMs: 60_000 }, (tx) =>
      loadRecompute(tx, { runId }),
    );
    if ("missing" in payload) return unusable([complaint("run", "commands.runIncomplete", { what: payload.missing })]);
    const found = recomputedSchema.parse((await recomputeStored(payload, watch)).result);
    return done(options.format === "json" ? `${JSON.stringify(found, null, 2)}\n` : recomputedText(found));
  } finally {
    await pool.close();
  }
};
