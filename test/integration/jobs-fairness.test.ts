import { type RunQueue, relayOnce } from "@server/jobs";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";

let database: TestDatabase;
let places: SeededOrganisations;
beforeAll(async () => {
  database = await testDatabase({ poolSize: 3 });
  places = await seedOrganisations(database);
});
afterAll(() => database.close());

const perTenant = 4;

test("one county's five hundred runs leave the next county's first run in front of its own fifth", async () => {
  // As startRun stores them, a county's all at once: a thousand statements one by one would be the test's own time.
  const ask = async (place: SeededOrganisations["countyA1"], count: number) => {
    const own = place.id;
    const user = place.actors.planner.userId;
    await database.ownerSql`
      with run as (
        insert into county.run (tenant_id, id, kind, subject, input_hash, input, created_by)
        select ${own}, gen_random_uuid(), 'projection', n::text, n::text, '{}', ${user} from generate_series(1, ${count}::int) n
        returning id),
      queued as (insert into jobs.dispatch (tenant_id, run_id) select ${own}, id from run returning run_id)
      insert into jobs.outbox (tenant_id, id, run_id, dispatch_no) select ${own}, gen_random_uuid(), id, 0 from run`;
  };
  await ask(places.countyA1, 500);
  await ask(places.countyA2, 1);
  await ask(places.countyB1, 2);
  const sent: string[] = [];
  const queue: RunQueue = {
    send: async ({ runId }) => {
      sent.push(runId);
    },
    consume: () => {},
    pause: async () => {},
    close: async () => {},
  };
  await relayOnce(database.pools.worker.db, queue, perTenant);
  const rows = await database.ownerSql<
    { id: string; tenant_id: string }[]
  >`select id, tenant_id from county.run where id in ${database.ownerSql(sent)}`;
  const ownerOf = new Map(rows.map(({ id, tenant_id }) => [id, tenant_id]));
  const owners = sent.map((id) => ownerOf.get(id));
  expect(owners.filter((owner) => owner === places.countyA1.id)).toHaveLength(perTenant);
  expect(owners.filter((owner) => owner === places.countyA2.id)).toHaveLength(1);
  expect(owners.filter((owner) => owner === places.countyB1.id)).toHaveLength(2);
  expect(new Set(owners.slice(0, 3))).toEqual(new Set([places.countyA1.id, places.countyA2.id, places.countyB1.id]));
  // While those four are in the queue, the county gets no fifth; as each ends, one follows.
  expect(await relayOnce(database.pools.worker.db, queue, perTenant)).toBe(0);
  await database.ownerSql`update jobs.dispatch set state = 'done' where run_id = ${sent.find((id) => ownerOf.get(id) === places.countyA1.id) ?? ""}`;
  expect(await relayOnce(database.pools.worker.db, queue, perTenant)).toBe(1);
});
