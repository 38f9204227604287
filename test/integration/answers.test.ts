import { smallCounty } from "@db/seeds/small-county";
import type { Actor } from "@server/auth/contract";
import { recompute } from "@server/cli/commands/recompute";
import { claimRun, defaultTimings, endRun, finishClaim, openRun, startRun } from "@server/jobs";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { createAnswersService, createPlanningService, planningJobs } from "@server/planning";
import type { AnswersService, ScenarioQuestion } from "@server/planning/answers-contract";
import { planningFunctions } from "@server/planning/compute";
import {
  attributionSchema,
  backtestSchema,
  monteCarloSchema,
  type PlanningService,
  planAnswerSchema,
  projectionSchema,
  type ScenarioDocument,
  uncertaintySettingsSchema,
} from "@server/planning/contract";
import { rangesOf } from "@server/planning/engine/index";
import { contentHash } from "@server/platform/hash";
import { storeDataset } from "@server/statistics";
import { build, hire } from "@test/cases/planning/county";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const watch = { report: () => {}, keep: () => {}, stopRequested: () => false };

let db: TestDatabase;
let organisations: SeededOrganisations;
let planning: PlanningService;
let answers: AnswersService;
let planner: Actor;
let viewer: Actor;
let stranger: Actor;

const county = smallCounty();
const schoolCode = county.schools.find((school) => school.type === "primary")?.code ?? "";
const earlier = {
  ...county,
  county: { ...county.county, statisticsYear: county.county.statisticsYear - 1, fiscalYear: county.county.fiscalYear - 1 },
};

/** The same year once more, with one figure corrected: scenarios go on with the data they were begun on. */
const corrected = {
  ...county,
  schools: county.schools.map((school, row) =>
    row === 0 ? { ...school, facilities: { ...school.facilities, multimediaRooms: 1 } } : school,
  ),
};

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
  const { kind, payload } = await db.withWorkerTenant(context, async (tx) => {
    const opened = await openRun(tx, claim);
    const name = opened?.kind as keyof typeof planningJobs;
    const job = planningJobs[name];
    return { kind: name, payload: await job.load(tx, job.inputSchema.parse(opened?.input) as never) };
  });
  const output = await planningFunctions[kind](JSON.parse(JSON.stringify(payload)), watch);
  await db.withWorkerTenant(context, async (tx) => {
    await finishClaim(tx, claim, "done");
    await planningJobs[kind].save(tx, runId, JSON.parse(JSON.stringify(output)));
    await endRun(tx, claim, null);
  });
};

/** Asks the question of a run again and expects the same bytes, on the record and by the receipt. */
const recomputedAlike = async (runId: string, kind: string): Promise<void> => {
  expect(code(await answers.record(stranger, runId))).toBe("not_found");
  expect(code(await answers.recompute(stranger, runId))).toBe("not_found");
  const again = value(await answers.recompute(planner, runId));
  await work(again.id);
  const found = value(await answers.recomputed(viewer, runId))?.answered?.answer;
  expect(found).toMatchObject({ kind, identical: true, untouched: true, firstDifference: null });
  expect(found?.again).toEqual(found?.stored);
  expect(value(await answers.record(viewer, again.id))).toMatchObject({ of: runId });
  expect(value(await answers.recompute(planner, runId))).toMatchObject({ id: again.id, state: "done" });
};

const scenarioOf = async (name: string): Promise<string> => {
  const created = value(await planning.create(planner, name));
  const document = { ...created.document, horizonYears: 3, levers: [build({ schoolCode, leadYears: 1 }), hire({})] };
  return value(await planning.save(planner, created.id, 1, document)).id;
};

beforeAll(async () => {
  db = await testDatabase();
  organisations = await seedOrganisations(db);
  planner = organisations.countyA1.actors.planner;
  viewer = organisations.countyA1.actors.viewer;
  stranger = organisations.countyA2.actors.planner;
  planning = createPlanningService({ withTenant: db.withTenant, jobs: { startRun } });
  answers = createAnswersService({ withTenant: db.withTenant, jobs: { startRun } });
  await db.withTenant(planner, async (tx) => {
    for (const dataset of [earlier, county]) await storeDataset(tx, planner, { dataset, sources: {}, fileName: "county.xlsx" });
  });
});
afterAll(() => db.close());

