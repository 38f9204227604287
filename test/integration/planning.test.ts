import { smallCounty } from "@db/seeds/small-county";
import type { Actor } from "@server/auth/contract";
import { claimRun, defaultTimings, endRun, finishClaim, openRun, startRun } from "@server/jobs";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { createPlanningService, planningJobs } from "@server/planning";
import { planningFunctions } from "@server/planning/compute";
import { type PlanningService, projectionSchema, type Scenario } from "@server/planning/contract";
import { contentHash } from "@server/platform/hash";
import { storeDataset } from "@server/statistics";
import { build, hire, rotate } from "@test/cases/planning/county";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const projectionJob = planningJobs.projection;
const watch = { report: () => {}, keep: () => {}, stopRequested: () => false };

let db: TestDatabase;
let organisations: SeededOrganisations;
let planning: PlanningService;
let planner: Actor;
let viewer: Actor;
let stranger: Actor;

const county = smallCounty();
const schoolCode = county.schools.find((school) => school.type === "primary")?.code ?? "";

const value = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const code = <T>(result: Result<T, AppError>): string => (result.ok ? "ok" : result.error.code);

/** What a worker does with a run, without queue and child process. */
const work = async (runId: string): Promise<void> => {
  const claim = await claimRun(db.pools.worker.db, runId, defaultTimings.staleAfter);
  if (claim === null) throw new Error("nothing to claim");
  const context = { orgId: claim.tenantId, userId: planner.userId };
  const payload = await db.withWorkerTenant(context, async (tx) => {
    const opened = await openRun(tx, claim);
    return projectionJob.load(tx, projectionJob.inputSchema.parse(opened?.input));
  });
  const output = await planningFunctions.projection(JSON.parse(JSON.stringify(payload)), watch);
  await db.withWorkerTenant(context, async (tx) => {
    await finishClaim(tx, claim, "done");
    await projectionJob.save(tx, runId, JSON.parse(JSON.stringify(output)));
    await endRun(tx, claim, null);
  });
};

const withLevers = (scenario: Scenario): Scenario["document"] => ({
  ...scenario.document,
  levers: [build({ schoolCode, leadYears: 2 }), hire({}), rotate({ endYear: 2029 })],
});

beforeAll(async () => {
  db = await testDatabase();
  organisations = await seedOrganisations(db);
  planner = organisations.countyA1.actors.planner;
  viewer = organisations.countyA1.actors.viewer;
  stranger = organisations.countyA2.actors.planner;
  planning = createPlanningService({ withTenant: db.withTenant, jobs: { startRun } });
  for (const actor of [planner, stranger]) {
    await db.withTenant({ orgId: actor.orgId, userId: actor.userId }, (tx) =>
      storeDataset(tx, actor, { dataset: county, sources: {}, fileName: "county.xlsx" }),
    );
  }
});
afterAll(() => db.close());

