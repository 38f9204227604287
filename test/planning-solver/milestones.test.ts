import { judgeColumns, verdictCode } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { type Lever, type PlanAnswer, type PlanRequest, planRequestSchema, type ScenarioDocument } from "@server/planning/contract";
import { columnsOfState } from "@server/planning/engine/columns";
import { rulesByYear } from "@server/planning/engine/rules-by-year";
import { inOrder, questionOf, simulate } from "@server/planning/engine/simulate";
import { planCheapest } from "@server/planning/solver/index";
import type { CountyDataset } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { baseYear, county, scenario, school } from "../cases/planning/county";
import { brokenCounty, lackingCounty } from "./counties";

/** Sections that meet the standard in each year, with all of them, as the compliance engine judges the projected years. */
const standings = (dataset: CountyDataset, document: ScenarioDocument): ReadonlyMap<number, readonly [met: number, schools: number]> => {
  const question = questionOf(dataset, document);
  const rules = rulesByYear(quality2017);
  const found = new Map<number, readonly [number, number]>();
  simulate(question, inOrder(document.levers), quality2017, (state) => {
    if (state.year === baseYear) return;
    const { stages } = judgeColumns(columnsOfState(state, question.base, rules(state.year)), rules(state.year));
    const verdicts = [stages.primary, stages.junior].flatMap(({ sectionVerdicts }) => [...sectionVerdicts]);
    found.set(state.year, [verdicts.filter((verdict) => verdict === verdictCode.met).length, verdicts.length]);
  });
  return found;
};

const planOf = ({ plan, state }: PlanAnswer): NonNullable<PlanAnswer["plan"]> => {
  if (plan === null) throw new Error(`no plan: ${state}`);
  return plan;
};

/** Two primary schools that lack arts teachers, one more of them than the other, beside a primary and a junior one that lack nothing. */
const twoLacking = (): CountyDataset => {
  const { schools } = lackingCounty({ special: 1 });
  const poorest = school({
    code: "1004",
    primary: [40, 40, 40, 40, 40, 40],
    primaryTeachers: { fullTime: 20, aboveRequiredEducation: 16, backbone: 4 },
    facilities: { teachingAreaM2: 1500, sportsFieldAreaM2: 2400, equipmentValueWan: 60, multimediaRooms: 7 },
  });
  return county([...schools, poorest]);
};
/** Three primary schools send 120 leavers, of whom the junior school takes 70 as before. */
const twoYears = scenario({ horizonYears: 2, assumptions: { juniorLeakage: 5 / 12 } });
const milestone = { year: baseYear + 1, share: 0.75 };
const ask = (parts: Partial<PlanRequest>): Promise<PlanAnswer> =>
  planCheapest(
    twoLacking(),
    twoYears,
    quality2017,
    planRequestSchema.parse({ targetYear: baseYear + 2, kinds: ["hire_teachers"], gap: 0, effort: 8, ...parts }),
  );

const hire = (schoolCode: string, startYear: number, count: number): Lever => ({
  id: `hire-${schoolCode}-${startYear}`,
  type: "hire_teachers",
  enabled: true,
  startYear,
  leadYears: 1,
  fundingSource: "",
  responsibleUnit: "",
  note: "",
  unitCapitalYuan: 0,
  unitYearlyYuan: 0,
  uncertainty: {
    costLow: 1,
    costLikely: 1,
    costHigh: 1,
    fulfilmentLow: 1,
    fulfilmentHigh: 1,
    delayYearsMin: 0,
    delayYearsLikely: 0,
    delayYearsMax: 0,
  },
  target: { mode: "school", schoolCode, stage: "primary" },
  count,
  fulfilment: 0.8,
  subject: "music",
  aboveRequiredEducation: true,
  backbone: false,
  certified: true,
  annualCostWan: 11,
});

/** Every choice of hires in both years at both schools, judged by the engine one by one. */
const bruteForce = (milestones: readonly (typeof milestone)[]): number => {
  const dataset = twoLacking();
  let cheapest = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 4 ** 4; choice += 1) {
    const counts = [0, 1, 2, 3].map((place) => Math.floor(choice / 4 ** place) % 4);
    const levers = counts.flatMap((count, place) => {
      const code = place < 2 ? "1002" : "1004";
      return count === 0 ? [] : [hire(code, baseYear + (place % 2), count)];
    });
    const costWan = counts.reduce((sum, count, place) => sum + count * 11 * 0.8 * (2 - (place % 2)), 0);
    if (costWan >= cheapest) continue;
    const reached = standings(dataset, { ...twoYears, levers });
    const [last, schools] = reached.get(baseYear + 2) ?? [0, 1];
    const holds = milestones.every(({ year, share }) => (reached.get(year)?.[0] ?? 0) >= share * schools);
    if (last === schools && holds) cheapest = costWan;
  }
  return cheapest;
};