const questions: readonly {
  readonly question: ScenarioQuestion;
  readonly settings: unknown;
  readonly schema: { parse(value: unknown): unknown };
}[] = [
  { question: "montecarlo", settings: { draws: 30, seed: 7 }, schema: monteCarloSchema },
  { question: "attribution", settings: { figures: ["verdicts", "cost"] }, schema: attributionSchema },
  { question: "plan", settings: { targetYear: county.county.statisticsYear + 2, effort: 5 }, schema: planAnswerSchema },
];

it("draws the futures of other questions by the ranges that the scenario's uncertainty was asked with last", async () => {
  const scenarioId = await scenarioOf("各处同一把握");
  const asked = async (question: ScenarioQuestion, settings: object) => {
    value(await answers.ask(planner, scenarioId, question, settings));
    return value(await answers.view(viewer, scenarioId, question)).settings;
  };
  expect(await asked("attribution", { passDraws: 20 })).not.toHaveProperty("ranges");
  const entrants = { low: 0.8, likely: 1, high: 1.1 };
  await asked("montecarlo", { draws: 30, seed: 7, targetYear: county.county.statisticsYear + 1, entrants });
  const ranges = rangesOf(uncertaintySettingsSchema.parse({ seed: 7, entrants }));
  expect(await asked("attribution", { passDraws: 20 })).toMatchObject({ ranges });
  expect(await asked("attribution", { passDraws: null })).not.toHaveProperty("ranges");
  const targetYear = county.county.statisticsYear + 2;
  expect(await asked("plan", { targetYear, ask: { clausePrices: false, frontier: false, robust: true } })).toMatchObject({ ranges });
  expect(await asked("plan", { targetYear })).not.toHaveProperty("ranges");
});

describe.each(questions)("asking for $question", ({ question, settings, schema }) => {
  it("is answered once, kept with its receipt, found again, and recomputed to the same bytes; not for other counties", async () => {
    const scenarioId = await scenarioOf(`问题 ${question}`);
    expect(value(await answers.view(viewer, scenarioId, question))).toMatchObject({ run: null, answered: null });
    expect(code(await answers.ask(viewer, scenarioId, question, settings))).toBe("forbidden");
    expect(code(await answers.ask(stranger, scenarioId, question, settings))).toBe("not_found");
    expect(code(await answers.ask(planner, scenarioId, question, { draws: -1, exactUpTo: -1, targetYear: 1 }))).toBe("invalid_input");

    const run = value(await answers.ask(planner, scenarioId, question, settings));
    expect(run).toMatchObject({ kind: question, state: "queued", scenarioId });
    expect(value(await answers.ask(planner, scenarioId, question, settings)).id).toBe(run.id);
    await work(run.id);

    const view = value(await answers.view(viewer, scenarioId, question));
    expect(view.settings).toMatchObject(settings as object);
    expect(view.answered).toMatchObject({ final: true, upToDate: true, run: { id: run.id, state: "done" } });
    expect(schema.parse(view.answered?.answer)).toEqual(view.answered?.answer);
    const seed = "seed" in view.settings ? { seed: view.settings.seed } : {};
    expect(view.answered?.receipt).toMatchObject({ settingsHash: contentHash(view.settings), scenarioVersion: 2, ...seed });
    expect(value(await answers.ask(planner, scenarioId, question, settings))).toMatchObject({ id: run.id, state: "done" });
    expect(code(await answers.view(stranger, scenarioId, question))).toBe("not_found");
    await recomputedAlike(run.id, question);
  });
});

