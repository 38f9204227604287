import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { build, county, hire, lever, run, scenario, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { leanProjection } from "./lean-projection";
import { leverOutlines, projector } from "./project";
import { planningEngineVersion } from "./version";

const dataset = county([
  school({ code: "1001", primary: [20, 20, 20, 20, 20, 20], primaryTeachers: { fullTime: 9 } }),
  school({ code: "1002", primary: [20, 20, 20, 20, 20, 20], primaryTeachers: { fullTime: 9 } }),
]);
/* 2 × 90 m² at 4500 yuan and 2 × 2.5 万元: 86 万元 in 2026; 3 × 10 万元 a year from 2027 on. */
const rooms = build({ fundingSource: "county" });
const target = { mode: "school", schoolCode: "1001", stage: "primary" } as const;
const posts = hire({ target });

describe("the money of a projection, by hand", () => {
  const levers = [rooms, hire({ target, fundingSource: "county" }), hire({ target, id: "more", count: 1, fundingSource: "province" })];
  const { cost, notices } = run(dataset, scenario({ horizonYears: 2, levers, annualBudgetWan: 50 }));

  it("is told by kind, lever and source, with what exceeds the budget", () => {
    expect(cost[0]).toMatchObject({ year: 2026, capitalWan: 86, recurrentWan: 0, totalWan: 86, overBudgetWan: 36 });
    expect(cost[1]).toMatchObject({ year: 2027, capitalWan: 0, recurrentWan: 40, totalWan: 40, overBudgetWan: 0 });
    expect(cost[1]?.byLever).toEqual([
      { leverId: "hire", capitalWan: 0, recurrentWan: 30 },
      { leverId: "more", capitalWan: 0, recurrentWan: 10 },
      { leverId: "build", capitalWan: 0, recurrentWan: 0 },
    ]);
    expect(cost[1]?.bySource).toEqual([
      { fundingSource: "county", totalWan: 30 },
      { fundingSource: "province", totalWan: 10 },
    ]);
    expect(notices).toContainEqual({ key: "overBudget", leverId: null, year: 2026, params: { overWan: 36, capWan: 50 } });
    expect(notices.filter(({ key }) => key === "overBudget")).toHaveLength(1);
  });

  it("is not over a budget that it meets, nor over none", () => {
    expect(run(dataset, scenario({ levers: [rooms], annualBudgetWan: 86 })).notices.map(({ key }) => key)).not.toContain("overBudget");
    expect(run(dataset, scenario({ levers: [rooms] })).cost.map(({ overBudgetWan }) => overBudgetWan)).toEqual([0, 0]);
  });

  it("rises with prices from the first projected year on", () => {
    const years = run(dataset, scenario({ horizonYears: 2, levers: [rooms, posts], assumptions: { priceGrowth: 0.1 } })).cost;
    expect(years.map(({ totalWan }) => totalWan)).toEqual([86, expect.closeTo(33, 9), expect.closeTo(36.3, 9)]);
  });
});

describe("a projector", () => {
  it("tells of every year that it judges, out of both courses, and of the trial's alone when asked again", () => {
    const ask = projector(dataset, quality2017);
    const heard = (levers: Parameters<typeof leverOutlines>[0]["levers"], horizonYears = 2): string[] => {
      const found: string[] = [];
      ask(scenario({ horizonYears, levers }), (done, total) => found.push(`${done}/${total}`));
      return found;
    };
    expect(heard([rooms])).toEqual(["1/6", "2/6", "3/6", "4/6", "5/6", "6/6"]);
    expect(heard([posts])).toEqual(["4/6", "5/6", "6/6"]);
    expect(heard([posts], 1)).toEqual(["1/4", "2/4", "3/4", "4/4"]);
    // A planned school is a row of the baseline too.
    expect(heard([lever("open_school", { code: "N001" })], 1)).toHaveLength(4);
    expect(heard([lever("open_school", { code: "N001", enabled: false })], 1)).toHaveLength(4);
  });

  it("names what cannot be, and says who is asked by which rules and which engine", () => {
    const answer = run(dataset, scenario({ levers: [rooms, build({ id: "nowhere", schoolCode: "7777" })] }));
    expect(answer).toMatchObject({
      format: "hengce.projection/2",
      engineVersion: planningEngineVersion,
      ruleSet: { id: quality2017.id, version: quality2017.version },
      county: { code: "990001", name: "试验县" },
      baseYear: 2026,
      years: [2026, 2027],
    });
    expect(answer.notices).toContainEqual({ key: "leverImpossible", leverId: "nowhere", year: null, params: {} });
    expect(answer.levers.map(({ id }) => id)).toEqual(["build"]);
    expect(run(dataset, scenario({ levers: [rooms] })).notices.map(({ key }) => key)).not.toContain("leverImpossible");
  });
});

describe("the order in which levers act", () => {
  it("is by phase, year and id, never that of the list", () => {
    const levers = [
      build({ id: "b" }),
      build({ id: "a", startYear: 2027 }),
      hire({ id: "z" }),
      build({ id: "c" }),
      lever("rezone", { id: "y", fromCode: "1001", toCode: "1002", stage: "primary" }),
    ];
    const ids = (listed: typeof levers) => leverOutlines(scenario({ levers: listed })).map(({ id }) => id);
    expect(ids(levers)).toEqual(["y", "z", "b", "c", "a"]);
    expect(ids(levers.toReversed())).toEqual(["y", "z", "b", "c", "a"]);
    expect(leverOutlines(scenario({ levers: [levers[1] ?? rooms] }))[0]).toMatchObject({
      type: "build_classrooms",
      startYear: 2027,
      effectYear: 2028,
    });
  });
});

describe("a projection without the schools one by one", () => {
  it("says of each year which clauses it misses: sections, balance and items", () => {
    const crowded = county([school({ code: "1001", primary: [50, 50, 50, 50, 50, 50] })]);
    const document = scenario({ levers: [rooms], assumptions: { classCap: { primary: 60, junior: 60 } } });
    const [, year] = leanProjection(crowded, document, quality2017);
    const trial = run(crowded, document).trial[1];
    const missed = Object.entries(trial?.items ?? {}).flatMap(([id, verdict]) => (verdict === "not_met" ? [id] : []));
    expect(missed).toContain("G5");
    expect(year?.binding).toEqual(expect.arrayContaining(["primary-sections", ...missed]));
    const open = Object.values(trial?.items ?? {}).filter((verdict) => verdict === "not_evaluable");
    expect(year?.itemsNotEvaluable).toBe(open.length);
    expect([year?.year, year?.verdict, year?.failing]).toEqual([2027, trial?.verdict, trial?.failing]);
  });
});
