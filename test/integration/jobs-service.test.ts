import { randomUUID } from "node:crypto";
import { type RunQueue, relayOnce, startRun } from "@server/jobs";
import { type JobsBench, jobsBench } from "@test/support/jobs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

let bench: JobsBench;
beforeAll(async () => {
  bench = await jobsBench();
});
afterEach(async () => {
  await bench.db.ownerSql`delete from county.run`;
});
afterAll(() => bench.close());

/** A queue that only notes what it is given. */
const notingQueue = (): RunQueue & { readonly sent: string[] } => {
  const sent: string[] = [];
  return {
    sent,
    send: async ({ runId }) => {
      sent.push(runId);
    },
    consume: () => {},
    pause: async () => {},
    close: async () => {},
  };
};

test("a run started in a transaction that fails does not exist", async () => {
  const { withTenant } = bench.db;
  const attempt = withTenant(bench.planner, async (tx) => {
    await startRun(tx, bench.planner, { kind: "projection", scenarioId: null, subject: "x", input: {}, inputHash: "h" });
    throw new Error("the caller changed its mind");
  });
  await expect(attempt).rejects.toThrow("changed its mind");
  const queue = notingQueue();
  await relayOnce(bench.db.pools.worker.db, queue, 4);
  expect(queue.sent).toEqual([]);
  expect(await bench.jobs.list(bench.planner, 10)).toEqual({ ok: true, value: [] });
});

test("a county lists its own runs only, newest first", async () => {
  const first = await bench.ask({ name: "first", behaviour: "count" });
  const second = await bench.ask({ name: "second", behaviour: "count" });
  await bench.ask({ name: "foreign", behaviour: "count" }, bench.organisations.countyB1.actors.planner);
  const listed = await bench.jobs.list(bench.planner, 10);
  expect(listed.ok && listed.value.map((run) => run.id)).toEqual([second.id, first.id]);
  const shortest = await bench.jobs.list(bench.planner, 1);
  expect(shortest.ok && shortest.value.map((run) => run.id)).toEqual([second.id]);
});

test("a run that is under way is not pushed off a short list by newer ones that have ended", async () => {
  const long = await bench.ask({ name: "long", behaviour: "count" });
  const newer = await bench.ask({ name: "newer", behaviour: "count" });
  await bench.jobs.cancel(bench.planner, newer.id);
  const shortest = await bench.jobs.list(bench.planner, 1);
  expect(shortest.ok && shortest.value.map((run) => run.id)).toEqual([long.id]);
  const both = await bench.jobs.list(bench.planner, 2);
  expect(both.ok && both.value.map((run) => run.id)).toEqual([long.id, newer.id]);
});

test("the same question of two counties is two runs", async () => {
  const input = { name: "shared question", behaviour: "count" } as const;
  const ours = await bench.ask(input);
  const theirs = await bench.ask(input, bench.organisations.countyA2.actors.planner);
  expect(theirs.id).not.toBe(ours.id);
});

test("a foreign run, an unknown run and a malformed id are all not found", async () => {
  const foreign = await bench.ask({ name: "foreign", behaviour: "count" }, bench.organisations.countyA2.actors.planner);
  for (const id of [foreign.id, randomUUID(), "1; drop table county.run"])
    for (const act of [bench.jobs.get, bench.jobs.cancel, bench.jobs.retry])
      expect(await act(bench.planner, id)).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect(await bench.view(foreign.id, bench.organisations.countyA2.actors.planner)).toMatchObject({
    state: "queued",
    cancelRequested: false,
  });
});

test("who may not start runs may look at them, and neither cancel nor retry", async () => {
  const { id } = await bench.ask({ name: "looked at", behaviour: "count" });
  const { viewer, analyst } = bench.organisations.countyA1.actors;
  expect(await bench.jobs.get(viewer, id)).toMatchObject({ ok: true });
  for (const act of [bench.jobs.cancel, bench.jobs.retry])
    expect(await act(viewer, id)).toMatchObject({ ok: false, error: { code: "forbidden" } });
  expect(await bench.jobs.get(analyst, id)).toMatchObject({ ok: false, error: { code: "forbidden" } });
  const { analyst: provincial } = bench.organisations.provinceA.actors;
  // A province has runs of its own, and sees none of a county.
  expect(await bench.jobs.list(provincial, 10)).toMatchObject({ ok: true, value: [] });
  expect(await bench.jobs.get(provincial, id)).toMatchObject({ ok: false, error: { code: "not_found" } });
});

test("retrying a run that has not ended leaves it as it is", async () => {
  const { id } = await bench.ask({ name: "still queued", behaviour: "count" });
  expect(await bench.jobs.retry(bench.planner, id)).toMatchObject({ ok: true, value: { state: "queued" } });
  const messages = await bench.db.ownerSql`select id from jobs.outbox where run_id = ${id}`;
  expect(messages).toHaveLength(1);
});

test("a cancelled run that is asked for again is sent again, and its old message is not", async () => {
  const input = { name: "changed minds", behaviour: "count" } as const;
  const { id } = await bench.ask(input);
  await bench.jobs.cancel(bench.planner, id);
  expect(await bench.ask(input)).toMatchObject({ id, state: "queued" });
  const queue = notingQueue();
  await relayOnce(bench.db.pools.worker.db, queue, 4);
  expect(queue.sent).toEqual([id]);
});

test("a county with many runs does not keep another one waiting", async () => {
  const { countyA2, countyB1 } = bench.organisations;
  const many: string[] = [];
  for (let index = 0; index < 12; index += 1) many.push((await bench.ask({ name: `many ${index}`, behaviour: "count" })).id);
  const one = await bench.ask({ name: "only one", behaviour: "count" }, countyA2.actors.planner);
  const queue = notingQueue();
  await relayOnce(bench.db.pools.worker.db, queue, 2);
  expect(queue.sent).toHaveLength(3);
  expect(new Set(queue.sent)).toEqual(new Set([many[0], many[1], one.id]));
  expect(queue.sent.indexOf(one.id)).toBeLessThan(2);

  // With its two runs under way the first county must wait; a third county need not.
  const late = await bench.ask({ name: "late", behaviour: "count" }, countyB1.actors.planner);
  await relayOnce(bench.db.pools.worker.db, queue, 2);
  expect(queue.sent.slice(3)).toEqual([late.id]);

  await bench.db.ownerSql`update jobs.dispatch set state = 'done' where run_id = ${String(many[0])}`;
  await relayOnce(bench.db.pools.worker.db, queue, 2);
  expect(queue.sent.slice(4)).toEqual([many[2]]);
});

test("relays at work at the same time send each message once", async () => {
  const ids: string[] = [];
  for (let index = 0; index < 6; index += 1) ids.push((await bench.ask({ name: `relayed ${index}`, behaviour: "count" })).id);
  const queue = notingQueue();
  const relays = Array.from({ length: 4 }, () => relayOnce(bench.db.pools.worker.db, queue, 100));
  await Promise.all(relays);
  expect([...queue.sent].sort()).toEqual([...ids].sort());
});

test("a message the queue refuses stays for the next round", async () => {
  const { id } = await bench.ask({ name: "refused once", behaviour: "count" });
  const refusing: RunQueue = { ...notingQueue(), send: () => Promise.reject(new Error("no room")) };
  await expect(relayOnce(bench.db.pools.worker.db, refusing, 4)).rejects.toThrow("no room");
  const queue = notingQueue();
  await relayOnce(bench.db.pools.worker.db, queue, 4);
  expect(queue.sent).toEqual([id]);
});