describe("a projection", () => {
  it("is answered once, kept with its receipt, found again, and recomputed to the same bytes, also after newer data have come", async () => {
    const scenarioId = await scenarioOf("推演");
    const run = value(await planning.startRun(planner, scenarioId));
    expect(value(await planning.startRun(planner, scenarioId)).id).toBe(run.id);
    await work(run.id);
    expect(value(await planning.startRun(planner, scenarioId))).toMatchObject({ id: run.id, state: "done" });
    const { projection, receipt } = value(await planning.result(viewer, run.id));
    expect(projectionSchema.parse(projection)).toEqual(projection);
    expect(receipt.resultHash).toBe(contentHash(projection));
    expect(value(await planning.latestResult(viewer, scenarioId))).toMatchObject({ run: { id: run.id }, upToDate: true });
    await db.withTenant(planner, (tx) => storeDataset(tx, planner, { dataset: corrected, sources: {}, fileName: "corrected.xlsx" }));
    await recomputedAlike(run.id, "projection");
  });
});

describe("a question that is impossible", () => {
  const { statisticsYear } = county.county;
  const [first = "", second = ""] = county.schools.map(({ code }) => code);
  const plan = (parts: object) => ({ targetYear: statisticsYear + 3, ...parts });
  it.each<[string, ScenarioQuestion, unknown, string, string]>([
    ["a target year beyond the horizon", "plan", { targetYear: statisticsYear + 4 }, "targetYear", "yearNotProjected"],
    ["the base year as target", "plan", { targetYear: statisticsYear }, "targetYear", "yearNotProjected"],
    [
      "a milestone before the first projected year",
      "plan",
      plan({ milestones: [{ year: statisticsYear, share: 0.5 }] }),
      "milestones.0.year",
      "yearNotProjected",
    ],
    [
      "a merger into a school that there is not",
      "plan",
      plan({ mergers: [{ schoolCode: first, toCode: "9" }] }),
      "mergers",
      "unknownSchool",
    ],
    ["a merger of a school with itself", "plan", plan({ mergers: [{ schoolCode: second, toCode: second }] }), "mergers", "sameSchool"],
    ["shares of a year beyond the horizon", "attribution", { years: [statisticsYear + 1, 2099] }, "years.1", "yearNotProjected"],
    ["the sensitivity of a year beyond the horizon", "montecarlo", { targetYear: 2099 }, "targetYear", "yearNotProjected"],
  ])("is refused with the reason at its field, and no worker is asked: %s", async (what, question, settings, path, key) => {
    const scenarioId = await scenarioOf(`拒绝 ${what}`);
    const asked = await answers.ask(planner, scenarioId, question, settings);
    expect(asked.ok ? asked.value : asked.error).toMatchObject({
      code: "invalid_input",
      issues: [{ path, message: `planning.issues.${key}` }],
    });
    expect(value(await answers.view(planner, scenarioId, question)).run).toBeNull();
  });
});

describe("a found plan", () => {
  it("opens as an ordinary scenario that can be computed, and not for other counties", async () => {
    const scenarioId = await scenarioOf("最省");
    const run = value(await answers.ask(planner, scenarioId, "plan", { targetYear: county.county.statisticsYear + 2, effort: 5 }));
    expect(code(await answers.openPlan(planner, run.id, "plan"))).toBe("not_found");
    await work(run.id);
    const plan = value(await answers.view(planner, scenarioId, "plan")).answered?.answer.plan;
    expect(plan).not.toBeNull();
    expect(code(await answers.openPlan(stranger, run.id, "plan"))).toBe("not_found");
    expect(code(await answers.openPlan(viewer, run.id, "plan"))).toBe("forbidden");
    const opened = value(await answers.openPlan(planner, run.id, "plan"));
    expect(opened.document.levers.map(({ id }) => id)).toEqual(expect.arrayContaining([...(plan?.leverIds ?? [])]));
    expect(code(await planning.startRun(planner, opened.id))).toBe("ok");
  });
});

