import { createComplianceService, createDeclarationService, createRulesService } from "@server/compliance";
import type { ComplianceService } from "@server/compliance/contract";
import type { RulesService } from "@server/compliance/layers-contract";
import { draft, nothing, source } from "@test/support/layer-drafts";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { codeOf, unwrapped } from "@test/support/results";
import { storeCounty } from "@test/support/stored-counties";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

let database: TestDatabase;
let places: SeededOrganisations;
let rules: RulesService;
let compliance: ComplianceService;

const close = async (): Promise<void> => database?.close();
beforeEach(async () => {
  await close();
  database = await testDatabase();
  places = await seedOrganisations(database);
  rules = createRulesService(database);
  compliance = createComplianceService(database);
});
afterAll(close);

const standardOf = async (actor: SeededOrganisation["actors"]["admin"], key: string): Promise<readonly (readonly [unknown, string])[]> => {
  const view = unwrapped(await rules.ruleSet(actor, "quality-2017"));
  const found = view.values.find((value) => value.key === key);
  return (found?.entries ?? []).map(({ value, origin }) => [value, origin] as const);
};

describe("a layer of a province", () => {
  it("applies to its cities and counties from the day it names, and to nobody else", async () => {
    unwrapped(await rules.save(places.provinceA.actors.admin, "quality-2017", draft("R1.standard.primary", 5)));
    const layered = [
      [4.2, "national"],
      [5, "province"],
    ];
    for (const place of [places.provinceA, places.cityA1, places.countyA1, places.countyA3]) {
      expect(await standardOf(place.actors.admin, "R1.standard.primary"), place.name).toEqual(layered);
    }
    for (const place of [places.provinceB, places.cityB1, places.countyB1]) {
      expect(await standardOf(place.actors.admin, "R1.standard.primary"), place.name).toEqual([[4.2, "national"]]);
    }
    const reader = places.provinceB.actors.analyst;
    const foreign = await database.withReader(reader, (tx) => tx.selectFrom("rules.layer").selectAll().execute());
    expect(foreign).toEqual([]);
  });

  it("is joined by the city's and the county's, never by a neighbour's", async () => {
    unwrapped(await rules.save(places.provinceA.actors.admin, "quality-2017", draft("R1.standard.primary", 4.5)));
    unwrapped(await rules.save(places.cityA1.actors.admin, "quality-2017", draft("R1.standard.primary", 4.8)));
    unwrapped(await rules.save(places.countyA1.actors.admin, "quality-2017", draft("R1.standard.primary", 5)));
    unwrapped(await rules.save(places.countyA2.actors.admin, "quality-2017", draft("R2.standard.primary", 2)));
    const view = unwrapped(await rules.ruleSet(places.countyA1.actors.viewer, "quality-2017"));
    expect(view.layers.map(({ level, title, version }) => [level, title["zh-CN"], version])).toEqual([
      ["province", "甲省", "1"],
      ["city", "甲一市", "1"],
      ["county", "甲一县", "1"],
    ]);
    expect(view.version).toBe("1+91@1+9101@1+910121@1".replace(/^1/, view.version.split("+")[0] ?? ""));
    expect(await standardOf(places.countyA1.actors.admin, "R2.standard.primary")).toEqual([[1, "national"]]);
    expect(await standardOf(places.countyA3.actors.admin, "R1.standard.primary")).toEqual([
      [4.2, "national"],
      [4.5, "province"],
    ]);
  });

  it("is refused when it loosens, names nothing known or has no sense, each with its place and reason", async () => {
    const admin = places.provinceA.actors.admin;
    const attempt = await rules.save(admin, "quality-2017", {
      ...nothing,
      entries: [
        { key: "R1.standard.primary", value: 4, source, certainty: "certain", validFrom: "2024-01-01", validTo: null },
        { key: "R1.standart.primary", value: 5, source, certainty: "certain", validFrom: "2024-01-01", validTo: null },
        { key: "R2.standard.primary", value: "much", source, certainty: "certain", validFrom: "2024-01-01", validTo: null },
      ],
    });
    expect(attempt).toMatchObject({
      ok: false,
      error: {
        code: "rule_layer_refused",
        issues: [
          { path: "entries.0.value", message: "regulation.problem.loosens", params: { key: "R1.standard.primary", in_force: "4.2" } },
          { path: "entries.1.key", message: "regulation.problem.unknown_key" },
          { path: "entries.2.value", message: "regulation.problem.invalid_value" },
        ],
      },
    });
    expect(unwrapped(await rules.history(admin, "quality-2017"))).toEqual([]);
  });

  it("adds a veto and an indicator, which the preview names before anything is saved", async () => {
    const admin = places.provinceA.actors.admin;
    const added = draft("R1.standard.primary", 5, {
      extraVetoes: [{ id: "V-DROPOUT", title: { "zh-CN": "控辍保学不力", en: "Children drop out" }, source }],
    });
    expect(unwrapped(await rules.preview(admin, "quality-2017", added))).toMatchObject({
      changes: [{ key: "R1.standard.primary", before: [{ value: 4.2 }], after: [{ value: 4.2 }, { value: 5 }] }],
      added: ["V-DROPOUT"],
      removed: [],
    });
    expect(unwrapped(await rules.history(admin, "quality-2017"))).toEqual([]);
    unwrapped(await rules.save(admin, "quality-2017", added));
    const view = unwrapped(await rules.ruleSet(places.countyA1.actors.viewer, "quality-2017"));
    expect(view.extraVetoes).toMatchObject([{ id: "V-DROPOUT", origin: "province" }]);
    expect(unwrapped(await rules.preview(admin, "quality-2017", nothing))).toMatchObject({ removed: ["V-DROPOUT"] });
  });

  it("overtakes a lower layer that it makes too loose, and says so", async () => {
    unwrapped(await rules.save(places.countyA1.actors.admin, "quality-2017", draft("R1.standard.primary", 4.5)));
    unwrapped(await rules.save(places.provinceA.actors.admin, "quality-2017", draft("R1.standard.primary", 5)));
    const view = unwrapped(await rules.ruleSet(places.countyA1.actors.admin, "quality-2017"));
    expect(view.layers.map(({ level, superseded }) => [level, superseded])).toEqual([
      ["province", []],
      ["county", ["R1.standard.primary"]],
    ]);
    expect(await standardOf(places.countyA1.actors.admin, "R1.standard.primary")).toEqual([
      [4.2, "national"],
      [5, "province"],
    ]);
  });
});

