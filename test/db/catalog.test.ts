import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../support/postgres";
import { rules } from "./catalog-rules";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test.each(rules)("catalog: $name", async ({ find }) => {
  expect(await find(db.ownerSql, "hengce_test_app")).toEqual([]);
});

test("the catalog is not empty: there are tables, policies and foreign keys to judge", async () => {
  const [counts] = await db.ownerSql`
    select (select count(*)::int from pg_class where relnamespace = 'county'::regnamespace and relkind = 'r') as tables,
           (select count(*)::int from pg_policies) as policies,
           (select count(*)::int from pg_constraint where contype = 'f') as keys`;
  expect(counts).toMatchObject({ tables: 21 });
  expect(counts?.["policies"]).toBeGreaterThanOrEqual(16);
  expect(counts?.["keys"]).toBeGreaterThanOrEqual(12);
});
