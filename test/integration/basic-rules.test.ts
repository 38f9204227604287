import { createBasicBalanceService, createRulesService } from "@server/compliance";
import type { RulesService } from "@server/compliance/layers-contract";
import { draft, nothing, source } from "@test/support/layer-drafts";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { codeOf, unwrapped } from "@test/support/results";
import { storeCounty } from "@test/support/stored-counties";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";

let database: TestDatabase;
let places: SeededOrganisations;
let rules: RulesService;

const close = async (): Promise<void> => database?.close();
beforeEach(async () => {
  await close();
  database = await testDatabase();
  places = await seedOrganisations(database);
  rules = createRulesService(database);
});
afterAll(close);

describe("the rules of basic balance", () => {
  const limit = "basic.composite.limit.primary";

  it("take a province's layer, by which its counties are judged and explained, and no other county", async () => {
    const admin = places.provinceA.actors.admin;
    const [own, foreign] = [await storeCounty(database, places.countyA1), await storeCounty(database, places.countyB1)];
    unwrapped(await rules.save(admin, "basic-2012", draft(limit, 0.5)));
    const basic = createBasicBalanceService(database);
    const limitOf = async (place: SeededOrganisation, id: string) =>
      unwrapped(await basic.assess(place.actors.planner, id))?.assessment.stages.primary.composite.limit;
    expect([await limitOf(places.countyA1, own.id), await limitOf(places.countyB1, foreign.id)]).toEqual([0.5, 0.65]);
    const why = unwrapped(await basic.explain(places.countyA1.actors.viewer, own.id, { stage: "primary", indicator: "composite" }));
    expect(why).toMatchObject({ limit: 0.5, clause: { document: "教督〔2012〕3号" } });
    expect(codeOf(await basic.explain(places.countyA2.actors.viewer, own.id, { stage: "primary", indicator: "composite" }))).toBe(
      "not_found",
    );
    const view = unwrapped(await rules.ruleSet(places.countyA1.actors.viewer, "basic-2012"));
    expect(view.values.find(({ key }) => key === limit)?.entries.map(({ value, origin }) => [value, origin])).toEqual([
      [0.65, "national"],
      [0.5, "province"],
    ]);
  });

  it("are not loosened, take no additions, and are never chosen instead of quality balance", async () => {
    const admin = places.provinceA.actors.admin;
    expect(codeOf(await rules.save(admin, "basic-2012", draft(limit, 0.7)))).toBe("rule_layer_refused");
    expect(
      await rules.save(admin, "basic-2012", {
        ...nothing,
        extraVetoes: [{ id: "V-1", title: { "zh-CN": "事项", en: "Matter" }, source }],
      }),
    ).toMatchObject({ error: { issues: [{ path: "extraVetoes.0.id", message: "regulation.problem.no_additions" }] } });
    expect(codeOf(await rules.choose(admin, "basic-2012", "x"))).toBe("not_found");
  });

  it("may add a veto to the list under other words for the old ones, but drop none", async () => {
    const admin = places.provinceA.actors.admin;
    const [national] = unwrapped(await rules.ruleSet(admin, "basic-2012")).values.find(({ key }) => key === "basic.vetoes")?.entries ?? [];
    const listed = z.array(z.strictObject({ id: z.string(), title: z.record(z.string(), z.string()) })).parse(national?.value);
    const title = { "zh-CN": "本省说法", en: "In the province's words" };
    const attempt = (value: readonly unknown[]) =>
      rules.preview(admin, "basic-2012", {
        ...nothing,
        entries: [
          { key: "basic.vetoes", value: z.json().parse(value), source, certainty: "certain", validFrom: "2024-01-01", validTo: null },
        ],
      });
    const reworded = listed.map(({ id }) => ({ id, title }));
    expect(unwrapped(await attempt([...reworded, { id: "BV9", title }])).changes.map(({ key }) => key)).toEqual(["basic.vetoes"]);
    expect(codeOf(await attempt(reworded.slice(1)))).toBe("rule_layer_refused");
  });
});
