import { openPool } from "@db/client";
import { assertSafeLogin, UnsafeLoginError } from "@db/roles-check";
import { tenantTransactions } from "@db/tenant";
import { createBullQueue, createInProcessQueue, defaultTimings } from "@server/jobs";
import { endWithParent, stopOnSignal } from "@server/platform/children";
import { entryOf } from "@server/platform/entries";
import { EnvironmentError, readEnvironment } from "@server/platform/env";
import { createLogger } from "@server/platform/logger";
import { defaultLimits } from "./limits";
import { productDefinitions } from "./processors/definitions";
import { startWorker } from "./worker";

const concurrency = 2;
const graceMs = 25_000;

/** The worker process: reads the environment, opens the pool and the queue, carries out runs until it is told to end. */
const start = async (): Promise<void> => {
  const env = readEnvironment();
  const log = createLogger({ name: "worker", level: env.logLevel });
  const pool = openPool(env.databaseUrl, "hengce_worker", 3 * concurrency + 2);
  await assertSafeLogin(pool.db);
  const worker = startWorker({
    db: pool.db,
    withTenant: tenantTransactions(pool.db),
    queue: env.redisUrl ? createBullQueue({ redisUrl: env.redisUrl, concurrency, log }) : createInProcessQueue(concurrency),
    definitions: productDefinitions,
    compute: entryOf("workers/compute"),
    limits: defaultLimits,
    timings: defaultTimings,
    log,
  });
  log.info({ queue: env.redisUrl ? "redis" : "in process" }, "taking runs");
  stopOnSignal(async (reason) => {
    log.info({ reason }, "stopping");
    await worker.stop(graceMs);
    await pool.close();
  });
  endWithParent(graceMs + 10_000);
};

start().catch((error: unknown) => {
  const expected = error instanceof EnvironmentError || error instanceof UnsafeLoginError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
