import { smallCounty } from "@db/seeds/small-county";
import type { Actor, Role } from "@server/auth/contract";
import { startRun } from "@server/jobs";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { createPolicyService, createProvinceService, provinceJobs } from "@server/province";
import { computePolicy } from "@server/province/policy-compute";
import type { PolicyChange, PolicyService } from "@server/province/policy-contract";
import { policyInputSchema } from "@server/province/policy-job";
import { storeDataset } from "@server/statistics";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { contextOf, statusOf } from "@test/support/page-context";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { until } from "@test/support/until";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { policyFile } from "~/features/province/policy-file";
import { en } from "~/i18n/en";
import { registerLanguage } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";

let database: TestDatabase;
let places: SeededOrganisations;
let policies: PolicyService;
let analyst: Actor;

const unwrapped = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const codeOf = (result: Result<unknown, AppError>): string | null => (result.ok ? null : result.error.code);
const actor = (place: SeededOrganisation, role: Role): Actor => place.actors[role];

const publish = async (place: SeededOrganisation, teaching: number): Promise<void> => {
  const dataset = smallCounty();
  await database.withTenant({ orgId: place.id, userId: actor(place, "planner").userId }, (tx) =>
    storeDataset(tx, actor(place, "planner"), {
      dataset: {
        ...dataset,
        county: { ...dataset.county, code: place.code, name: place.name },
        schools: dataset.schools.map((school) => ({
          ...school,
          facilities: { ...school.facilities, teachingAreaM2: (school.facilities.teachingAreaM2 ?? 0) * teaching },
        })),
      },
      sources: {},
      fileName: "county.xlsx",
    }),
  );
  unwrapped(await createProvinceService(database).publish(actor(place, "approver")));
};

beforeAll(async () => {
  registerLanguage("zh-CN", zhCN);
  registerLanguage("en", en);
  database = await testDatabase({ poolSize: 3 });
  places = await seedOrganisations(database);
  policies = createPolicyService({ ...database, jobs: { startRun } });
  analyst = actor(places.provinceA, "analyst");
  await publish(places.countyA1, 1);
  await publish(places.countyA3, 0.6);
  await publish(places.countyB1, 1);
});
afterAll(() => database.close());

const year = smallCounty().county.statisticsYear;
const start = (name: string, change: PolicyChange, who: Actor = analyst) =>
  policies.start(who, { name, statisticsYear: year, horizonYears: 3, change });
const births = (annualChange: number): PolicyChange => ({ kind: "births", annualChange });

/** What a worker does with a run, with the worker's own rights. */
const carryOut = async (runId: string): Promise<void> => {
  const [row] = await database.ownerSql<{ input: unknown }[]>`select input from county.run where id = ${runId}`;
  const context = { orgId: places.provinceA.id, userId: analyst.userId };
  const payload = await database.withWorkerTenant(context, (tx) => provinceJobs.policy.load(tx, policyInputSchema.parse(row?.input)));
  const told: number[] = [];
  const answer = computePolicy(payload, { report: (fraction) => told.push(fraction), keep: () => {}, stopRequested: () => false });
  expect(told).toHaveLength(2);
  await database.withWorkerTenant(context, (tx) => provinceJobs.policy.save(tx, runId, answer));
};

const tried = async (name: string, change: PolicyChange) => {
  const { id, run } = unwrapped(await start(name, change));
  await carryOut(run?.id ?? "");
  const { summary } = unwrapped(await policies.get(analyst, id, "resource"));
  if (summary === null) throw new Error("no answer");
  return { id, summary };
};

