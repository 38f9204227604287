import type { CountyColumns } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { Lever, ScenarioDocument } from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/check";
import { trajectoryValue } from "@server/planning/levers/county-fact/lever";
import type { CountyDataset } from "@server/statistics/contract";
import { unreportedCounty, unreportedSchool } from "@server/statistics/facts-contract";
import { describe, expect, it } from "vitest";
import { columnsByYear, county, lever, run, scenario, school, teachers, yearOf } from "./county";

/*
 * A rural school of 60 pupils with 3.6 万元 of public funds (600 a pupil) and 0.1 of training, a town school of 240 with
 * 16.8 (700 a pupil) and 0.42. Both keep their numbers.
 */
const grades = (persons: number) =>
  [persons, persons, persons, persons, persons, persons] as [number, number, number, number, number, number];
const money = (publicFunds: number, training: number) => ({
  publicFundsBudgetWan: publicFunds,
  publicFundsActualWan: publicFunds,
  trainingBudgetWan: training,
  trainingActualWan: training,
});
const withFacts = (facts: Partial<CountyDataset["county"]["facts"]>): CountyDataset => {
  const dataset = county([
    { ...school({ code: "1001", primary: grades(10), primaryTeachers: { fullTime: 8 } }), locality: "rural", money: money(3.6, 0.1) },
    { ...school({ code: "1002", primary: grades(40), primaryTeachers: { fullTime: 12 } }), money: money(16.8, 0.42) },
  ]);
  return { ...dataset, county: { ...dataset.county, facts: { ...unreportedCounty().facts, publicFundsPrimaryYuan: 650, ...facts } } };
};
const dataset = withFacts({ specialPupils: 20, specialFundsYuan: 100_000, teacherPayWan: 9, civilServantPayWan: 10, quotaPlaces: 100 });
const budget = ({ further }: CountyColumns) => further["money.publicFundsBudgetWan"];
const training = ({ further }: CountyColumns) => further["money.trainingBudgetWan"];
const items = (levers: readonly Lever[], assumptions: Partial<ScenarioDocument["assumptions"]> = {}) => {
  const answer = run(dataset, scenario({ levers, assumptions }));
  return { before: yearOf(answer.baseline, 2027).items, after: yearOf(answer.trial, 2027).items, answer };
};

