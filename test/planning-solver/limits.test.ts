import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { type PlanAnswer, type PlanRequest, planRequestSchema } from "@server/planning/contract";
import { project } from "@server/planning/engine/index";
import { planCheapest } from "@server/planning/solver/index";
import type { School } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { baseYear, scenario } from "../cases/planning/county";
import { brokenCounty, lackingCounty, steadyDocument } from "./counties";

const dataset = brokenCounty(12, 100, "mild");
const document = scenario({ horizonYears: 3, assumptions: { priceGrowth: 0.03 } });
const ask = (parts: Partial<PlanRequest>): Promise<PlanAnswer> =>
  planCheapest(dataset, document, quality2017, planRequestSchema.parse({ targetYear: baseYear + 3, gap: 0.03, effort: 20, ...parts }));

const planOf = ({ plan, state }: PlanAnswer): NonNullable<PlanAnswer["plan"]> => {
  if (plan === null) throw new Error(`no plan: ${state}`);
  return plan;
};

describe("limits of a plan", { timeout: 120_000 }, () => {
  it("keeps a yearly budget in every year, and costs no less for it", async () => {
    const free = planOf(await ask({}));
    const dearest = Math.max(...free.years.map(({ withKeptWan }) => withKeptWan));
    const annualBudgetWan = Math.ceil(dearest * 0.75);
    const answer = await ask({ annualBudgetWan });
    const plan = planOf(answer);
    const spent = project(dataset, plan.scenario, quality2017).cost;
    expect(Math.max(...spent.map(({ totalWan }) => totalWan))).toBeLessThanOrEqual(annualBudgetWan + 1e-6);
    expect(spent.every(({ overBudgetWan }) => overBudgetWan < 1e-6)).toBe(true);
    expect(plan.costWan).toBeGreaterThanOrEqual((free.costWan * (1 - 0.03)) / (1 + 0.03));
  });

  it("lets nothing count before it is finished", async () => {
    const { plan, state } = await ask({ targetYear: baseYear + 1, lasting: false, kinds: ["build_classrooms", "equip_multimedia"] });
    expect(plan).toBeNull();
    expect(state).toBe("infeasible");
    const later = planOf(await ask({}));
    for (const lever of later.scenario.levers) {
      expect(lever.startYear).toBeGreaterThanOrEqual(baseYear);
      expect(lever.startYear + lever.leadYears).toBeLessThanOrEqual(baseYear + 3);
    }
  });

  it("says why a budget is too small, and the budget that it names has a plan", async () => {
    const answer = await ask({ totalBudgetWan: 1 });
    expect([answer.state, answer.plan]).toEqual(["infeasible", null]);
    expect(answer.explanation?.shortfalls.length).toBeGreaterThan(0);
    const way = answer.explanation?.relaxations.find(({ limit }) => limit === "total_budget");
    if (way === undefined) throw new Error("no word of the budget");
    expect(way.words.key).toBe("moreTotalBudget");
    const relaxed = planOf(await ask(way.request));
    expect(relaxed.costWan).toBeLessThanOrEqual((way.request.totalBudgetWan ?? 0) + 1e-6);
  });

  it("says what is lacking, and a budget that has a plan, even when it is stopped at once", async () => {
    const request = planRequestSchema.parse({ targetYear: baseYear + 3, totalBudgetWan: 1 });
    const { state, plan, explanation } = await planCheapest(dataset, document, quality2017, request, { stopRequested: () => true });
    expect(plan).toBeNull();
    expect(["stopped", "infeasible"]).toContain(state);
    expect(explanation?.shortfalls.length).toBeGreaterThan(0);
    const way = explanation?.relaxations.find(({ limit }) => limit === "total_budget");
    if (way === undefined) throw new Error("no word of the budget");
    const relaxed = await planCheapest(dataset, document, quality2017, way.request, { stopRequested: () => true });
    expect(planOf(relaxed).costWan).toBeCloseTo(way.costWan ?? 0, 6);
  });

  it.each<[string, (one: School) => Partial<School>]>([
    ["an area", ({ facilities }) => ({ facilities: { ...facilities, teachingAreaM2: null } })],
    ["pupils", ({ pupils }) => ({ pupils: { ...pupils, primaryByGrade: [null, 40, 40, 40, 40, 40] } })],
  ])("names the figures that are missing instead of planning without them: %s", async (_, unreported) => {
    const [first, ...others] = dataset.schools;
    if (first === undefined) throw new Error("no school");
    const blind = { ...dataset, schools: [{ ...first, ...unreported(first) }, ...others] };
    const answer = await planCheapest(blind, document, quality2017, planRequestSchema.parse({ targetYear: baseYear + 3 }));
    expect(answer.state).toBe("not_evaluable");
    expect(answer.explanation?.shortfalls[0]?.words).toMatchObject({ key: "figureMissing", params: { schoolCode: first.code } });
  });

  it("keeps the best plan when it is stopped", async () => {
    let told = 0;
    const request = planRequestSchema.parse({ targetYear: baseYear + 3, gap: 0, ask: { robust: true } });
    const answer = await planCheapest(dataset, document, quality2017, request, {
      onIncumbent: () => {
        told += 1;
      },
      stopRequested: () => told > 0,
    });
    expect(answer.state).toBe("stopped");
    expect(planOf(answer).years.at(-1)?.verdict).toBe("met");
    expect(answer.robust).toBeNull();
  });

  it("moves budgets and milestones together, each way with a plan when it is asked again", async () => {
    const milestones = [{ year: baseYear + 2, share: 1 }];
    const { state, explanation } = await ask({ annualBudgetWan: 20, totalBudgetWan: 60, milestones });
    expect(state).toBe("infeasible");
    const ways = explanation?.relaxations.filter(({ limit }) => limit === "several") ?? [];
    expect(ways.map(({ request }) => (request.milestones ?? []).every(({ share }) => share === 1))).toEqual([true, false]);
    for (const { request, costWan } of ways) {
      const plan = planOf(await planCheapest(dataset, document, quality2017, request));
      expect(plan.costWan).toBeLessThanOrEqual((costWan ?? 0) * 1.03);
    }
  });

  it("moves limits together where none alone is enough", async () => {
    const { state, explanation } = await ask({ annualBudgetWan: 100, hiresPerYear: 1 });
    expect(state).toBe("infeasible");
    const way = explanation?.relaxations.find(({ limit }) => limit === "several");
    expect([way?.words.key, way?.further?.map(({ key }) => key)]).toEqual(["moreAnnualBudget", ["moreHires"]]);
    const plan = planOf(await planCheapest(dataset, document, quality2017, way?.request ?? planRequestSchema.parse({ targetYear: 0 })));
    expect(plan.costWan).toBeLessThanOrEqual((way?.costWan ?? 0) * 1.03);
  });
});

