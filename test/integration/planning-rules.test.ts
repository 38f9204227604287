import { smallCounty } from "@db/seeds/small-county";
import type { Actor } from "@server/auth/contract";
import { createDeclarationService, createRulesService } from "@server/compliance";
import type { LayerDraft } from "@server/compliance/layers-contract";
import { claimRun, defaultTimings, endRun, finishClaim, openRun, startRun } from "@server/jobs";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { createPlanningService, planningJobs } from "@server/planning";
import { planningFunctions } from "@server/planning/compute";
import type { PlanningService, RunResult } from "@server/planning/contract";
import { storeDataset } from "@server/statistics";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const job = planningJobs.projection;
const watch = { report: () => {}, keep: () => {}, stopRequested: () => false };

let db: TestDatabase;
let places: SeededOrganisations;
let planning: PlanningService;
let planner: Actor;

const value = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const inputOf = (runId: string) =>
  db.withTenant(planner, async (tx) => {
    const { input } = await tx.selectFrom("county.run").select("input").where("id", "=", runId).executeTakeFirstOrThrow();
    return job.inputSchema.parse(input);
  });

/** What a worker computes for a run, without queue and child process. */
const computed = async (runId: string) => {
  const context = { orgId: planner.orgId, userId: planner.userId };
  const input = await inputOf(runId);
  const payload = await db.withWorkerTenant(context, (tx) => job.load(tx, input));
  return planningFunctions.projection(JSON.parse(JSON.stringify(payload)), watch);
};

const answered = async (scenarioId: string): Promise<RunResult & { readonly upToDate: boolean }> => {
  const run = value(await planning.startRun(planner, scenarioId));
  const output = await computed(run.id);
  const claim = await claimRun(db.pools.worker.db, run.id, defaultTimings.staleAfter);
  if (claim === null) throw new Error("nothing to claim");
  await db.withWorkerTenant({ orgId: claim.tenantId, userId: planner.userId }, async (tx) => {
    await openRun(tx, claim);
    await finishClaim(tx, claim, "done");
    await job.save(tx, run.id, JSON.parse(JSON.stringify(output)));
    await endRun(tx, claim, null);
  });
  const latest = value(await planning.latestResult(planner, scenarioId));
  if (latest === null) throw new Error("there is no answer");
  return latest;
};

const tighter = (standard: number): LayerDraft => ({
  entries: [
    {
      key: "R7.standard.primary",
      value: standard,
      source: { document: "某省教督〔2024〕1号", article: "第三条" },
      certainty: "certain",
      validFrom: "2020-01-01",
      validTo: null,
    },
  ],
  extraVetoes: [],
  extraIndicators: [],
  note: "收紧标准",
});

beforeAll(async () => {
  db = await testDatabase();
  places = await seedOrganisations(db);
  planner = places.countyA1.actors.planner;
  planning = createPlanningService({ withTenant: db.withTenant, jobs: { startRun } });
  await db.withTenant(planner, (tx) => storeDataset(tx, planner, { dataset: smallCounty(), sources: {}, fileName: "county.xlsx" }));
});
afterAll(() => db.close());

describe("a scenario", () => {
  it("is judged by the rules of its province and by what the county has attested, and asked anew when either changes", async () => {
    const rules = createRulesService(db);
    const declarations = createDeclarationService(db);
    const created = value(await planning.create(planner, "分级规则"));
    const scenario = value(await planning.save(planner, created.id, 1, { ...created.document, horizonYears: 1 }));
    const met = ({ projection }: RunResult) => projection.baseline[0]?.stages.primary.indicatorMet.R7 ?? Number.NaN;

    const national = await answered(scenario.id);
    expect(national.receipt.ruleSet.version).not.toContain("+");
    value(await rules.save(places.provinceA.actors.admin, "quality-2017", tighter(50)));
    expect(value(await planning.latestResult(planner, scenario.id))?.upToDate).toBe(false);
    const layered = await answered(scenario.id);
    expect(layered.upToDate).toBe(true);
    expect(layered.receipt.ruleSet.version).toBe(`${national.receipt.ruleSet.version}+91@1`);
    expect(met(national)).toBeGreaterThan(0);
    expect(met(layered)).toBe(0);

    value(await declarations.prepare(planner, { statisticsYear: 2026, item: "V1", value: true, note: "发生" }));
    value(await declarations.attest(places.countyA1.actors.approver, { statisticsYear: 2026, item: "V1", version: 1 }));
    expect(value(await planning.latestResult(planner, scenario.id))?.upToDate).toBe(false);
    const attested = await answered(scenario.id);
    expect(attested.receipt.attestedHash).toMatch(/^[0-9a-f]{64}$/);
    expect(attested.projection.baseline[0]?.overall?.vetoes).toBe("not_met");
  });

  it("is computed to the same bytes again by the rules and statements of its day, whatever has come after", async () => {
    const rules = createRulesService(db);
    const created = value(await planning.create(planner, "旧规则"));
    const scenario = value(await planning.save(planner, created.id, 1, { ...created.document, horizonYears: 1 }));
    const before = await answered(scenario.id);
    value(await rules.save(places.provinceA.actors.admin, "quality-2017", tighter(60)));
    expect((await computed(before.run.id)).receipt.resultHash).toBe(before.receipt.resultHash);
    expect((await answered(scenario.id)).receipt.ruleSet.version).toContain("+91@2");
  });
});