describe("a policy over all published counties", () => {
  it("covers the province's published counties, no other province's, and says how many were left out", async () => {
    const { summary } = await tried("生育减少", births(-0.1));
    expect(summary.lines.map(({ countyName }) => countyName).sort()).toEqual(["甲一县", "甲三县"]);
    expect(summary.unpublished).toBe(1);
  });

  it("lets nobody gain by a stricter threshold and nobody lose by a looser one", async () => {
    const strict = await tried("用房 9 ㎡", { kind: "threshold", parameter: "R4.standard", stage: "primary", value: 9 });
    expect(strict.summary.counts).toMatchObject({ gained: 0, sooner: 0 });
    expect(strict.summary.clauses.find(({ clause }) => clause === "primary-sections")?.after).toBe(2);
    const loose = await tried("用房 1 ㎡", { kind: "threshold", parameter: "R4.standard", stage: "primary", value: 1 });
    expect(loose.summary.counts).toMatchObject({ lost: 0, later: 0 });
  });

  it("splits the cost of a quota and of a grant between the province and the county", async () => {
    const quota = await tried("交流 15%", {
      kind: "rotation_quota",
      startYear: year + 1,
      rotationShare: 0.15,
      backboneShare: 0.2,
      annualCostWanPerTeacher: 1,
      provinceShare: 0.25,
    });
    expect(quota.summary.provinceWan).toBeGreaterThan(0);
    expect(quota.summary.countyWan).toBeCloseTo(quota.summary.provinceWan * 3, 6);
    const grant = await tried("学位补助", { kind: "place_grant", startYear: year, grantWanPerPlace: 0.1, placesPerRoom: 45 });
    expect(grant.summary.provinceWan).toBeGreaterThan(0);
    expect(grant.summary.countyWan).toBeGreaterThan(0);
  });

  it("takes a class cap and a relief that ends early", async () => {
    const cap = await tried("班额 35", { kind: "class_cap", startYear: year + 1, primary: 35, junior: 40 });
    const relief = await tried("放宽提前到期", { kind: "relief_ended", relief: "relief.R3.on", fromYear: year + 1 });
    for (const { summary } of [cap, relief]) expect(summary.counts.not_tried).toBe(0);
  });

  it("is shared within the province, and is nobody else's", async () => {
    expect(unwrapped(await policies.list(actor(places.provinceA, "viewer"))).map(({ name }) => name)).toContain("生育减少");
    const denials = {
      "the province's viewer starts one": codeOf(await start("旁观", births(0), actor(places.provinceA, "viewer"))),
      "a city starts one": codeOf(await start("市级", births(0), actor(places.cityA1, "analyst"))),
      "a county lists them": codeOf(await policies.list(actor(places.countyA1, "planner"))),
      "a second of the same name": codeOf(await start("生育减少", births(0))),
      "an impossible threshold": codeOf(await start("负值", { kind: "threshold", parameter: "CV.limit", stage: "junior", value: 0 })),
    };
    expect(denials).toEqual({
      "the province's viewer starts one": "forbidden",
      "a city starts one": "forbidden",
      "a county lists them": "forbidden",
      "a second of the same name": "conflict",
      "an impossible threshold": "invalid_input",
    });
    expect(unwrapped(await policies.list(analyst)).map(({ name }) => name)).not.toContain("负值");
    expect(unwrapped(await policies.list(actor(places.provinceB, "analyst")))).toEqual([]);
  });

  it("is downloaded as it stands on the page, in either meaning of passing and either language", async () => {
    const { id, summary } = await tried("班额 38", { kind: "class_cap", startYear: year + 1, primary: 38, junior: 43 });
    for (const locale of ["zh-CN", "en"] as const)
      for (const part of ["whole", "resource"]) {
        const file = (format: string) =>
          policyFile(contextOf(database, analyst, locale), new Request(`https://hengce.example/f?part=${part}&format=${format}`), id);
        const lines = (await (await file("csv")).text()).split("\r\n").map((line) => line.split(","));
        expect(lines.slice(1, 3).map(([name]) => name)).toEqual(summary.lines.map(({ countyName }) => countyName));
        expect(lines[0]).toHaveLength(part === "whole" ? 9 : 10);
        for (const one of summary.years) expect(lines.some(([name]) => name === String(one.year))).toBe(true);
        const workbook = new ExcelJS.Workbook();
        await workbook.xlsx.load(await (await file("xlsx")).arrayBuffer());
        expect(workbook.worksheets[0]?.getColumn(1).values).toContain("甲一县");
        const picture = await (await file("svg")).text();
        for (const { countyName } of summary.lines) expect(picture).toContain(countyName);
        expect(picture).toContain("班额 38");
      }
  });

  it("has files for nobody else, nor before there is an answer", async () => {
    const [{ id } = { id: "" }] = unwrapped(await policies.list(analyst)).filter(({ name }) => name === "班额 38");
    const waiting = unwrapped(await start("未算", births(-0.3)));
    const file = (who: Actor, policyId = id) =>
      statusOf(policyFile(contextOf(database, who), new Request("https://hengce.example/f?format=csv"), policyId));
    expect({
      "the province's viewer": await file(actor(places.provinceA, "viewer")),
      "a city of the province": await file(actor(places.cityA1, "analyst")),
      "a county that is in it": await file(actor(places.countyA1, "approver")),
      "another province": await file(actor(places.provinceB, "analyst")),
      "a policy that is not computed": await file(analyst, waiting.id),
      nonsense: await file(analyst, "nonsense"),
    }).toEqual({
      "the province's viewer": 200,
      "a city of the province": 403,
      "a county that is in it": 403,
      "another province": 404,
      "a policy that is not computed": 404,
      nonsense: 404,
    });
  });

  it("keeps its runs and their receipts within the province: no city, county or other province sees or stops one", async () => {
    const run = unwrapped(await policies.list(analyst)).find(({ name }) => name === "班额 38")?.run?.id ?? "";
    const { jobs, answers } = contextOf(database, analyst).services;
    expect(unwrapped(await jobs.list(actor(places.provinceA, "viewer"), 50)).map(({ id }) => id)).toContain(run);
    expect(unwrapped(await answers.record(actor(places.provinceA, "viewer"), run)).receipt).not.toBeNull();
    const strangers = {
      "a city of the province": actor(places.cityA1, "analyst"),
      "a county that is in it": actor(places.countyA1, "planner"),
      "another province": actor(places.provinceB, "analyst"),
    };
    for (const [name, who] of Object.entries(strangers)) {
      expect(unwrapped(await jobs.list(who, 50)), name).toEqual([]);
      const refused = [await jobs.get(who, run), await jobs.cancel(who, run), await jobs.retry(who, run), await answers.record(who, run)];
      expect(refused.map(codeOf), name).toEqual(["not_found", "not_found", "not_found", "not_found"]);
    }
    expect([codeOf(await jobs.cancel(actor(places.provinceA, "viewer"), run)), codeOf(await answers.recompute(analyst, run))]).toEqual([
      "forbidden",
      "not_found",
    ]);
  });

  it("forgets a county within a second of its withdrawal, also in answers that are stored", async () => {
    const { id } = await tried("撤回之前", births(-0.02));
    const approver = actor(places.countyA3, "approver");
    const province = createProvinceService(database);
    const [head] = unwrapped(await province.publications(approver));
    unwrapped(await province.withdraw(approver, head?.id ?? ""));
    const shown = async () => unwrapped(await policies.get(analyst, id, "resource")).summary;
    const gone = async () => (await shown())?.lines.every(({ countyName }) => countyName !== "甲三县") ?? false;
    await until("the withdrawn county is gone from the stored answer", gone, 1000);
    const summary = await shown();
    expect(summary?.lines.map(({ countyName }) => countyName)).toEqual(["甲一县"]);
    expect(summary?.unpublished).toBe(2);
    for (const format of ["csv", "svg"]) {
      const file = await policyFile(contextOf(database, analyst), new Request(`https://hengce.example/f?format=${format}`), id);
      expect(await file.text()).not.toContain("甲三县");
    }
  });
});