describe("the versions of a layer", () => {
  it("stay as they were written, each with its author and note", async () => {
    const admin = places.provinceA.actors.admin;
    unwrapped(await rules.save(admin, "quality-2017", draft("R1.standard.primary", 5)));
    unwrapped(await rules.save(admin, "quality-2017", { ...nothing }));
    const history = unwrapped(await rules.history(admin, "quality-2017"));
    expect(history.map(({ version, note, createdBy }) => [version, note, createdBy])).toEqual([
      [2, "撤销", admin.displayName],
      [1, "收紧标准", admin.displayName],
    ]);
    expect(history[1]?.layer.entries).toMatchObject([{ key: "R1.standard.primary", value: 5 }]);
    const attempt = database.withTenant(admin, (tx) => tx.updateTable("rules.layer").set({ note: "changed" }).execute());
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });

  it("never change a judgement made before; the next one names the new version", async () => {
    const head = await storeCounty(database, places.countyA1);
    const planner = places.countyA1.actors.planner;
    const before = unwrapped(await compliance.assess(planner, head.id));
    unwrapped(await rules.save(places.provinceA.actors.admin, "quality-2017", draft("R1.standard.primary", 50)));
    const after = unwrapped(await compliance.assess(planner, head.id));
    expect(after?.assessment.ruleSet.version).toBe(`${before?.assessment.ruleSet.version}+91@1`);
    expect(after?.assessment.stages.primary.indicatorMet.R1).toBe(0);
    const kept = await database.ownerSql`
      select rule_set_version as version, result->'stages'->'primary'->'indicatorMet'->>'R1' as met
      from county.assessment order by created_at`;
    expect(kept).toEqual([
      { version: before?.assessment.ruleSet.version, met: String(before?.assessment.stages.primary.indicatorMet.R1) },
      { version: after?.assessment.ruleSet.version, met: "0" },
    ]);
    unwrapped(await rules.save(places.provinceA.actors.admin, "quality-2017", nothing));
    expect(unwrapped(await compliance.assess(planner, head.id))?.assessment.stages).toEqual(before?.assessment.stages);
  });
});

describe("the choice of a rule set", () => {
  it("is the province's: its counties are judged by it from then on, others are not", async () => {
    const [own, foreign] = [await storeCounty(database, places.countyA1), await storeCounty(database, places.countyB1)];
    const choice = unwrapped(await rules.choose(places.provinceA.actors.admin, "quality-2019", "适用规程"));
    expect(choice).toMatchObject({ version: 1, ruleSetId: "quality-2019", note: "适用规程" });
    const idOf = async (place: SeededOrganisation, id: string) =>
      unwrapped(await compliance.assess(place.actors.planner, id))?.assessment.ruleSet.id;
    expect(await idOf(places.countyA1, own.id)).toBe("quality-2019");
    expect(await idOf(places.countyB1, foreign.id)).toBe("quality-2017");
    expect(unwrapped(await rules.list(places.countyA1.actors.viewer))).toMatchObject({
      ruleSets: [
        { id: "quality-2017", chosen: false },
        { id: "quality-2019", chosen: true },
        { id: "basic-2012", family: "basic", chosen: true },
      ],
      choice: { ruleSetId: "quality-2019" },
    });
  });

  it("is refused to cities, counties and everybody who does not manage rules, and for unknown sets", async () => {
    for (const actor of [places.cityA1.actors.admin, places.countyA1.actors.admin, places.provinceA.actors.analyst]) {
      expect(codeOf(await rules.choose(actor, "quality-2019", "x")), actor.displayName).toBe("forbidden");
    }
    expect(codeOf(await rules.choose(places.provinceA.actors.admin, "quality-1999", "x"))).toBe("not_found");
  });
});

