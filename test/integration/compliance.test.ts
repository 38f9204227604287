import { smallCounty } from "@db/seeds/small-county";
import {
  assessStored,
  columnsOfDataset,
  complianceEngineVersion,
  createComplianceService,
  defaultRuleSetId,
  judgeCounty,
  type RuleSet,
  ruleSetById,
} from "@server/compliance";
import type { ComplianceService } from "@server/compliance/contract";
import { canonicalJson } from "@server/kernel/canonical-json";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { parseCountyWorkbook, storeDataset, writeCountyWorkbook } from "@server/statistics";
import type { CountyDataset, DatasetHead } from "@server/statistics/contract";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let database: TestDatabase;
let places: SeededOrganisations;
let compliance: ComplianceService;

beforeAll(async () => {
  database = await testDatabase();
  places = await seedOrganisations(database);
  compliance = createComplianceService(database);
});
afterAll(() => database.close());

const ruleSet = (): RuleSet => {
  const found = ruleSetById(defaultRuleSetId);
  if (found === undefined) throw new Error("the default rule set is there");
  return found;
};
const unwrap = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const codeOf = (result: Result<unknown, AppError>): string | null => (result.ok ? null : result.error.code);

/** Imports the small county, through the workbook so that every figure knows its cell. */
const importFor = async (place: SeededOrganisation, statisticsYear: number): Promise<{ head: DatasetHead; dataset: CountyDataset }> => {
  const base = smallCounty();
  const dataset: CountyDataset = {
    ...base,
    county: { ...base.county, code: place.code, name: place.name, statisticsYear, fiscalYear: statisticsYear - 1, births: [], growth: [] },
    schools: base.schools.map((school) => ({ ...school, history: [] })),
  };
  const parsed = await parseCountyWorkbook(await writeCountyWorkbook(dataset));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const actor = place.actors.planner;
  const stored = await database.withTenant({ orgId: actor.orgId, userId: actor.userId }, (tx) =>
    storeDataset(tx, actor, { dataset: parsed.value.dataset, sources: parsed.value.sources, fileName: "县数据.xlsx" }),
  );
  return { head: stored.dataset, dataset: parsed.value.dataset };
};

const storedJudgements = async (datasetId: string): Promise<readonly { id: string; verdict: string; failing: number }[]> =>
  database.ownerSql`select id, verdict, failing from county.assessment where dataset_id = ${datasetId}`;

describe("the judgement of a stored dataset", () => {
  it("is computed and kept on the first ask, and read on the second", async () => {
    const { head, dataset } = await importFor(places.countyA1, 2024);
    expect(await storedJudgements(head.id)).toEqual([]);
    const planner = places.countyA1.actors.planner;
    const first = unwrap(await compliance.assess(planner, head.id));
    expect(first).toEqual({ dataset: head, assessment: judgeCounty(columnsOfDataset(dataset), ruleSet()) });
    const kept = await storedJudgements(head.id);
    expect(kept).toMatchObject([{ verdict: first?.assessment.verdict, failing: first?.assessment.failing }]);

    await database.ownerSql`update county.assessment set result = jsonb_set(result, '{failing}', '77') where dataset_id = ${head.id}`;
    expect(unwrap(await compliance.assess(places.countyA1.actors.viewer, head.id))?.assessment.failing).toBe(77);
    expect(await storedJudgements(head.id)).toHaveLength(1);
  });

  it("is computed anew by another engine or another version of the rules", async () => {
    const { head } = await importFor(places.countyA1, 2023);
    const planner = places.countyA1.actors.planner;
    unwrap(await compliance.assess(planner, head.id));
    await database.ownerSql`
      update county.assessment set engine_version = 'older', result = jsonb_set(result, '{failing}', '77') where dataset_id = ${head.id}`;
    const again = unwrap(await compliance.assess(planner, head.id));
    expect(again?.assessment).toMatchObject({ engineVersion: complianceEngineVersion, ruleSet: { id: "quality-2017" } });
    expect(again?.assessment.failing).not.toBe(77);
    expect(await storedJudgements(head.id)).toHaveLength(2);
  });

  it("is kept once when many ask at the same time", async () => {
    const { head } = await importFor(places.countyA1, 2022);
    const planner = places.countyA1.actors.planner;
    const answers = await Promise.all(Array.from({ length: 6 }, () => compliance.assess(planner, head.id)));
    expect(new Set(answers.map((answer) => canonicalJson(unwrap(answer)?.assessment))).size).toBe(1);
    expect(await storedJudgements(head.id)).toHaveLength(1);
  });

  it("is that of the newest dataset when none is named, and nothing while there is none", async () => {
    const { head } = await importFor(places.countyA2, 2025);
    expect(unwrap(await compliance.assess(places.countyA2.actors.planner, null))?.dataset).toEqual(head);
    expect(unwrap(await compliance.assess(places.countyA3.actors.planner, null))).toBeNull();
  });

  it("is forbidden to provinces and cities, who see what is published", async () => {
    const { head } = await importFor(places.countyA1, 2024);
    for (const actor of [places.provinceA.actors.admin, places.provinceA.actors.analyst, places.cityA1.actors.analyst]) {
      expect(codeOf(await compliance.assess(actor, head.id))).toBe("forbidden");
      const query = { kind: "balance", stage: "primary", indicator: "R1", sectionId: null } as const;
      expect(codeOf(await compliance.explain(actor, head.id, query))).toBe("forbidden");
    }
  });

  it("is not found for another county's dataset, for an unknown one and for a text that is no id", async () => {
    const { head } = await importFor(places.countyA1, 2024);
    const stranger = places.countyB1.actors.admin;
    const query = { kind: "balance", stage: "primary", indicator: "R1", sectionId: null } as const;
    for (const id of [head.id, "01890000-0000-7000-8000-000000000000", "no-id", ""]) {
      expect(codeOf(await compliance.assess(stranger, id))).toBe("not_found");
      expect(codeOf(await compliance.explain(stranger, id, query))).toBe("not_found");
    }
    const asStranger = await database.withTenant({ orgId: stranger.orgId, userId: stranger.userId }, (tx) =>
      assessStored(tx, stranger, head.id),
    );
    expect(asStranger).toBeNull();
  });
});

describe("the explanation of a stored figure", () => {
  it("leads to the cells of the imported workbook", async () => {
    const { head, dataset } = await importFor(places.countyA1, 2024);
    const school = dataset.schools.find(({ type }) => type === "nine_year");
    const query = { kind: "section", stage: "junior", indicator: "R4", sectionId: `${school?.code}:junior` } as const;
    const answer = unwrap(await compliance.explain(places.countyA1.actors.viewer, head.id, query));
    expect(answer.source).toEqual({ fileName: "县数据.xlsx", importedBy: head.importedBy, importedAt: head.importedAt });
    expect(answer.inputs.map(({ path }) => path)).toEqual([
      "facilities.teachingAreaM2",
      "facilities.gymAreaM2",
      "pupils.juniorByGrade",
      "pupils.primaryByGrade",
    ]);
    for (const { schoolCode, path } of answer.inputs) expect(answer.cells[`${schoolCode}:${path}`]).toMatch(/^.+![A-Z]+\d+(:[A-Z]+\d+)?$/);
  });

  it("is not found for a section that the county does not have", async () => {
    const { head } = await importFor(places.countyA1, 2024);
    const query = { kind: "section", stage: "primary", indicator: "R1", sectionId: "9999:primary" } as const;
    expect(codeOf(await compliance.explain(places.countyA1.actors.planner, head.id, query))).toBe("not_found");
  });
});