describe("scenarios", () => {
  it("start on the newest data with the county's default assumptions and no lever", async () => {
    const created = value(await planning.create(planner, "基线"));
    expect(created).toMatchObject({ version: 1, document: { name: "基线", horizonYears: 10, levers: [], annualBudgetWan: null } });
    const opened = value(await planning.get(viewer, created.id));
    expect(opened.scenario).toEqual(created);
    expect(opened.dataset.statisticsYear).toBe(county.county.statisticsYear);
    expect(opened.schools.every((school) => school.stages.length > 0)).toBe(true);
    expect(value(await planning.defaults(planner, created.id)).assumptions).toEqual(created.document.assumptions);
  });

  it("need data first", async () => {
    expect(code(await planning.create(organisations.countyA3.actors.planner, "无数据"))).toBe("no_dataset");
  });

  it("are saved only over the version that was read", async () => {
    const created = value(await planning.create(planner, "版本"));
    const saved = value(await planning.save(planner, created.id, 1, withLevers(created)));
    expect(saved.version).toBe(2);
    expect(code(await planning.save(planner, created.id, 1, created.document))).toBe("scenario_changed_elsewhere");
    expect(value(await planning.get(planner, created.id)).scenario.document.levers).toHaveLength(3);
  });

  it("let exactly one of many savers of the same version through", async () => {
    const created = value(await planning.create(planner, "并发"));
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) => planning.save(planner, created.id, 1, { ...created.document, horizonYears: index + 1 })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(new Set(results.filter((result) => !result.ok).map(code))).toEqual(new Set(["scenario_changed_elsewhere"]));
    expect(value(await planning.get(planner, created.id)).scenario.version).toBe(2);
  });

  it("refuse impossible levers field by field", async () => {
    const created = value(await planning.create(planner, "不可能"));
    const refused = await planning.save(planner, created.id, 1, { ...created.document, levers: [build({ schoolCode: "0000" })] });
    expect(refused.ok ? [] : refused.error.issues).toEqual([
      { path: "levers.0.schoolCode", message: "planning.issues.unknownSchool", params: { schoolCode: "0000" } },
    ]);
  });

  it("have names of their own within the county; a copy gets the next free one", async () => {
    const created = value(await planning.create(planner, "同名"));
    expect(code(await planning.create(planner, "同名"))).toBe("conflict");
    expect(code(await planning.create(stranger, "同名"))).toBe("ok");
    const copy = value(await planning.duplicate(planner, created.id));
    expect(copy.document).toEqual({ ...created.document, name: "同名 (2)" });
    expect(code(await planning.save(planner, copy.id, 1, { ...copy.document, name: "同名" }))).toBe("conflict");
  });

  it("are removed with an audit line, and are gone", async () => {
    const created = value(await planning.create(planner, "删除"));
    expect(value(await planning.remove(planner, created.id))).toBeNull();
    expect(code(await planning.get(planner, created.id))).toBe("not_found");
    const lines = await db.ownerSql`select action, user_name from county.audit_entry where subject = ${created.id} order by at`;
    expect(lines.map((line) => line.action)).toEqual(["scenario.create", "scenario.remove"]);
    expect(lines[0]?.user_name).toBe(planner.displayName);
  });

  it("of another county, of nobody, or of no valid id are not found", async () => {
    const created = value(await planning.create(planner, "私有"));
    for (const id of [created.id, uuidv7(), "not-an-id"]) {
      const actor = id === created.id ? stranger : planner;
      expect(code(await planning.get(actor, id))).toBe("not_found");
      expect(code(await planning.save(actor, id, 1, created.document))).toBe("not_found");
      expect(code(await planning.duplicate(actor, id))).toBe("not_found");
      expect(code(await planning.remove(actor, id))).toBe("not_found");
      expect(code(await planning.startRun(actor, id))).toBe("not_found");
      expect(code(await planning.result(actor, id))).toBe("not_found");
      expect(code(await planning.latestResult(actor, id))).toBe("not_found");
      expect(code(await planning.answered(actor, id))).toBe("not_found");
      expect(code(await planning.compare(actor, [id]))).toBe("not_found");
      expect(code(await planning.defaults(actor, id))).toBe("not_found");
    }
    expect(value(await planning.list(stranger)).map((summary) => summary.name)).not.toContain("私有");
  });

  it("are read, not changed, by a viewer, and hidden from a province", async () => {
    const created = value(await planning.create(planner, "只读"));
    expect(code(await planning.list(viewer))).toBe("ok");
    expect(code(await planning.create(viewer, "x"))).toBe("forbidden");
    expect(code(await planning.save(viewer, created.id, 1, created.document))).toBe("forbidden");
    expect(code(await planning.duplicate(viewer, created.id))).toBe("forbidden");
    expect(code(await planning.remove(viewer, created.id))).toBe("forbidden");
    expect(code(await planning.startRun(viewer, created.id))).toBe("forbidden");
    const analyst = organisations.provinceA.actors.analyst;
    expect(code(await planning.list(analyst))).toBe("forbidden");
    expect(code(await planning.get(analyst, created.id))).toBe("forbidden");
  });
});

