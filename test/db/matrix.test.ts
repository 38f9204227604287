import { afterAll, beforeAll, expect, test } from "vitest";
import { seedOrganisations } from "../support/organisations";
import { type TestDatabase, testDatabase } from "../support/postgres";
import { seedRows } from "./matrix-rows";
import { runMatrix } from "./matrix-run";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("no role reaches another county's rows with any verb, and each reaches its own", { timeout: 300_000 }, async () => {
  const orgs = await seedOrganisations(db);
  const counties = [orgs.countyA1, orgs.countyA2, orgs.countyA3, orgs.countyB1];
  await seedRows(db.ownerSql, counties);
  const pairs = counties.flatMap((own) => counties.filter((other) => other !== own).map((other) => [own, other] as const));
  const report = await runMatrix(db.urls.app, pairs);
  process.stdout.write(`isolation matrix: ${report.attempts} attempts, ${report.denials} denials, ${report.controls} positive controls\n`);
  expect(report.faults).toEqual([]);
  expect(report.attempts).toBe(report.denials + report.controls);
  expect(report.controls).toBeGreaterThan(1500);
});
