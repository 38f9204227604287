import { randomUUID } from "node:crypto";
import { createBullQueue, createInProcessQueue, type RunQueue } from "@server/jobs";
import { exists, type JobsBench, jobsBench, quickTimings, recordingLog } from "@test/support/jobs";
import { startRedis, type TestRedis } from "@test/support/redis";
import { until } from "@test/support/until";
import type { RunningWorker, WorkerDeps } from "@workers/worker";
import Bull from "bull";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 180_000 });

const concurrency = 2;

describe.each(["bull on redis", "in process"] as const)("runs through the queue %s", (adapter) => {
  let bench: JobsBench;
  let redis: TestRedis | null = null;
  let worker: RunningWorker | null = null;
  let prefix = "";

  beforeAll(async () => {
    bench = await jobsBench();
    if (adapter === "bull on redis") redis = await startRedis();
  });
  afterEach(async () => {
    await worker?.stop(0);
    worker = null;
  });
  afterAll(async () => {
    await redis?.stop();
    await bench.close();
  });

  const newQueue = (): RunQueue => {
    prefix = `test-${randomUUID()}`;
    return redis ? createBullQueue({ redisUrl: redis.url, concurrency, log: recordingLog(), prefix }) : createInProcessQueue(concurrency);
  };
  const work = (changes: Partial<WorkerDeps> = {}): RunQueue => {
    const queue = newQueue();
    worker = bench.startWorker(queue, changes);
    return queue;
  };

  test("a run is done exactly once and has one result", async () => {
    work();
    const asked = await bench.ask({ name: "one", behaviour: "count" });
    expect(asked).toMatchObject({ state: "queued", step: "waiting", progress: 0 });
    const run = await bench.reaches(asked.id, "done");
    expect(run).toMatchObject({ step: "finished", progress: 1, errorCode: null });
    expect(await bench.effects(asked.id)).toBe(1);
    const results = await bench.db.ownerSql`select result from county.run_result where run_id = ${asked.id}`;
    expect(results.map((row) => row["result"])).toEqual([{ answer: "one" }]);
  });

  test("the same question asked many times at once is one run", async () => {
    work();
    const asked = await Promise.all(Array.from({ length: 8 }, () => bench.ask({ name: "same", behaviour: "count" })));
    const ids = new Set(asked.map((run) => run.id));
    expect(ids.size).toBe(1);
    const [id] = ids;
    await bench.reaches(String(id), "done");
    const again = await bench.ask({ name: "same", behaviour: "count" });
    expect(again).toMatchObject({ id, state: "done" });
    expect(await bench.effects(String(id))).toBe(1);
  });

  test("progress is visible while the run is under way", async () => {
    work();
    const gate = bench.gate("progress");
    const { id } = await bench.ask({ name: "progress", behaviour: "gate", gate: gate.path });
    const seen = await until("progress of 0.4", async () => {
      const run = await bench.view(id);
      return run.progress === 0.4 ? run : null;
    });
    expect(seen).toMatchObject({ state: "running", step: "computing" });
    expect(seen.startedAt).not.toBeNull();
    await gate.open();
    expect(await bench.reaches(id, "done")).toMatchObject({ progress: 1 });
  });

  test("a queued run that is cancelled never starts", async () => {
    const { id } = await bench.ask({ name: "cancelled early", behaviour: "count" });
    const cancelled = await bench.jobs.cancel(bench.planner, id);
    expect(cancelled).toMatchObject({ ok: true, value: { state: "cancelled", step: "finished" } });
    work();
    const later = await bench.ask({ name: "after the cancelled one", behaviour: "count" });
    await bench.reaches(later.id, "done");
    expect(await bench.attempts(id)).toBe(0);
    expect(await bench.view(id)).toMatchObject({ state: "cancelled" });
  });

  test("cancelling a running run ends it and its child", async () => {
    work();
    const gate = bench.gate("cancel");
    const { id } = await bench.ask({ name: "cancelled late", behaviour: "gate", gate: gate.path });
    const child = await gate.childPid();
    expect(exists(child)).toBe(true);
    expect(await bench.jobs.cancel(bench.planner, id)).toMatchObject({ ok: true, value: { state: "running", cancelRequested: true } });
    await bench.reaches(id, "cancelled");
    expect(exists(child)).toBe(false);
    expect(await bench.effects(id)).toBe(0);
    // The question may be asked again, and is then answered.
    await gate.open();
    expect(await bench.ask({ name: "cancelled late", behaviour: "gate", gate: gate.path })).toMatchObject({ id, state: "queued" });
    await bench.reaches(id, "done");
    expect(await bench.effects(id)).toBe(1);
  });

  test("a question that kills its child fails after bounded attempts while others are answered", async () => {
    work();
    const poison = await bench.ask({ name: "poison", behaviour: "exit" });
    const others = await Promise.all(["a", "b", "c"].map((name) => bench.ask({ name: `beside poison ${name}`, behaviour: "count" })));
    for (const other of others) await bench.reaches(other.id, "done");
    expect(await bench.reaches(poison.id, "failed")).toMatchObject({ errorCode: "run_attempts_exhausted", step: "finished" });
    expect(await bench.attempts(poison.id)).toBe(quickTimings.maxAttempts);
    const retried = await bench.jobs.retry(bench.planner, poison.id);
    expect(retried).toMatchObject({ ok: true, value: { state: "queued", errorCode: null } });
    expect(await bench.reaches(poison.id, "failed")).toMatchObject({ errorCode: "run_attempts_exhausted" });
  });

  test("a question without an answer fails at once", async () => {
    work();
    const { id } = await bench.ask({ name: "no answer", behaviour: "throw" });
    expect(await bench.reaches(id, "failed")).toMatchObject({ errorCode: "run_failed" });
    expect(await bench.attempts(id)).toBe(1);
  });

  test.each(["fill_heap", "fill_buffers"] as const)(
    "a child that takes too much memory (%s) fails its run and leaves the worker alive",
    async (behaviour) => {
      work({ limits: { memoryMb: 64, wallMs: 60_000 } });
      const { id } = await bench.ask({ name: behaviour, behaviour });
      expect(await bench.reaches(id, "failed")).toMatchObject({ errorCode: "run_out_of_memory" });
      const next = await bench.ask({ name: `after ${behaviour}`, behaviour: "count" });
      await bench.reaches(next.id, "done");
    },
  );

  test("a run longer than its wall time fails with that reason", async () => {
    work({ limits: { memoryMb: 128, wallMs: 3_000 } });
    const { id } = await bench.ask({ name: "endless", behaviour: "spin" });
    expect(await bench.reaches(id, "failed")).toMatchObject({ errorCode: "run_timed_out" });
  });

  test("twenty deliveries of one message make one result", async () => {
    const queue = work();
    const gate = bench.gate("twenty");
    const { id } = await bench.ask({ name: "twenty", behaviour: "gate", gate: gate.path });
    for (let dispatch = 100; dispatch < 120; dispatch += 1) await queue.send({ runId: id }, dispatch);
    await gate.childPid();
    await gate.open();
    await bench.reaches(id, "done");
    for (let dispatch = 200; dispatch < 220; dispatch += 1) await queue.send({ runId: id }, dispatch);
    const later = await bench.ask({ name: "after the twenty", behaviour: "count" });
    await bench.reaches(later.id, "done");
    expect(await bench.effects(id)).toBe(1);
    expect(await bench.attempts(id)).toBe(1);
  });

  test("messages about unknown runs, and messages that are none, are passed over", async () => {
    const queue = work();
    await until("a message of an unknown run is sent", () =>
      queue.send({ runId: randomUUID() }, 0).then(
        () => true,
        () => false,
      ),
    );
    if (redis) {
      const forger = new Bull("runs", redis.url, { prefix });
      await forger.add({ runId: "1 or 1=1", tenantId: bench.organisations.countyB1.id });
      await forger.add("not even an object");
      await forger.close();
    }
    const { id } = await bench.ask({ name: "after forged ones", behaviour: "count" });
    await bench.reaches(id, "done");
  });

  test("a worker that stops hands its run to the next one, uncounted", async () => {
    work();
    const gate = bench.gate("handover");
    const { id } = await bench.ask({ name: "handover", behaviour: "gate", gate: gate.path });
    const child = await gate.childPid();
    await worker?.stop(0);
    worker = null;
    expect(exists(child)).toBe(false);
    expect(await bench.view(id)).toMatchObject({ state: "queued" });
    expect(await bench.attempts(id)).toBe(0);
    await gate.open();
    work();
    await bench.reaches(id, "done");
    expect(await bench.effects(id)).toBe(1);
  });

  test("of many runs of all kinds none is stuck", async () => {
    work();
    const { countyA1, countyA2, countyB1 } = bench.organisations;
    const behaviours = ["count", "throw", "count", "exit"] as const;
    const asked = [];
    for (const county of [countyA1, countyA2, countyB1])
      for (const [index, behaviour] of behaviours.entries()) {
        const actor = county.actors.planner;
        asked.push({ actor, behaviour, run: await bench.ask({ name: `mixed ${index}`, behaviour }, actor) });
      }
    for (const { actor, behaviour, run } of asked) {
      await bench.reaches(run.id, behaviour === "count" ? "done" : "failed", actor);
      expect(await bench.effects(run.id)).toBe(behaviour === "count" ? 1 : 0);
    }
  });
});
