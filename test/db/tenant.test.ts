import { tenantTransactions } from "@db/tenant";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "../support/organisations";
import { type TestDatabase, testDatabase } from "../support/postgres";
import { contextFaults } from "./context-check";
import { rowsOf, seedRows } from "./matrix-rows";

let db: TestDatabase;
let orgs: SeededOrganisations;
let counties: readonly SeededOrganisation[];
beforeAll(async () => {
  db = await testDatabase({ poolSize: 2 });
  orgs = await seedOrganisations(db);
  counties = [orgs.countyA1, orgs.countyA2, orgs.countyA3, orgs.countyB1];
  await seedRows(db.ownerSql, counties);
});
afterAll(() => db.close());

test("each pool connects as its group role, through a login that inherits nothing", async () => {
  for (const [pool, role] of [
    [db.pools.web, "hengce_web"],
    [db.pools.worker, "hengce_worker"],
    [db.pools.reader, "hengce_reader"],
    [db.pools.auth, "hengce_auth"],
  ] as const) {
    const { rows } =
      await sql`select current_user as role, session_user as login, pg_has_role(session_user, ${role}, 'usage') as inherits`.execute(
        pool.db,
      );
    expect(rows).toEqual([{ role, login: "hengce_test_app", inherits: false }]);
  }
});

test("without a context a query raises, and a transaction leaves none behind", async () => {
  expect(await contextFaults(db.urls.app, tenantTransactions, orgs.countyA1.actors.planner)).toEqual([]);
});

test("a reader transaction cannot write", async () => {
  const write = db.withReader(orgs.provinceA.actors.analyst, (tx) => tx.deleteFrom("county.publication").execute());
  await expect(write).rejects.toMatchObject({ code: "25006" });
});

/** Numbers without a clock: the same order of faults on every run. */
const sequence = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

test("two connections shared by four counties, with failures in between, never mix them up", { timeout: 120_000 }, async () => {
  const next = sequence(20_260_901);
  const work = Array.from({ length: 2000 }, () => {
    const county = counties[Math.floor(next() * counties.length)] ?? orgs.countyA1;
    return { county, fault: next() };
  });
  const one = async ({ county, fault }: (typeof work)[number]): Promise<string> => {
    const actor = county.actors.planner;
    const failing = { ...actor, timeoutMs: fault < 0.05 ? 20 : 5000 };
    return db
      .withTenant(failing, async (tx) => {
        if (fault < 0.05) await sql`select pg_sleep(5)`.execute(tx);
        if (fault < 0.15) await sql`select 1 / 0`.execute(tx);
        const rows = await tx.selectFrom("county.school").select("name").distinct().execute();
        if (fault < 0.25) throw new Error("the work failed");
        return rows.map((row) => row.name).join();
      })
      .catch(() => "failed");
  };
  const seen = await Promise.all(work.map(one));
  const expected = work.map(({ county, fault }) => (fault < 0.25 ? "failed" : String(rowsOf(county)["county.school"].seeded[0]?.["name"])));
  expect(seen).toEqual(expected);
});
