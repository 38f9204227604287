import { randomUUID } from "node:crypto";
import { exists, type JobsBench, jobsBench, quickTimings } from "@test/support/jobs";
import { startRedis, type TestRedis } from "@test/support/redis";
import { until } from "@test/support/until";
import type { WorkerProcessSettings } from "@test/support/worker-process-settings";
import { type WorkerProcess, type WorkerProcesses, workerProcesses } from "@test/support/worker-processes";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 180_000 });

let bench: JobsBench;
let redis: TestRedis;
let processes: WorkerProcesses;
let prefix = "";

beforeAll(async () => {
  [bench, redis, processes] = await Promise.all([jobsBench(), startRedis(), workerProcesses()]);
});
beforeEach(() => {
  prefix = `faults-${randomUUID()}`;
});
afterEach(() => processes.stopAll());
afterAll(async () => {
  await processes.remove();
  await redis.stop();
  await bench.close();
});

const startWorker = (settings: Partial<WorkerProcessSettings> = {}): Promise<WorkerProcess> =>
  processes.start({
    databaseUrl: bench.db.urls.app,
    redisUrl: redis.url,
    prefix,
    compute: bench.compute.entry.href,
    fencing: "full",
    // Plenty of attempts: these faults come faster than any of real life.
    timings: { ...quickTimings, staleAfter: 5_000, maxAttempts: 50 },
    ...settings,
  });

const askMany = async (name: string, count: number): Promise<readonly string[]> => {
  const { countyA1, countyA2, countyB1 } = bench.organisations;
  const planners = [countyA1, countyA2, countyB1].map((county) => county.actors.planner);
  const asked = Array.from({ length: count }, (_, index) =>
    bench.ask({ name: `${name} ${index}`, behaviour: "count" }, planners[index % 3]),
  );
  return (await Promise.all(asked)).map((run) => run.id);
};
const doneOf = async (ids: readonly string[]): Promise<number> => {
  const [row] = await bench.db.ownerSql<{ done: number }[]>`
    select count(*)::int as done from jobs.dispatch where state = 'done' and run_id in ${bench.db.ownerSql([...ids])}`;
  return row?.done ?? 0;
};
const allDoneOnce = async (ids: readonly string[]): Promise<void> => {
  await until("all runs are done", async () => (await doneOf(ids)) === ids.length);
  for (const id of ids) expect(await bench.effects(id)).toBe(1);
};

