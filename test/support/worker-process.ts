import { openPool } from "@db/client";
import { tenantTransactions } from "@db/tenant";
import { beat, createBullQueue, createInProcessQueue, finishClaim, type JobsLog } from "@server/jobs";
import { endWithParent, stopOnSignal } from "@server/platform/children";
import type { Fencing } from "@workers/runner";
import { startWorker } from "@workers/worker";
import { countingJob } from "./counting-job";
import { workerProcessSettings } from "./worker-process-settings";

/** A worker in a process of its own, as workers/main.ts is one, with the counting job and a choice of fences. */
const settings = workerProcessSettings.parse(JSON.parse(process.env["TEST_WORKER"] ?? "null"));

const blindBeat: Fencing["beat"] = async () => "alive";
/** What ending a run would be without the fence: whoever comes last writes. */
const unfencedFinish: Fencing["finish"] = async (tx, claim, state) => {
  await tx.updateTable("jobs.dispatch").set({ state }).where("tenant_id", "=", claim.tenantId).where("run_id", "=", claim.runId).execute();
  return true;
};
const fencings: Readonly<Record<typeof settings.fencing, Fencing>> = {
  full: { beat, finish: finishClaim },
  at_the_end_only: { beat: blindBeat, finish: finishClaim },
  none: { beat: blindBeat, finish: unfencedFinish },
};

const say = (fields: Readonly<Record<string, unknown>>, message: string): void => {
  process.stdout.write(`${message} ${JSON.stringify(fields)}\n`);
};
const log: JobsLog = { info: say, warn: say, error: say };

const pool = openPool(settings.databaseUrl, "hengce_worker", 8);
const worker = startWorker({
  db: pool.db,
  withTenant: tenantTransactions(pool.db),
  queue: settings.redisUrl
    ? createBullQueue({ redisUrl: settings.redisUrl, concurrency: 2, log, prefix: settings.prefix })
    : createInProcessQueue(2),
  definitions: [countingJob],
  compute: { entry: new URL(settings.compute), execArgv: [] },
  limits: { memoryMb: 128, wallMs: 60_000 },
  timings: settings.timings,
  log,
  fencing: fencings[settings.fencing],
});
stopOnSignal(async () => {
  await worker.stop(0);
  await pool.close();
});
endWithParent();
say({}, "taking runs");