describe("milestones of a county small enough to try everything", { timeout: 120_000 }, () => {
  it("cost what the best of all choices costs, and their price is told", async () => {
    const answer = await ask({ milestones: [milestone], ask: { clausePrices: true, frontier: false, robust: false } });
    const plan = planOf(answer);
    const [withThem, without] = [bruteForce([milestone]), bruteForce([])];
    expect(answer.state).toBe("optimal");
    expect(answer.greedyWan).not.toBeNull();
    expect(plan.costWan).toBeCloseTo(withThem, 6);
    expect(withThem).toBeGreaterThan(without);
    expect(plan.milestones).toEqual([{ ...milestone, schools: 4, asked: 3, met: 3 }]);
    expect(answer.clausePrices?.find(({ clause }) => clause === "milestones")?.savedWan).toBeCloseTo(withThem - without, 6);
  });

  it("that cannot be are told with what is lacking and how far to lower them", async () => {
    const answer = await ask({ milestones: [{ ...milestone, share: 1 }], hiresPerYear: 3 });
    expect([answer.state, answer.plan]).toEqual(["infeasible", null]);
    const short = answer.explanation?.shortfalls.find(({ kind }) => kind === "milestone");
    expect(short?.words).toEqual({ key: "milestoneShort", params: { year: baseYear + 1, schools: 4, asked: 4, reached: 3, share: 1 } });
    const way = answer.explanation?.relaxations.find(({ limit }) => limit === "milestones");
    if (way === undefined) throw new Error("no word of the milestones");
    expect(way.words).toEqual({ key: "lowerMilestones", params: { changes: `${baseYear + 1}: 100% → 75%` } });
    const lowered = planOf(await ask({ ...way.request }));
    expect(lowered.costWan).toBeCloseTo(way.costWan ?? 0, 6);
  });
});

describe("the fast plan", { timeout: 120_000 }, () => {
  it("brings the school up first that costs least, also where another does not report its pupils", async () => {
    // 240 pupils ask for 1.836 arts teachers at the least: 1004 has none and needs three posts filled by 80 %. 1003 has one
    // for 193 pupils, who ask for 1.479, and needs one post. Nobody knows how many 1002 has until its grade 8 has left.
    const [rich, full, , dear] = twoLacking().schools;
    const cheap = school({
      code: "1003",
      junior: [70, 70, 70],
      juniorTeachers: { fullTime: 20, aboveRequiredEducation: 16, backbone: 4, music: 1 },
      facilities: { ...full?.facilities },
    });
    const unreported = school({
      code: "1002",
      junior: [35, null, 35],
      juniorTeachers: { fullTime: 10, aboveRequiredEducation: 8, backbone: 2, music: 1 },
      facilities: { teachingAreaM2: 750, sportsFieldAreaM2: 1200, equipmentValueWan: 40, multimediaRooms: 4 },
    });
    const dataset = county([rich, dear, unreported, cheap].filter((one) => one !== undefined));
    const document = scenario({ horizonYears: 2, assumptions: { juniorLeakage: 0 } });
    const milestones = [{ year: baseYear + 1, share: 0.5 }];
    const request = planRequestSchema.parse({ targetYear: baseYear + 2, kinds: ["hire_teachers"], milestones, effort: 1 });
    const { greedyWan } = await planCheapest(dataset, document, quality2017, request);
    expect(greedyWan).toBeCloseTo((2 * 1 + 3) * 0.8 * 11, 6);
  });
});

describe("milestones", { timeout: 120_000 }, () => {
  it("are reached as the engine judges every year, and so is the target", async () => {
    const dataset = brokenCounty(16, 104, "mild");
    const document = scenario({ horizonYears: 4, assumptions: { priceGrowth: 0.03 } });
    const milestones = [0.7, 0.85].map((share, place) => ({ year: baseYear + 2 + place, share }));
    const request = planRequestSchema.parse({ targetYear: baseYear + 4, milestones, gap: 0.03, effort: 20 });
    const plan = planOf(await planCheapest(dataset, document, quality2017, request));
    const reached = standings(dataset, plan.scenario);
    expect(plan.milestones?.map(({ year, met, schools }) => [year, [met, schools]])).toEqual(
      milestones.map(({ year }) => [year, reached.get(year)]),
    );
    for (const { year, share } of milestones) {
      const [met = 0, schools = 1] = reached.get(year) ?? [];
      expect(met / schools).toBeGreaterThanOrEqual(share);
    }
    expect(plan.years.at(-1)?.verdict).toBe("met");
  });

  it("lie before the target year, one a year, and a request without them stays as it was", () => {
    const refused = (...years: number[]): boolean =>
      !planRequestSchema.safeParse({ targetYear: 2030, milestones: years.map((year) => ({ year, share: 0.5 })) }).success;
    expect([refused(2030), refused(2028, 2028), refused(2028, 2029)]).toEqual([true, true, false]);
    expect(planRequestSchema.parse({ targetYear: 2030 })).not.toHaveProperty("milestones");
  });
});