describe("funding, by hand", () => {
  it("raises public funds to the floor, small schools as 100 pupils (G6), and pays the difference every year", () => {
    const levers = [lever("public_funds", { schoolCode: "", primaryYuan: 650, juniorYuan: 0, smallAsHundred: true })];
    const { cell } = columnsByYear(dataset, scenario({ horizonYears: 2, levers }));
    // 100 × 650 = 6.5 万 against 3.6; 240 × 650 = 15.6 against 16.8, which stays
    for (const year of [2027, 2028]) expect([cell(year, "1001", budget), cell(year, "1002", budget)]).toEqual([6.5, 16.8]);
    expect(run(dataset, scenario({ horizonYears: 2, levers })).cost.map(({ totalWan }) => Number(totalWan.toFixed(9)))).toEqual([
      0, 2.9, 2.9,
    ]);
    const { before, after } = items(levers);
    expect([before?.G6, after?.G6]).toEqual(["not_met", "met"]);
  });

  it("sets aside the training share of every school (Q4) without further money, after public funds have risen", () => {
    const levers = [
      lever("training_funds", { schoolCode: "", fundsShare: 0.05 }),
      lever("public_funds", { schoolCode: "1001", primaryYuan: 700, juniorYuan: 0, smallAsHundred: true }),
    ];
    const { cell } = columnsByYear(dataset, scenario({ levers }));
    expect(cell(2027, "1001", training)).toBeCloseTo(0.35, 9); // 5 % of 7 万
    expect(cell(2027, "1002", training)).toBeCloseTo(0.84, 9); // 5 % of 16.8 万
    const { before, after } = items(levers);
    expect([before?.Q4, after?.Q4]).toEqual(["not_met", "met"]);
  });

  it("raises special-education funds (G7) and teacher pay (G8)", () => {
    // 20 × 6000 − 100 000 = 20 000 yuan = 2 万; (10 − 9) × 20 teachers = 20 万
    const special = items([lever("special_funds", { perPupilYuan: 6000 })]);
    expect([special.before?.G7, special.after?.G7]).toEqual(["not_met", "met"]);
    expect(special.answer.cost.map(({ totalWan }) => Number(totalWan.toFixed(9)))).toEqual([0, 2]);
    const declared = { evidence: "as_base_year" as const };
    const pay = items([lever("teacher_pay", { payShare: 1 })], declared);
    expect([pay.before?.G8, pay.after?.G8]).toEqual(["not_met", "not_evaluable"]); // performance pay is not declared
    expect(pay.answer.cost.map(({ totalWan }) => Number(totalWan.toFixed(9)))).toEqual([0, 20]);
    const both = items([lever("teacher_pay", { payShare: 1 }), { ...lever("declare", { item: "all", endYear: 2027 }), id: "d" }]);
    expect(both.after?.G8).toBe("met");
  });

  it("follows the pupils, counting no school for fewer than 100", () => {
    // In 2027 half of the entrants are missing: 1001 has 55 pupils, 1002 has 220 of 240
    const { cell } = columnsByYear(dataset, scenario({ assumptions: { entrants: { mode: "trend", annualChange: -0.5 } } }));
    expect(cell(2027, "1001", budget)).toBeCloseTo(3.6, 9);
    expect(cell(2027, "1002", budget)).toBeCloseTo((16.8 * 220) / 240, 9);
  });

  it("keeps a share that lies on its limit (Q4), and the funds of 100 pupils (G6), whatever the pupils become", () => {
    // 5 % for training each; 106 pupils at 650 yuan a pupil, who become fewer than 100 by and by
    const onLimit = withFacts({});
    const [small, large] = onLimit.schools;
    if (small === undefined || large === undefined) throw new Error("no schools");
    const shrinking = [17, 17, 18, 18, 18, 18] as [number, number, number, number, number, number];
    const schools = [
      { ...small, pupils: { ...small.pupils, primaryByGrade: shrinking }, money: money(6.89, 0.3445) },
      { ...large, money: money(16.83, 0.8415) },
    ];
    const assumptions = { entrants: { mode: "trend" as const, annualChange: -0.031 } };
    const { baseline } = run({ ...onLimit, schools }, scenario({ horizonYears: 10, assumptions }));
    const { cell } = columnsByYear({ ...onLimit, schools }, scenario({ horizonYears: 10, assumptions }));
    expect([2026, 2036].map((year) => Math.round(cell(year, "1001", ({ pupils }) => pupils.primary)))).toEqual([106, 81]);
    expect(baseline.map(({ items: found }) => [found?.Q4, found?.G6])).toEqual(baseline.map(() => ["met", "met"]));
    // A hair less is less.
    const less = [{ ...schools[0], money: money(6.89, 0.34449) } as (typeof schools)[number], ...schools.slice(1)];
    const short = run({ ...onLimit, schools: less }, scenario({ horizonYears: 10, assumptions }));
    expect(short.baseline.map(({ items: found }) => found?.Q4)).toEqual(short.baseline.map(() => "not_met"));
  });

  it("begins with its effect year: nothing rises and nothing is paid before", () => {
    const later = { startYear: 2027, leadYears: 1 };
    const levers = [
      lever("public_funds", { schoolCode: "", primaryYuan: 800, juniorYuan: 0, smallAsHundred: false, ...later }),
      lever("training_funds", { schoolCode: "1002", fundsShare: 0.1, ...later }),
      lever("special_funds", { perPupilYuan: 8000, ...later }),
      lever("teacher_pay", { payShare: 1.1, ...later }),
    ];
    const document = scenario({ horizonYears: 3, levers });
    const { cell, at } = columnsByYear(dataset, document);
    const figures = (year: number) => [
      cell(year, "1001", budget),
      cell(year, "1002", budget),
      cell(year, "1002", training),
      at(year).countyFacts.facts.specialFundsYuan,
      at(year).countyFacts.facts.teacherPayWan,
    ];
    expect(figures(2027)).toEqual([3.6, 16.8, 0.42, 100_000, 9]);
    // 60 and 240 pupils at 800 yuan, a tenth of 19.2 万, 20 × 8000 yuan, 1.1 × 10 万; the same a year on
    const after = [4.8, 19.2, expect.closeTo(1.92, 9), 160_000, expect.closeTo(11, 9)];
    expect([figures(2028), figures(2029)]).toEqual([after, after]);
    // 1.2 + 2.4 万, 6 万, 2 × 20 teachers: what is paid beyond what the data would have gone on with, each year
    const paid = run(dataset, document).cost.map(({ byLever }) =>
      Object.fromEntries(byLever.map(({ leverId, recurrentWan }) => [leverId, Number(recurrentWan.toFixed(9))])),
    );
    expect(paid.slice(0, 2)).toEqual(
      Array.from({ length: 2 }, () => ({ public_funds: 0, training_funds: 0, special_funds: 0, teacher_pay: 0 })),
    );
    expect(paid.slice(2)).toEqual(
      Array.from({ length: 2 }, () => ({ public_funds: 3.6, training_funds: 0, special_funds: 6, teacher_pay: 40 })),
    );
  });

  it("is the county's to set for public schools only", () => {
    const mixed = { ...dataset, schools: dataset.schools.map((one) => (one.code === "1002" ? { ...one, ownerCode: 10 } : one)) };
    const levers = [lever("public_funds", { schoolCode: "", primaryYuan: 2000, juniorYuan: 0 }), lever("teacher_pay", { payShare: 1 })];
    const { cell } = columnsByYear(mixed, scenario({ levers }));
    expect([cell(2027, "1001", budget), cell(2027, "1002", budget)]).toEqual([20, 16.8]);
    // Only the 8 teachers of 1001 are paid 1 万 more.
    const [, paid] = run(mixed, scenario({ levers })).cost;
    expect(paid?.byLever.find(({ leverId }) => leverId === "teacher_pay")?.recurrentWan).toBeCloseTo(8, 9);
  });

  it("tells once that nobody knows what a rise costs where the present amount is not reported", () => {
    const open = withFacts({ specialPupils: 20, civilServantPayWan: 10 });
    const levers = [lever("special_funds", { perPupilYuan: 6000 }), lever("teacher_pay", { payShare: 1 })];
    const { notices, cost } = run(open, scenario({ horizonYears: 3, levers }));
    expect(notices.filter(({ leverId }) => leverId !== null).map(({ key, leverId, year }) => [key, leverId, year])).toEqual([
      ["riseUnknown", "special_funds", 2027],
      ["riseUnknown", "teacher_pay", 2027],
    ]);
    expect(cost.every(({ totalWan }) => totalWan === 0)).toBe(true);
    const { notices: known } = run(dataset, scenario({ levers }));
    expect(known.filter(({ leverId }) => leverId !== null)).toEqual([]);
  });

  it("tells at how many schools nobody knows what a rise costs, and counts it as none there", () => {
    const [first, ...others] = dataset.schools;
    if (first === undefined) throw new Error("a school");
    const unknown = county([
      {
        ...first,
        money: { ...first.money, publicFundsBudgetWan: null },
        teachers: { ...first.teachers, primary: teachers({ fullTime: null }) },
      },
      ...others,
    ]);
    const open = { ...unknown, county: dataset.county };
    const levers = [lever("public_funds", { schoolCode: "", primaryYuan: 2000, juniorYuan: 0 }), lever("teacher_pay", { payShare: 1.1 })];
    const paid = (of: typeof dataset) =>
      Object.fromEntries(
        (run(of, scenario({ levers })).cost[1]?.byLever ?? []).map(({ leverId, recurrentWan }) => [
          leverId,
          Math.round(recurrentWan * 1e9) / 1e9,
        ]),
      );
    const without = paid({ ...dataset, schools: [...others] });
    expect(paid(open)).toEqual(without);
    const told = run(open, scenario({ horizonYears: 3, levers })).notices.filter(({ key }) => key === "risesUnknown");
    expect(told.map(({ leverId, year, params }) => [leverId, year, params])).toEqual([
      ["public_funds", 2027, { schools: 1 }],
      ["teacher_pay", 2027, { schools: 1 }],
    ]);
  });

  it("refuses what the data cannot carry", () => {
    const bare = withFacts({});
    const found = checkLevers(bare, scenario({ levers: [lever("special_funds", {}), lever("teacher_pay", {})] }));
    expect(found.map(({ message }) => message)).toEqual(["planning.issues.specialPupilsUnknown", "planning.issues.civilServantPayUnknown"]);
  });
});

