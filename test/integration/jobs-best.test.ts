import { createInProcessQueue } from "@server/jobs";
import { countingJob } from "@test/support/counting-job";
import { type JobsBench, jobsBench } from "@test/support/jobs";
import { until } from "@test/support/until";
import type { RunningWorker } from "@workers/worker";
import { afterAll, beforeAll, expect, test } from "vitest";

let bench: JobsBench;
let worker: RunningWorker;
beforeAll(async () => {
  bench = await jobsBench();
  worker = bench.startWorker(createInProcessQueue(2), { definitions: [{ ...countingJob, stopWithinMs: 20_000 }] });
});
afterAll(async () => {
  await worker.stop(1_000);
  await bench.close();
});

const bestOf = async (runId: string): Promise<unknown> => {
  const [row] = await bench.db.ownerSql<{ best: unknown }[]>`select best from county.run where id = ${runId}`;
  return row?.best;
};

test("a run shows in words how far it is and that it has an answer already; cancelled, it keeps the best; retried, it begins anew", async () => {
  const { id } = await bench.ask({ name: "kept", behaviour: "keep" });
  const told = await until("the run tells of its answer", async () => {
    const run = await bench.view(id);
    return run.hasBest && run.words !== null ? run : null;
  });
  expect(told).toMatchObject({ state: "running", words: { key: "searching", params: {} } });
  expect(await bestOf(id)).toEqual({ answer: "the first one" });

  await bench.jobs.cancel(bench.planner, id);
  expect(await bench.reaches(id, "cancelled")).toMatchObject({ hasBest: true, errorCode: null });
  expect(await bestOf(id)).toEqual({ answer: "the best so far" });
  expect(await bench.effects(id)).toBe(0);

  expect(await bench.jobs.retry(bench.planner, id)).toMatchObject({ ok: true, value: { hasBest: false, words: null } });
  await until("it runs again", async () => (await bench.view(id)).hasBest);
  await bench.jobs.cancel(bench.planner, id);
  await bench.reaches(id, "cancelled");
});