describe("a comparison of rules", () => {
  it("shows what the same data change under stricter rules, and stores nothing", async () => {
    const head = await storeCounty(database, places.countyA1);
    const planner = places.countyA1.actors.planner;
    unwrapped(await rules.save(places.provinceA.actors.admin, "quality-2017", draft("R1.standard.primary", 50)));
    const answer = unwrapped(await rules.compare(planner, head.id, "quality-2017@national", "quality-2017"));
    expect(answer?.values).toEqual([{ key: "R1.standard.primary", unit: "人/百名学生", a: 4.2, b: 50 }]);
    expect(answer?.sections.length).toBeGreaterThan(0);
    for (const section of answer?.sections ?? []) expect(section).toMatchObject({ stage: "primary", indicators: ["R1"] });
    expect(await database.ownerSql`select id from county.assessment`).toEqual([]);
    const equal = unwrapped(await rules.compare(planner, null, "quality-2017", "quality-2017"));
    expect(equal).toMatchObject({ datasetId: head.id, values: [], sections: [], balances: [], items: [] });
  });

  it("goes back to the layers as they stood at an earlier version", async () => {
    const head = await storeCounty(database, places.countyA1);
    const admin = places.provinceA.actors.admin;
    const first = unwrapped(await rules.save(admin, "quality-2017", draft("R1.standard.primary", 5)));
    unwrapped(await rules.save(admin, "quality-2017", draft("R1.standard.primary", 6)));
    const viewer = places.countyA1.actors.viewer;
    const sides = unwrapped(await rules.sides(viewer)).map(({ side }) => side);
    expect(sides).toContain(`quality-2017@${first.id}`);
    const answer = unwrapped(await rules.compare(viewer, head.id, `quality-2017@${first.id}`, "quality-2017"));
    expect(answer?.values).toMatchObject([{ a: 5, b: 6 }]);
  });

  it("is forbidden to provinces, and not found for foreign data, foreign versions and unknown sets", async () => {
    const head = await storeCounty(database, places.countyA1);
    const foreign = unwrapped(await rules.save(places.provinceB.actors.admin, "quality-2017", draft("R1.standard.primary", 5)));
    const both = ["quality-2017", "quality-2019"] as const;
    expect(codeOf(await rules.compare(places.provinceA.actors.admin, head.id, ...both))).toBe("forbidden");
    expect(codeOf(await rules.compare(places.countyB1.actors.planner, head.id, ...both))).toBe("not_found");
    expect(codeOf(await rules.compare(places.countyA1.actors.planner, "no-id", ...both))).toBe("not_found");
    for (const side of [`quality-2017@${foreign.id}`, "quality-1999", "quality-2017@"]) {
      expect(codeOf(await rules.compare(places.countyA1.actors.planner, head.id, side, "quality-2017")), side).toBe("not_found");
    }
    expect(unwrapped(await rules.compare(places.countyA2.actors.planner, null, ...both))).toBeNull();
  });
});

describe("rules", () => {
  it("are read by every role and changed by administrators only", async () => {
    for (const place of [places.countyA1, places.cityA1, places.provinceA]) {
      const { admin, ...others } = place.actors;
      for (const actor of Object.values(others)) {
        expect(codeOf(await rules.save(actor, "quality-2017", nothing)), actor.displayName).toBe("forbidden");
        expect(codeOf(await rules.preview(actor, "quality-2017", nothing)), actor.displayName).toBe("forbidden");
      }
      expect(codeOf(await rules.preview(admin, "quality-2017", nothing))).toBeNull();
    }
    const stranger = places.countyA1.actors.analyst;
    for (const answer of [rules.list(stranger), rules.sides(stranger), rules.ruleSet(stranger, "quality-2017")]) {
      expect(codeOf(await answer)).toBe("forbidden");
    }
    expect(codeOf(await rules.history(stranger, "quality-2017"))).toBe("forbidden");
    const admin = places.countyA1.actors.admin;
    expect(codeOf(await rules.ruleSet(admin, "quality-1999"))).toBe("not_found");
    expect(codeOf(await rules.save(admin, "quality-1999", nothing))).toBe("not_found");
  });
});

describe("what is attested beside the data", () => {
  it("is part of a judgement's identity: a new attestation makes a new one, the old stays", async () => {
    const head = await storeCounty(database, places.countyA1);
    const { planner, approver } = places.countyA1.actors;
    const declarations = createDeclarationService(database);
    unwrapped(await compliance.assess(planner, head.id));
    const input = { statisticsYear: 2026, item: "V1" as const, value: true, note: "" };
    unwrapped(await declarations.prepare(planner, input));
    unwrapped(await compliance.assess(planner, head.id));
    const hashes = () => database.ownerSql`select attested_hash as hash from county.assessment order by created_at`;
    expect(await hashes()).toEqual([{ hash: "" }]);
    unwrapped(await declarations.attest(approver, { statisticsYear: 2026, item: "V1", version: 1 }));
    unwrapped(await compliance.assess(planner, head.id));
    const kept = await hashes();
    expect(kept).toHaveLength(2);
    expect(kept[1]?.["hash"]).toMatch(/^[0-9a-f]{64}$/);
  });
});
