import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { type PlanAnswer, type PlanRequest, planRequestSchema } from "@server/planning/contract";
import { project } from "@server/planning/engine/index";
import { planCheapest, requestIssues } from "@server/planning/solver/index";
import { mergerYears, withMerger } from "@server/planning/solver/mergers";
import { describe, expect, it } from "vitest";
import { baseYear, scenario, school } from "../cases/planning/county";
import { opening } from "../cases/planning/given";
import { lackingCounty } from "./counties";

/*
 * A primary school that lacks equipment for some 35 万元 beside one that has enough of everything for the pupils of both. To
 * close it costs 5 万元, and 10 more in each year that it is closed: 15 in the third year, 35 from the first on.
 */
const lacking = lackingCounty({ equipmentValueWan: 5 });
const rich = school({
  code: "1001",
  primary: [40, 40, 40, 40, 40, 40],
  primaryTeachers: { fullTime: 40, aboveRequiredEducation: 32, backbone: 8, physicalEducation: 4, music: 2, art: 2 },
  facilities: { teachingAreaM2: 3000, sportsFieldAreaM2: 4800, equipmentValueWan: 120, multimediaRooms: 14 },
});
const dataset = { ...lacking, schools: lacking.schools.map((one) => (one.code === "1001" ? rich : one)) };
const document = scenario({ horizonYears: 3, assumptions: { juniorLeakage: 0.125 } });
const merger = { schoolCode: "1002", toCode: "1001" };
const kinds: PlanRequest["kinds"] = ["buy_equipment", "equip_multimedia", "hire_teachers"];
const requestOf = (parts: Partial<PlanRequest>): PlanRequest =>
  planRequestSchema.parse({ targetYear: baseYear + 3, gap: 0, effort: 8, kinds, ...parts });
const ask = (parts: Partial<PlanRequest>, of = document): Promise<PlanAnswer> => planCheapest(dataset, of, quality2017, requestOf(parts));

/** Year from which the school is closed in a plan; null where it is not. */
const closedFrom = ({ plan }: PlanAnswer): number | null => {
  const closing = plan?.scenario.levers.find(({ type }) => type === "close_school");
  return closing === undefined ? null : closing.startYear + closing.leadYears;
};

/** The cheapest of all that a question without mergers finds where the school stays, or is closed from each year on. */
const byHand = async (parts: Partial<PlanRequest>): Promise<number> => {
  const apart = await ask(parts);
  let cheapest = apart.plan?.costWan ?? Number.POSITIVE_INFINITY;
  for (let year = baseYear + 1; year <= baseYear + 3; year += 1) {
    const closed = withMerger(document, merger, year);
    const { plan } = await ask(parts, closed);
    if (plan === null) continue;
    const closedWan = project(dataset, closed, quality2017).cost.reduce((sum, { totalWan }) => sum + totalWan, 0);
    cheapest = Math.min(cheapest, plan.costWan + closedWan);
  }
  return cheapest;
};

describe("mergers of a plan", { timeout: 60_000 }, () => {
  it.each<[string, Partial<PlanRequest>, number, number | null]>([
    ["no sooner than it is of use", {}, 15, baseYear + 3],
    ["by the year from which it must last", { targetYear: baseYear + 2 }, 25, baseYear + 2],
    ["in time for a milestone on the way", { milestones: [{ year: baseYear + 1, share: 1 }] }, 35, baseYear + 1],
  ])("begin %s", async (_what, parts, costWan, year) => {
    const answer = await ask({ ...parts, mergers: [merger] });
    expect([answer.state, closedFrom(answer)]).toEqual(["optimal", year]);
    expect(answer.plan?.costWan).toBeCloseTo(costWan, 6);
    expect(answer.plan?.costWan).toBeCloseTo(await byHand(parts), 6);
    expect(answer.boundWan).toBeCloseTo(costWan, 6);
  });

  it("are left where to bring the school up costs less", async () => {
    const little = { ...dataset, schools: lackingCounty({ equipmentValueWan: 40 }).schools };
    const answer = await planCheapest(little, document, quality2017, requestOf({ mergers: [merger] }));
    expect(closedFrom(answer)).toBeNull();
    expect(answer.plan?.costWan).toBeLessThan(15);
  });

  it("say that nothing is needed where the scenario passes as it is, with a merger on offer too", async () => {
    const whole = { ...dataset, schools: lackingCounty({}).schools };
    const { state, plan } = await planCheapest(whole, document, quality2017, requestOf({ mergers: [merger] }));
    expect([state, plan?.leverIds]).toEqual(["nothing_needed", []]);
  });

  it("are refused only where no year is possible", () => {
    const later = { ...document, levers: [opening] };
    const offered = requestOf({ mergers: [{ schoolCode: "1002", toCode: "N001" }] });
    expect(requestIssues(dataset, later, offered)).toEqual([]);
    expect(requestIssues(dataset, document, offered)).toEqual([expect.objectContaining({ path: "mergers" })]);
  });

  it("may begin in any year of use where few are offered, else by a goal or at once", () => {
    const long = { ...document, horizonYears: 10 };
    const offered = (count: number, parts: Partial<PlanRequest> = {}) =>
      mergerYears(
        dataset,
        long,
        requestOf({ targetYear: baseYear + 5, mergers: Array.from({ length: count }, () => merger), ...parts }),
      ).map((year) => year - baseYear);
    const milestones = [{ year: baseYear + 3, share: 0.5 }];
    expect(offered(1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(offered(1, { lasting: false })).toEqual([1, 2, 3, 4, 5]);
    expect(offered(2, { milestones })).toEqual([1, 3, 5]);
    expect([offered(3), offered(4, { milestones })]).toEqual([[5], [3]]);
  });
});