describe("county trajectories, by hand", () => {
  const trajectory = (parts: Partial<Extract<Lever, { type: "county_fact" }>>): Extract<Lever, { type: "county_fact" }> => {
    const found = lever("county_fact", { fact: "quotaPlaces", targetYear: null, ...parts });
    if (found.type !== "county_fact") throw new Error("another lever");
    return found;
  };

  it("run straight to the target and stay there", () => {
    // base 100 in 2026, in effect from 2027, 160 in 2029: 120, 140, 160, 160
    const linear = trajectory({ mode: "linear", targetValue: 160, targetYear: 2029 });
    expect([2027, 2028, 2029, 2030].map((year) => trajectoryValue(linear, 100, year))).toEqual([120, 140, 160, 160]);
  });

  it("take the last value given, and before it the base year's", () => {
    const given = trajectory({
      mode: "values",
      values: [
        { year: 2029, value: 7 },
        { year: 2028, value: 5 },
      ],
    });
    expect([2027, 2028, 2029, 2030].map((year) => trajectoryValue(given, 100, year))).toEqual([100, 5, 7, 7]);
    expect(trajectoryValue(trajectory({ mode: "as_last_year" }), 100, 2030)).toBe(100);
  });

  it("enter the county's figures from the effect year on", () => {
    const { at } = columnsByYear(dataset, scenario({ levers: [trajectory({ mode: "linear", targetValue: 160, targetYear: 2029 })] }));
    expect([2026, 2027].map((year) => at(year).countyFacts.facts.quotaPlaces)).toEqual([100, 120]);
  });
});