describe("runs of a scenario", () => {
  it("answer the question once, with a receipt that can be checked, and say when the question has changed", async () => {
    const created = value(await planning.create(planner, "推演"));
    const saved = value(await planning.save(planner, created.id, 1, withLevers(created)));
    expect(value(await planning.latestResult(planner, created.id))).toBeNull();

    const run = value(await planning.startRun(planner, created.id));
    expect(run).toMatchObject({ kind: "projection", scenarioId: created.id, subject: "推演", state: "queued" });
    expect(value(await planning.startRun(planner, created.id)).id).toBe(run.id);
    expect(code(await planning.result(planner, run.id))).toBe("not_found");
    await work(run.id);

    const answer = value(await planning.result(viewer, run.id));
    expect(answer.run.state).toBe("done");
    expect(projectionSchema.parse(answer.projection)).toEqual(answer.projection);
    expect(answer.receipt.resultHash).toBe(contentHash(answer.projection));
    expect(answer.receipt.scenarioHash).toBe(contentHash(saved.document));
    expect(answer.receipt.datasetHash).toBe(value(await planning.get(planner, created.id)).dataset.contentHash);
    expect(answer.projection.years).toHaveLength(11);
    expect(answer.projection.levers.map((lever) => lever.id)).toEqual(["hire", "rotate", "build"]);

    expect(value(await planning.latestResult(planner, created.id))).toMatchObject({ upToDate: true, run: { id: run.id } });
    expect(value(await planning.startRun(planner, created.id))).toMatchObject({ id: run.id, state: "done" });

    value(await planning.save(planner, created.id, 2, { ...saved.document, horizonYears: 5 }));
    expect(value(await planning.latestResult(planner, created.id))).toMatchObject({ upToDate: false, run: { id: run.id } });
    const listed = value(await planning.list(planner)).find((summary) => summary.id === created.id);
    expect(listed).toMatchObject({ leverCount: 3, locked: false, lastRun: { id: run.id, state: "done", upToDate: false } });
    const { compliance, cost, trial } = answer.projection;
    const firstYear = trial.find(({ overall }) => overall?.verdict === "met")?.year ?? null;
    const costWan = cost.reduce((sum, { totalWan }) => sum + totalWan, 0);
    expect(listed?.lastRun?.outcome).toMatchObject({ whole: { firstYear }, resource: compliance.trial, costWan });

    value(await planning.save(planner, created.id, 3, saved.document));
    expect(value(await planning.latestResult(planner, created.id))).toMatchObject({ upToDate: true, run: { id: run.id } });
    expect(code(await planning.result(stranger, run.id))).toBe("not_found");
  });

  it("find the answer of a removed scenario again when the same question is asked anew", async () => {
    const first = value(await planning.create(planner, "重建"));
    const run = value(await planning.startRun(planner, first.id));
    await work(run.id);
    value(await planning.remove(planner, first.id));
    const second = value(await planning.create(planner, "重建"));
    expect(value(await planning.latestResult(planner, second.id))).toMatchObject({ upToDate: true, run: { id: run.id, scenarioId: null } });
  });

  it("set two answered scenarios side by side", async () => {
    const left = value(await planning.create(planner, "左"));
    const right = value(await planning.duplicate(planner, left.id));
    value(await planning.save(planner, right.id, 1, { ...withLevers(right), name: right.document.name }));
    expect(code(await planning.answered(planner, left.id))).toBe("not_found");
    await work(value(await planning.startRun(planner, left.id)).id);
    const early = value(await planning.compare(planner, [left.id, right.id]));
    expect([early.comparison, early.unanswered]).toEqual([null, [{ scenarioId: right.id, name: right.document.name }]]);
    await work(value(await planning.startRun(planner, right.id)).id);
    const { scenarios, comparison } = value(await planning.compare(viewer, [left.id, right.id, left.id]));
    expect(scenarios).toMatchObject([{ scenarioId: left.id, name: "左", upToDate: true }, { scenarioId: right.id }]);
    // What is told of an answer is as it was asked, whatever the scenario says since.
    const { document } = left;
    const assumptions = { ...document.assumptions, juniorLeakage: 0.25 };
    value(await planning.save(planner, left.id, 1, { ...document, assumptions, annualBudgetWan: 77 }));
    const since = value(await planning.compare(viewer, [left.id, right.id])).scenarios[0];
    expect(since).toMatchObject({ upToDate: false, annualBudgetWan: document.annualBudgetWan, assumptions: document.assumptions });
    expect(value(await planning.answered(viewer, left.id))).toMatchObject({ document, answer: { upToDate: false } });
    expect(comparison?.totalCost[1]).toBeGreaterThan(comparison?.totalCost[0] ?? Number.POSITIVE_INFINITY);
    expect(comparison?.years).toHaveLength(11);
  });
});