describe.each(["redis", "in process"] as const)("workers on the queue: %s", (adapter) => {
  const onQueue = (settings: Partial<WorkerProcessSettings> = {}) =>
    startWorker({ redisUrl: adapter === "redis" ? redis.url : null, ...settings });

  /** A run held at its gate by a first worker. */
  const heldRun = async (name: string, settings: Partial<WorkerProcessSettings> = {}) => {
    const first = await onQueue(settings);
    const gate = bench.gate(`${name} ${adapter}`.replaceAll(" ", "-"));
    const { id } = await bench.ask({ name: `${name} ${adapter}`, behaviour: "gate", gate: gate.path });
    return { id, first, gate, child: await gate.childPid() };
  };

  test("a worker killed in mid-run leaves no child behind, and another one ends the run once", async () => {
    const { id, first, gate, child } = await heldRun("killed");
    await onQueue();
    await first.signal("SIGKILL");
    await until("the orphaned child ends", () => !exists(child));
    await until("another worker claims the run", async () => (await bench.attempts(id)) >= 2);
    await gate.open();
    await bench.reaches(id, "done");
    expect(await bench.effects(id)).toBe(1);
  });

  test("a worker told to end gives its run back and exits with 0", async () => {
    const { id, first, gate, child } = await heldRun("told to end");
    await first.signal("SIGTERM");
    expect(first.exitCode()).toBe(0);
    expect(exists(child)).toBe(false);
    expect(await bench.view(id)).toMatchObject({ state: "queued" });
    await gate.open();
    await onQueue();
    await bench.reaches(id, "done");
    expect(await bench.effects(id)).toBe(1);
  });

  /** A worker frozen until another one has answered its run, then woken with its own answer ready. */
  const wokenTooLate = async (name: string, fencing: WorkerProcessSettings["fencing"]) => {
    const { id, first, gate, child } = await heldRun(name, { fencing });
    await first.signal("SIGSTOP");
    await onQueue();
    await until("another worker claims the run", async () => (await bench.attempts(id)) >= 2);
    await gate.open();
    await bench.reaches(id, "done");
    expect(await bench.effects(id)).toBe(1);
    await first.signal("SIGCONT");
    await until("the woken worker lets go of the run", () => first.said("left the worker") || first.said("late result refused"));
    await until("its child ends", () => !exists(child));
    return { id, first };
  };

  test("a worker that wakes up too late has lost its run", async () => {
    const { id } = await wokenTooLate("zombie", "full");
    expect(await bench.effects(id)).toBe(1);
    expect(await bench.view(id)).toMatchObject({ state: "done" });
  });

  test("the end of a run refuses a late result even when no heartbeat has noticed", async () => {
    const { id, first } = await wokenTooLate("zombie without heartbeat", "at_the_end_only");
    expect(first.said("late result refused")).toBe(true);
    expect(await bench.effects(id)).toBe(1);
  });

  test("control: without the fence the late result is written a second time", async () => {
    const { id } = await wokenTooLate("zombie without fence", "none");
    expect(await bench.effects(id)).toBe(2);
  });

  test("runs survive it when the workers' database connections are cut again and again", async () => {
    await onQueue();
    await onQueue();
    const ids = await askMany(`cut ${adapter}`, 9);
    for (const share of [1, 3, 5, 7]) {
      await until("some more runs are done", async () => (await doneOf(ids)) >= share);
      await bench.db.ownerSql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'hengce_worker'`;
    }
    await allDoneOnce(ids);
  });
});

describe("when redis fails", () => {
  test("killed and started again empty, no run is lost", async () => {
    await startWorker();
    await startWorker();
    const ids = await askMany("redis killed", 9);
    for (const share of [1, 4, 6]) {
      await until("some more runs are done", async () => (await doneOf(ids)) >= share);
      await redis.kill();
      await redis.restart();
    }
    await allDoneOnce(ids);
  });

  test("emptied in mid-run, no run is lost", async () => {
    await startWorker();
    const ids = await askMany("redis flushed", 6);
    await until("a run is done", async () => (await doneOf(ids)) >= 1);
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    await allDoneOnce(ids);
  });

  test("out of memory, runs wait and are done when it has room again", async () => {
    const client = new Redis(redis.url);
    await client.config("SET", "maxmemory", "1");
    await startWorker();
    const ids = await askMany("redis full", 3);
    expect(await doneOf(ids)).toBe(0);
    await client.config("SET", "maxmemory", "0");
    client.disconnect();
    await allDoneOnce(ids);
  });

  test("away when asked, pages still answer and the run waits", async () => {
    await redis.kill();
    await startWorker();
    const [id] = await askMany("redis away", 1);
    expect(await bench.jobs.get(bench.planner, String(id))).toMatchObject({ ok: true, value: { state: "queued" } });
    await redis.restart();
    await allDoneOnce([String(id)]);
  });

  test("frozen for a while, runs are done once", async () => {
    const worker = await startWorker();
    const before = await askMany("redis before the freeze", 2);
    await until("a run is done", async () => (await doneOf(before)) >= 1);
    process.kill(redis.pid(), "SIGSTOP");
    const during = await askMany("redis frozen", 2);
    await until("the relay has met the frozen redis", () => worker.said("sending a message took longer"));
    process.kill(redis.pid(), "SIGCONT");
    await allDoneOnce([...before, ...during]);
  });
});