describe("evidence", () => {
  const declared: CountyDataset = {
    ...dataset,
    county: { ...dataset.county, declarations: { "Q8.homework": true, "G1.layout": true }, vetoes: { V1: false } },
  };
  const verdicts = (document: ScenarioDocument) => run(declared, document).trial.map(({ items: found }) => found?.Q8);

  it("counts only in years for which it is declared", () => {
    expect(verdicts(scenario({ horizonYears: 2 }))).toEqual(["met", "not_evaluable", "not_evaluable"]);
    const levers = [lever("declare", { item: "Q8.homework", endYear: 2027 })];
    expect(verdicts(scenario({ horizonYears: 2, levers }))).toEqual(["met", "met", "not_evaluable"]);
  });

  it("goes on as in the base year where the planner says so", () => {
    expect(verdicts(scenario({ horizonYears: 2, assumptions: { evidence: "as_base_year" } }))).toEqual(["met", "met", "met"]);
  });

  it("declares the vetoes not to have occurred", () => {
    const { at } = columnsByYear(declared, scenario({ levers: [lever("declare", { item: "vetoes", endYear: 2027 })] }));
    expect(at(2027).countyFacts.vetoes).toMatchObject({ V1: false, V7: false });
  });

  it("declares those of a local layer with them", () => {
    const title = { "zh-CN": "辍学", en: "Dropping out" };
    const local = { ...quality2017, extraVetoes: [{ id: "L1", title, source: { document: "省实施办法", article: "第三条" } }] };
    const levers = [lever("declare", { item: "vetoes", endYear: 2027 })];
    const { at } = columnsByYear(declared, scenario({ horizonYears: 2, levers }), local);
    expect([2027, 2028].map((year) => at(year).countyFacts.vetoes["L1"])).toEqual([false, undefined]);
  });
});

describe("retention, by hand", () => {
  // Grade 7 of 2026: 100. Ratio 0.9 a year: 90 in grade 8, 81 in grade 9 of 2028, who graduate in 2029.
  const junior = county([
    school({ code: "1001", primary: [100, 100, 100, 100, 100, 100] }),
    {
      ...school({ code: "2001", junior: [100, 90, 81], history: [{ year: 2025, primaryByGrade: null, juniorByGrade: [100, 90, 81] }] }),
      retention: { ...unreportedSchool().retention, graduates: 96, entrants: 100, transferredIn: 0, transferredOut: 0, died: 0 },
    },
  ]);
  const q1 = (retention: "base_year" | "by_cohort") =>
    run(junior, scenario({ horizonYears: 3, assumptions: { retention } })).trial.map(({ items: found }) => found?.Q1);

  it("stays as in the base year, or follows the cohort from the third projected year on", () => {
    expect(q1("base_year")).toEqual(["met", "met", "met", "met"]);
    expect(q1("by_cohort")).toEqual(["met", "met", "met", "not_met"]);
  });
});
