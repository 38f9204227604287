import { countyOfSize } from "@db/seeds/small-county";
import type { Actor, Role } from "@server/auth/contract";
import { startRun } from "@server/jobs";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { createPortfolioService, createProvinceService, provinceJobs } from "@server/province";
import { provinceFunctions } from "@server/province/compute";
import type { PortfolioService } from "@server/province/portfolio-contract";
import { storeDataset } from "@server/statistics";
import { declarationItems } from "@server/statistics/facts-contract";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { until } from "@test/support/until";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let database: TestDatabase;
let places: SeededOrganisations;
let portfolio: PortfolioService;
let analyst: Actor;

const unwrapped = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const codeOf = (result: Result<unknown, AppError>): string | null => (result.ok ? null : result.error.code);
const actor = (place: SeededOrganisation, role: Role): Actor => place.actors[role];

const size = 7;
const year = countyOfSize(size, 1).county.statisticsYear;
const request = { statisticsYear: year, horizonYears: 4, effort: 0 } as const;

/** `denied`: what the county says of one of the 25 items, which no plan mends. */
const publish = async (place: SeededOrganisation, seed: number, denied = false): Promise<void> => {
  const dataset = countyOfSize(size, seed);
  const { county } = dataset;
  const declarations = denied ? { ...county.declarations, [declarationItems[0]]: false } : county.declarations;
  await database.withTenant({ orgId: place.id, userId: actor(place, "planner").userId }, (tx) =>
    storeDataset(tx, actor(place, "planner"), {
      dataset: { ...dataset, county: { ...county, code: place.code, name: place.name, declarations } },
      sources: {},
      fileName: "county.xlsx",
    }),
  );
  unwrapped(await createProvinceService(database).publish(actor(place, "approver")));
};

/** What a worker does with a run, with the worker's own rights; answers with what it said on the way. */
const carryOut = async (runId: string, who: Actor = analyst): Promise<readonly string[]> => {
  const [row] = await database.ownerSql<{ input: unknown; kind: string }[]>`select input, kind from county.run where id = ${runId}`;
  const kind = row?.kind === "allocation" ? "allocation" : "frontier";
  const job = provinceJobs[kind];
  const context = { orgId: who.orgId, userId: who.userId };
  const payload = await database.withWorkerTenant(context, (tx) => job.load(tx, job.inputSchema.parse(row?.input) as never));
  const said: string[] = [];
  const answer = await provinceFunctions[kind](payload, {
    report: (_, words) => said.push(String(words?.params["name"] ?? "")),
    keep: () => {},
    stopRequested: () => false,
  });
  await database.withWorkerTenant(context, async (tx) => {
    await job.save(tx, runId, answer);
  });
  return said;
};

const allocated = async (annualBudgetWan: number) => {
  const { frontier } = unwrapped(await portfolio.view(analyst, null));
  const asked = { frontierRunId: frontier?.runId ?? "", annualBudgetWan, carryOver: true, provinceShare: 0.6 };
  const { id } = unwrapped(await portfolio.allocate(analyst, asked));
  await carryOut(id);
  return id;
};

beforeAll(async () => {
  database = await testDatabase({ poolSize: 3 });
  places = await seedOrganisations(database);
  portfolio = createPortfolioService({ ...database, jobs: { startRun } });
  analyst = actor(places.provinceA, "analyst");
});
afterAll(() => database.close());

