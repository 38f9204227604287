import { type ChildProcess, fork } from "node:child_process";
import { smallCounty } from "@db/seeds/small-county";
import { createJobsService, startRun } from "@server/jobs";
import { createPlanningService } from "@server/planning";
import { storeDataset } from "@server/statistics";
import { type BundledEntry, bundle } from "@test/support/bundle";
import { seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { startRedis, type TestRedis } from "@test/support/redis";
import { until } from "@test/support/until";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

let db: TestDatabase;
let redis: TestRedis;
let main: BundledEntry;
let process: ChildProcess | null = null;

beforeAll(async () => {
  [db, redis, main] = await Promise.all([testDatabase(), startRedis(), bundle(new URL("../../workers/main.ts", import.meta.url))]);
});
afterEach(() => {
  process?.kill("SIGKILL");
});
afterAll(async () => {
  await main.remove();
  await redis.stop();
  await db.close();
});

const startMain = async (
  env: Readonly<Record<string, string>>,
): Promise<{ readonly child: ChildProcess; readonly output: () => string }> => {
  let output = "";
  const child = fork(main.entry, {
    execArgv: [],
    env: { NODE_ENV: "test", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  process = child;
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
  await until("the worker process takes runs or ends", () => output.includes("taking runs") || child.exitCode !== null);
  return { child, output: () => output };
};

test("the worker process answers a scenario of a county and ends in good order", async () => {
  const { countyA1 } = await seedOrganisations(db);
  const planner = countyA1.actors.planner;
  await db.withTenant(planner, (tx) => storeDataset(tx, planner, { dataset: smallCounty(), sources: {}, fileName: "county.xlsx" }));
  const planning = createPlanningService({ withTenant: db.withTenant, jobs: { startRun } });
  const jobs = createJobsService({ withTenant: db.withTenant });

  const { child, output } = await startMain({ DATABASE_URL: db.urls.app, REDIS_URL: redis.url });
  const scenario = await planning.create(planner, "到2030年");
  if (!scenario.ok) throw new Error(scenario.error.code);
  const run = await planning.startRun(planner, scenario.value.id);
  if (!run.ok) throw new Error(run.error.code);
  const ended = await until("the run ends", async () => {
    const seen = await jobs.get(planner, run.value.id);
    return seen.ok && seen.value.finishedAt !== null ? seen.value : null;
  });
  expect(ended).toMatchObject({ state: "done", errorCode: null, progress: 1 });
  const answer = await planning.result(planner, run.value.id);
  expect(answer).toMatchObject({ ok: true, value: { projection: { county: { code: smallCounty().county.code } } } });

  child.kill("SIGTERM");
  await until("the worker process ends", () => child.exitCode !== null);
  expect(child.exitCode).toBe(0);
  expect(output()).not.toContain("青溪");
}, 180_000);

test("the worker process refuses a login that no policy binds", async () => {
  const { child, output } = await startMain({ DATABASE_URL: db.urls.admin, REDIS_URL: redis.url });
  expect(child.exitCode).toBe(1);
  expect(output()).toContain("superuser");
});
