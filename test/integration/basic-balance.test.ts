import { createBasicBalanceService } from "@server/compliance";
import { basicAssessmentSchema } from "@server/compliance/basic-contract";
import { judgeBasic } from "@server/compliance/engine/basic/index";
import { columnsOfDataset } from "@server/compliance/engine/index";
import { basic2012 } from "@server/compliance/rulesets/basic-2012";
import { storeDataset } from "@server/statistics";
import type { CountyDataset } from "@server/statistics/contract";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { basicCounty } from "../cases/compliance/basic/build";

let database: TestDatabase;
let places: SeededOrganisations;

beforeAll(async () => {
  database = await testDatabase();
  places = await seedOrganisations(database);
});
afterAll(() => database.close());

const store = async (place: SeededOrganisation) => {
  const base = basicCounty({});
  const whole = (cell: number | null): number | null => (cell === null ? null : Math.round(cell));
  const dataset: CountyDataset = {
    ...base,
    county: { ...base.county, code: place.code, name: place.name },
    schools: base.schools.map((school) => ({ ...school, basic: { ...school.basic, computers: whole(school.basic.computers) } })),
  };
  const actor = place.actors.planner;
  const stored = await database.withTenant({ orgId: actor.orgId, userId: actor.userId }, (tx) =>
    storeDataset(tx, actor, { dataset, sources: {}, fileName: "县数据.xlsx" }),
  );
  return { head: stored.dataset, dataset };
};

describe("basic balance of a stored dataset", () => {
  it("is judged from the county's own newest data, and nobody else sees it", async () => {
    const service = createBasicBalanceService(database);
    expect(await service.assess(places.countyA1.actors.planner, null)).toEqual({ ok: true, value: null });
    const { head, dataset } = await store(places.countyA1);
    const own = await service.assess(places.countyA1.actors.planner, null);
    expect(own).toMatchObject({ ok: true, value: { dataset: { id: head.id } } });
    if (!own.ok || own.value === null) throw new Error("the county has data");
    expect(basicAssessmentSchema.parse(own.value.assessment)).toEqual(own.value.assessment);
    const { verdict, stages } = judgeBasic(columnsOfDataset(dataset), basic2012);
    expect(own.value.assessment).toMatchObject({ verdict, stages: { primary: { composite: stages.primary.composite } } });

    expect(await service.assess(places.countyA2.actors.planner, head.id)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await service.assess(places.countyA1.actors.planner, "no-id")).toMatchObject({ ok: false, error: { code: "not_found" } });
  });
});