describe("the portfolio of a province", () => {
  it("has nothing to show while no county below has published", async () => {
    expect(codeOf(await portfolio.view(analyst, null))).toBe("nothing_published");
    expect(codeOf(await portfolio.startFrontier(analyst, request))).toBe("nothing_published");
    await publish(places.countyA1, 7);
    await publish(places.countyA3, 5, true);
    await publish(places.countyB1, 3);
    const view = unwrapped(await portfolio.view(analyst, null));
    expect(view).toMatchObject({ published: 2, total: 3, frontier: null, frontierRun: null, allocation: null });
  });

  it("finds for each of its published counties what passing takes by each year, and says county by county how far it is", async () => {
    const { id } = unwrapped(await portfolio.startFrontier(analyst, request));
    expect([...new Set(await carryOut(id))]).toEqual(["甲一县", "甲三县"]);
    const { frontier } = unwrapped(await portfolio.view(analyst, null));
    expect(frontier?.lines.map(({ countyName }) => countyName).sort()).toEqual(["甲一县", "甲三县"]);
    for (const { points } of frontier?.lines ?? []) {
      expect(points.map(({ targetYear }) => targetYear)).toEqual([year + 2, year + 3, year + 4]);
      const costs = points.flatMap(({ costWan }) => (costWan === null ? [] : [costWan]));
      expect(costs, "a later target never costs more").toEqual([...costs].sort((a, b) => b - a));
      for (const point of points) {
        const money = point.years.reduce((sum, { capitalWan, recurrentWan }) => sum + capitalWan + recurrentWan, 0);
        if (point.costWan !== null) expect(money).toBeCloseTo(point.costWan, 6);
        expect(point.years.every((spent) => spent.year > year)).toBe(true);
        // The resource part passes by the plan; whether the whole does is said beside it, and never taken for granted.
        const plans = point.state === "passes" || point.state === "nothing_needed";
        expect(point.whole !== null).toBe(plans);
        if (point.whole?.verdict === "met") expect([point.whole.failing, point.whole.open]).toEqual([[], 0]);
      }
    }
    const planned = frontier?.lines.flatMap(({ countyName, points }) =>
      points.flatMap(({ whole }) => (whole === null ? [] : [{ countyName, ...whole }])),
    );
    expect(new Set(planned?.filter(({ failing }) => failing.length > 0).map(({ countyName }) => countyName))).toEqual(new Set(["甲三县"]));
    expect(planned?.some(({ verdict }) => verdict === "met")).toBe(true);
    expect(frontier?.lines.map(({ stated }) => stated === null)).toEqual([false, false]);
    expect(frontier?.lines.some(({ points }) => points.some(({ state, costWan }) => state === "passes" && (costWan ?? 0) > 0))).toBe(true);
  });

  it("asks the same question once, and shares what it found within the province only", async () => {
    const again = unwrapped(await portfolio.startFrontier(analyst, request));
    expect(again.id).toBe(unwrapped(await portfolio.view(analyst, null)).frontierRun?.id);
    expect(unwrapped(await portfolio.view(actor(places.provinceA, "viewer"), null)).frontier).not.toBeNull();
    expect(unwrapped(await portfolio.view(actor(places.provinceB, "analyst"), null)).frontier).toBeNull();
  });

  it("shares a grant: more money never passes fewer counties, and a later beginning never more", async () => {
    const id = await allocated(200);
    const { allocation, frontier } = unwrapped(await portfolio.view(analyst, id));
    const { curve, delays, totals } = allocation?.answer ?? { curve: [], delays: [], totals: null };
    expect(curve.map(({ countyYears }) => countyYears)).toEqual(curve.map(({ countyYears }) => countyYears).sort((a, b) => a - b));
    expect(delays.map(({ countyYears }) => countyYears)).toEqual(delays.map(({ countyYears }) => countyYears).sort((a, b) => b - a));
    const reached = frontier?.lines.filter(({ targetYear }) => targetYear !== null) ?? [];
    expect(reached.length).toBe(totals?.counties);
    expect(reached.reduce((sum, { grantWan }) => sum + (grantWan ?? 0), 0)).toBeCloseTo(totals?.grantWan ?? -1, 6);
    const paid = allocation?.money.reduce((sum, { grantWan, countyWan }) => sum + grantWan + countyWan, 0) ?? 0;
    expect(paid).toBeCloseTo((totals?.grantWan ?? -1) / 0.6, 6);
  });

  it("denies each of these by name", async () => {
    const { frontier } = unwrapped(await portfolio.view(analyst, null));
    const asked = { frontierRunId: frontier?.runId ?? "", annualBudgetWan: 1, carryOver: true, provinceShare: 1 };
    const own = await allocated(50);
    const stranger = actor(places.provinceB, "analyst");
    expect({
      "a city's viewer asks for frontiers": codeOf(await portfolio.startFrontier(actor(places.cityA1, "viewer"), request)),
      "a city opens an allocation of its province": codeOf(await portfolio.view(actor(places.cityA1, "analyst"), own)),
      "a county looks": codeOf(await portfolio.view(actor(places.countyA1, "planner"), null)),
      "the province's planner, a role it does not have, looks": codeOf(await portfolio.view(actor(places.provinceA, "planner"), null)),
      "the province's viewer asks for frontiers": codeOf(await portfolio.startFrontier(actor(places.provinceA, "viewer"), request)),
      "the province's viewer allocates": codeOf(await portfolio.allocate(actor(places.provinceA, "viewer"), asked)),
      "a city allocates": codeOf(await portfolio.allocate(actor(places.cityA1, "analyst"), asked)),
      "another province allocates by these frontiers": codeOf(await portfolio.allocate(stranger, asked)),
      "another province opens this allocation": codeOf(await portfolio.view(stranger, own)),
      "nonsense for an allocation": codeOf(await portfolio.view(analyst, "nonsense")),
    }).toEqual({
      "a city's viewer asks for frontiers": "forbidden",
      "a city opens an allocation of its province": "not_found",
      "a county looks": "forbidden",
      "the province's planner, a role it does not have, looks": "forbidden",
      "the province's viewer asks for frontiers": "forbidden",
      "the province's viewer allocates": "forbidden",
      "a city allocates": "forbidden",
      "another province allocates by these frontiers": "not_found",
      "another province opens this allocation": "not_found",
      "nonsense for an allocation": "not_found",
    });
  });

  it("of a city is of its own counties, computed by itself, without a grant, and nothing of its province's", async () => {
    const city = actor(places.cityA1, "analyst");
    expect(unwrapped(await portfolio.view(city, null))).toMatchObject({ published: 1, total: 2, frontier: null, allocation: null });
    const { id } = unwrapped(await portfolio.startFrontier(city, request));
    expect([...new Set(await carryOut(id, city))]).toEqual(["甲一县"]);
    const { frontier } = unwrapped(await portfolio.view(city, null));
    const [own] = frontier?.lines ?? [];
    const ofProvince = unwrapped(await portfolio.view(analyst, null)).frontier?.lines.find(({ countyId }) => countyId === own?.countyId);
    expect(own?.points).toEqual(ofProvince?.points);
    expect(unwrapped(await portfolio.view(actor(places.cityA2, "analyst"), null)).frontier).toBeNull();
    expect(own?.items).toEqual({ failing: expect.any(Number), open: expect.any(Number) });
  });

  it("says that counties have published since, and forgets one that withdraws, with every sum that it was in", async () => {
    const id = await allocated(100);
    await publish(places.countyA2, 11);
    expect(unwrapped(await portfolio.view(analyst, null)).frontier?.newer).toBe(1);
    const province = createProvinceService(database);
    const approver = actor(places.countyA3, "approver");
    const [head] = unwrapped(await province.publications(approver));
    unwrapped(await province.withdraw(approver, head?.id ?? ""));
    const shown = async () => unwrapped(await portfolio.view(analyst, id));
    const gone = async () => (await shown()).frontier?.lines.every(({ countyName }) => countyName !== "甲三县") ?? false;
    await until("the withdrawn county is gone from the stored frontiers", gone, 1000);
    const { frontier, allocation } = await shown();
    expect(frontier?.lines.map(({ countyName }) => countyName)).toEqual(["甲一县"]);
    expect(frontier?.lines[0]?.targetYear).toBeNull();
    expect(allocation).toMatchObject({ withdrawn: true, answer: null, money: [] });
    await allocated(100);
    expect(unwrapped(await portfolio.view(analyst, null)).allocation?.answer?.totals.counties).toBeLessThanOrEqual(1);
  });
});