describe("computing a run", () => {
  it("refuses a question that is impossible on the data, or whose data are gone", async () => {
    const created = value(await planning.create(planner, "拒绝"));
    const context = { orgId: planner.orgId, userId: planner.userId };
    const input = {
      datasetId: created.datasetId,
      ruleSetId: "quality-2017",
      ruleSetVersion: "2",
      attested: {},
      document: { ...created.document, levers: [build({ schoolCode: "0000" })] },
      furtherIds: [],
      scenarioVersion: null,
      settings: null,
    };
    const payload = await db.withWorkerTenant(context, (tx) => projectionJob.load(tx, input));
    await expect(planningFunctions.projection(payload, watch)).rejects.toThrow(/levers\.0\.schoolCode planning\.issues\.unknownSchool/);
    const gone = await db.withWorkerTenant(context, (tx) => projectionJob.load(tx, { ...input, datasetId: uuidv7() }));
    await expect(planningFunctions.projection(gone, watch)).rejects.toThrow();
  });

  it("reports its progress up to the whole", async () => {
    const created = value(await planning.create(planner, "进度"));
    const context = { orgId: planner.orgId, userId: planner.userId };
    const payload = await db.withWorkerTenant(context, (tx) =>
      projectionJob.load(
        tx,
        projectionJob.inputSchema.parse({
          datasetId: created.datasetId,
          ruleSetId: "quality-2017",
          ruleSetVersion: "2",
          attested: {},
          document: created.document,
        }),
      ),
    );
    const fractions: number[] = [];
    await planningFunctions.projection(payload, { ...watch, report: (fraction: number) => fractions.push(fraction) });
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions).toHaveLength(22);
    expect(fractions.at(-1)).toBe(1);
  });
});

describe("what is entered school by school", () => {
  it("is refused when it is saved, with the reason at its entry, and else kept and told with the ratios in use", async () => {
    const scenario = value(await planning.create(planner, "分校假设"));
    const scenarioId = scenario.id;
    const year = county.county.statisticsYear + 1;
    const saved = (assumptions: Partial<typeof scenario.document.assumptions>) =>
      planning.save(planner, scenarioId, scenario.version, {
        ...scenario.document,
        assumptions: { ...scenario.document.assumptions, ...assumptions },
      });
    const refused = await saved({ netTransfers: [{ schoolCode, grade: 2, year, pupils: -99_999 }] });
    expect(refused.ok ? refused.value : refused.error).toMatchObject({
      code: "invalid_input",
      issues: [
        { path: "assumptions.netTransfers.0.pupils", message: "planning.issues.transferBeyondPupils", params: { year, asked: 99_999 } },
      ],
    });
    expect(code(await saved({ progressionRatios: [{ schoolCode, grade: 3, ratio: 0.5 }] }))).toBe("ok");
    const { ratios, shares } = value(await planning.pupilFlows(viewer, scenarioId));
    expect(shares.entrants.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
    expect(ratios.schools.find((one) => one.code === schoolCode)?.ratios[2]).toEqual({ ratio: 0.5, origin: "set", years: 0 });
    expect(code(await planning.pupilFlows(stranger, scenarioId))).toBe("not_found");
  });
});
