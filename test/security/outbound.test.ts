import { smallCounty } from "@db/seeds/small-county";
import { createComplianceService } from "@server/compliance";
import { startRun } from "@server/jobs";
import { createPlanningService } from "@server/planning";
import { createProvinceService } from "@server/province";
import { storeDataset } from "@server/statistics";
import { seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Every HTTP request that leaves this process is answered here and written down; none reaches a network. */
const asked: string[] = [];
const outside = setupServer(
  http.all("*", ({ request }) => {
    asked.push(request.url);
    return HttpResponse.text("nobody");
  }),
);
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  outside.listen({ onUnhandledRequest: "error" });
});
afterAll(async () => {
  outside.close();
  await database.close();
});

test("judging, planning and publishing a county ask nobody outside", async () => {
  const { countyA1 } = await seedOrganisations(database);
  const { planner, approver } = countyA1.actors;
  const small = smallCounty();
  const dataset = { ...small, county: { ...small.county, code: countyA1.code, name: countyA1.name } };
  await database.withTenant({ orgId: planner.orgId, userId: planner.userId }, (tx) =>
    storeDataset(tx, planner, { dataset, sources: {}, fileName: "县数据.xlsx" }),
  );
  const planning = createPlanningService({ withTenant: database.withTenant, jobs: { startRun } });
  expect((await createComplianceService(database).assess(planner, null)).ok).toBe(true);
  const scenario = await planning.create(planner, "试算");
  expect(scenario.ok && (await planning.startRun(planner, scenario.value.id)).ok).toBe(true);
  expect((await createProvinceService(database).publish(approver)).ok).toBe(true);
  expect(asked).toEqual([]);
});

test("a request to the outside would be seen", async () => {
  await fetch("http://statistics.example.invalid/births");
  expect(asked).toEqual(["http://statistics.example.invalid/births"]);
});
