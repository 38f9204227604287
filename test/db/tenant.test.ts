import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SeededOrganisations, seedOrganisations } from "../support/organisations";
import { type TestDatabase, testDatabase } from "../support/postgres";

let db: TestDatabase;
let orgs: SeededOrganisations;
beforeAll(async () => {
  db = await testDatabase();
  orgs = await seedOrganisations(db);
});
afterAll(() => db.close());

test("a pool connects as its group role, through a login that inherits nothing", async () => {
  const { rows } = await sql<{ me: string; login: string }>`select current_user as me, session_user as login`.execute(db.pools.web.db);
  expect(rows).toEqual([{ me: "hengce_web", login: "hengce_test_app" }]);
  const own = await db.withTenant(orgs.countyA1.actors.planner, (tx) => tx.selectFrom("auth.organisation").select("id").execute());
  expect(own).toEqual([{ id: orgs.countyA1.id }]);
});