describe("questions beside the plan", { timeout: 120_000 }, () => {
  const lacking = lackingCounty({ backbone: 1, special: 1, multimediaRooms: 3 });
  const small = (parts: Partial<PlanRequest>): Promise<PlanAnswer> =>
    planCheapest(lacking, steadyDocument, quality2017, planRequestSchema.parse({ targetYear: baseYear + 1, gap: 0, effort: 8, ...parts }));

  it("prices clauses and draws the frontier", async () => {
    const answer = await small({ ask: { clausePrices: true, frontier: true, robust: false } });
    const plan = planOf(answer);
    const saved = new Map(
      answer.clausePrices?.flatMap(({ clause, stage, part, savedWan }) =>
        stage === "primary" && part === undefined ? [[clause, savedWan]] : [],
      ),
    );
    expect(saved.get("R4")).toBeCloseTo(0, 6);
    expect(Math.max(saved.get("R2") ?? 0, saved.get("R3") ?? 0, saved.get("R7") ?? 0)).toBeGreaterThan(0);
    expect(answer.frontier).toEqual([
      expect.objectContaining({ targetYear: baseYear + 1, state: "optimal", costWan: expect.closeTo(plan.costWan, 6) }),
    ]);
  });

  it("prices no clause that nothing in a plan serves, also where the plan is not the cheapest that the model knows", async () => {
    const { plan, clausePrices } = await planCheapest(
      brokenCounty(12, 3, "mild"),
      scenario({ horizonYears: 4, assumptions: { priceGrowth: 0.03 } }),
      quality2017,
      planRequestSchema.parse({ targetYear: baseYear + 3, gap: 0.05, effort: 20, ask: { clausePrices: true } }),
    );
    const size = clausePrices?.find(({ clause }) => clause === "G4");
    expect(size?.savedWan).toBe(0);
    expect((plan?.costWan ?? 0) - (size?.costWan ?? 0)).toBeGreaterThan(0.1);
  });

  it("merges schools where that is cheaper than to bring both up", async () => {
    const apart = planOf(await small({}));
    const free = await small({ mergers: [{ schoolCode: "1002", toCode: "1001" }] });
    const plan = planOf(free);
    expect(plan.costWan).toBeLessThanOrEqual(apart.costWan + 1e-6);
    expect(project(lacking, plan.scenario, quality2017).trial.at(-1)?.verdict).toBe("met");
    expect(plan.years.reduce((sum, { totalWan }) => sum + totalWan, 0)).toBeCloseTo(plan.costWan, 6);
  });

  it("raises the standards until nine of ten futures pass, or says that it could not", async () => {
    const { robust } = await small({ ask: { clausePrices: false, frontier: false, robust: true } });
    if (robust === null) throw new Error("not asked");
    expect(robust.plan === null).toBe(robust.pass < 0.9);
  });
});