describe("a back-test", () => {
  it("projects a past year and compares with the later ones; the newest year has none", async () => {
    const { statisticsYear } = county.county;
    const from = (year: number) => ({ statisticsYear: year, assumptionsOf: null });
    expect(value(await answers.backtestYears(viewer)).map((head) => head.statisticsYear)).toEqual([statisticsYear, statisticsYear - 1]);
    expect(code(await answers.askBacktest(planner, from(statisticsYear)))).toBe("not_found");
    expect(code(await answers.askBacktest(stranger, from(statisticsYear - 1)))).toBe("not_found");
    expect(value(await answers.backtest(viewer, from(statisticsYear - 1)))).toBeNull();
    const run = value(await answers.askBacktest(planner, from(statisticsYear - 1)));
    expect(value(await answers.askBacktest(planner, from(statisticsYear - 1))).id).toBe(run.id);
    await work(run.id);
    const found = value(await answers.backtest(viewer, from(statisticsYear - 1)));
    expect(backtestSchema.parse(found?.answered?.answer).years.map(({ year }) => year)).toEqual([statisticsYear]);
    expect(found?.answered?.receipt.furtherHashes).toHaveLength(1);
    expect(value(await answers.askBacktest(planner, from(statisticsYear - 1)))).toMatchObject({ id: run.id, state: "done" });
    await recomputedAlike(run.id, "backtest");
  });
  it("tests the assumptions of a scenario instead of the defaults", async () => {
    const statisticsYear = county.county.statisticsYear - 1;
    const scenarioId = await scenarioOf("悲观假设");
    const question = { statisticsYear, assumptionsOf: scenarioId };
    expect(code(await answers.askBacktest(stranger, question))).toBe("not_found");
    expect(code(await answers.askBacktest(planner, { statisticsYear, assumptionsOf: "no scenario" }))).toBe("not_found");
    const asked = async (change: Partial<ScenarioDocument["assumptions"]>) => {
      const { scenario } = value(await planning.get(planner, scenarioId));
      const { document } = scenario;
      value(
        await planning.save(planner, scenarioId, scenario.version, { ...document, assumptions: { ...document.assumptions, ...change } }),
      );
      return answers.askBacktest(planner, question);
    };
    const run = value(await asked({ teacherAttrition: 0.2, teacherReplacement: 0 }));
    await work(run.id);
    const teachers = async (assumptionsOf: string | null) =>
      value(await answers.backtest(viewer, { statisticsYear, assumptionsOf }))?.answered?.answer.years[0]?.stages.primary.teachers;
    const [reported, own] = [await teachers(null), await teachers(scenarioId)];
    expect(own?.reported).toBe(reported?.reported);
    expect(own?.projected ?? 0).toBeLessThan(reported?.projected ?? 0);
    // Pupils entered for years to come say nothing of those compared.
    const year = statisticsYear + 2;
    const entered = { entrantNumbers: [{ schoolCode, year, entrants: 1 }], netTransfers: [{ schoolCode, grade: 2, year, pupils: 1 }] };
    expect(value(await asked(entered)).id).toBe(run.id);
  });
});

describe("recomputing", () => {
  it("is done on the command line too, by the id of the run alone", async () => {
    const run = value(await planning.startRun(planner, await scenarioOf("命令行")));
    await work(run.id);
    vi.stubEnv("DATABASE_URL", db.urls.app);
    vi.stubEnv("PUBLIC_ORIGIN", "http://localhost:3000");
    const told = await recompute(run.id, { format: "table" });
    expect(told).toMatchObject({ kind: "done" });
    expect(JSON.stringify(told)).toContain("projection: identical");
    expect(await recompute(organisations.countyA1.id, { format: "table" })).toMatchObject({ kind: "unusable" });
    vi.unstubAllEnvs();
  });

  it("names the first difference when a stored answer was changed behind the product's back", async () => {
    const scenarioId = await scenarioOf("改动");
    const run = value(await planning.startRun(planner, scenarioId));
    await work(run.id);
    await db.ownerSql`update county.run_result set result = jsonb_set(result, '{cost,1,totalWan}', '1') where run_id = ${run.id}`;
    await work(value(await answers.recompute(planner, run.id)).id);
    expect(value(await answers.recomputed(planner, run.id))?.answered?.answer).toMatchObject({
      identical: true,
      untouched: false,
      firstDifference: { path: "cost.1.totalWan", stored: "1" },
    });
  });
});
