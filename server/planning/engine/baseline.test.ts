import type { CountyDataset } from "@server/statistics/contract";
import { unreportedSchool } from "@server/statistics/facts-contract";
import { columnsByYear, county, lever, run, scenario, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import type { Assumptions } from "../contract";
import { baselineModel, baselineNotices } from "./baseline";

const six = (first: number | null, last: number | null = 20) =>
  [first, 20, 20, 20, 20, last] as [number | null, number, number, number, number, number | null];
const history = [{ year: 2025, primaryByGrade: six(20), juniorByGrade: [20, 20, 20] as [number, number, number] }];
const told = (schools: CountyDataset["schools"], assumptions: Partial<Assumptions> = {}) =>
  baselineNotices(baselineModel(county(schools), { ...steady, ...assumptions }, 2)).map(({ key, params }) => [key, params]);

describe("what the planner must know about the data", () => {
  const complete = school({ code: "3001", primary: six(20), junior: [20, 20, 20], history });

  it("is nothing where every transition was seen and every cell is reported", () => {
    expect(told([complete])).toEqual([]);
  });

  it("counts the transitions that borrow the county's ratio: five in primary, two in junior", () => {
    expect(told([complete, school({ code: "1001", primary: six(20) })])).toEqual([["progressionBorrowed", { transitions: 5 }]]);
    expect(told([complete, school({ code: "2001", junior: [20, 20, 20] })])).toEqual([["progressionBorrowed", { transitions: 2 }]]);
  });

  it("says when births cannot be scaled, and then not that they are missing", () => {
    expect(told([complete], { entrants: { mode: "births" } })).toEqual([["birthsUnusable", { year: 2026 }]]);
  });

  it("says when a series of entrants meets a county without intake, or with one that is not known", () => {
    const series: Partial<Assumptions> = { entrants: { mode: "series", series: [{ year: 2027, entrants: 30 }] } };
    expect(told([{ ...complete, pupils: { ...complete.pupils, primaryByGrade: six(0) } }], series).map(([key]) => key)).toEqual([
      "entrantsWithoutIntake",
    ]);
    const unknown = { ...complete, pupils: { ...complete.pupils, primaryByGrade: six(null) } };
    expect(told([unknown], series).map(([key]) => key)).toEqual(["entrantsShareUnknown", "leaversUnknown"]);
    expect(told([complete], series)).toEqual([]);
    expect(told([unknown]).map(([key]) => key)).toEqual(["leaversUnknown"]);
  });

  it("counts unknown primary cells, which leave the pool of grade 7 unknown, and unknown intakes of grade 7", () => {
    const gaps = { ...complete, pupils: { ...complete.pupils, primaryByGrade: six(null, null) } };
    expect(told([gaps])).toContainEqual(["leaversUnknown", { cells: 2 }]);
    const juniors = { ...complete, pupils: { ...complete.pupils, juniorByGrade: [null, 20, null] as [null, number, null] } };
    expect(told([juniors])).toContainEqual(["juniorSharesUnknown", { cells: 1 }]);
    expect(told([juniors]).map(([key]) => key)).not.toContain("leaversUnknown");
  });
});

describe("figures that go with pupils", () => {
  /* 1001: 60 a grade, 288 of 360 in its zone, 12 migrants' children, 36 万元. Half of the entrants go to N001 from 2028 on. */
  const whole = {
    ...school({ code: "1001", primary: [60, 60, 60, 60, 60, 60] }),
    enrolment: {
      ...unreportedSchool().enrolment,
      inZonePrimary: 288,
      migrantWorkerChildren: 12,
      entrantsPrimary: 60,
      entrantsInZonePrimary: 48,
    },
    money: { publicFundsBudgetWan: 36, publicFundsActualWan: 36, trainingBudgetWan: 1.8, trainingActualWan: 1.8 },
  };
  const levers = [
    lever("open_school", { code: "N001", leadYears: 2 }),
    lever("rezone", { fromCode: "1001", toCode: "N001", stage: "primary", share: 0.5, startYear: 2027 }),
  ];
  const { cell } = columnsByYear(county([whole]), scenario({ horizonYears: 3, levers }));

  it("follow the county's mean where a school had nobody before, funds as of 100 pupils", () => {
    expect(cell(2028, "N001", ({ further }) => further["enrolment.inZonePrimary"])).toBeCloseTo(24, 9);
    expect(cell(2028, "N001", ({ further }) => further["enrolment.migrantWorkerChildren"])).toBeCloseTo(1, 9);
    expect(cell(2028, "N001", ({ further }) => further["enrolment.entrantsInZonePrimary"])).toBeCloseTo(24, 9);
    expect(cell(2028, "N001", ({ further }) => further["money.publicFundsBudgetWan"])).toBeCloseTo(10, 9);
    expect(cell(2029, "N001", ({ further }) => further["money.publicFundsBudgetWan"])).toBeCloseTo(10, 9);
  });

  it("keep their share of the pupils elsewhere", () => {
    expect(cell(2028, "1001", ({ further }) => further["enrolment.inZonePrimary"])).toBeCloseTo(264, 9); // 0.8 × 330
    expect(cell(2028, "1001", ({ further }) => further["enrolment.entrantsPrimary"])).toBeCloseTo(30, 9);
    expect(cell(2028, "1001", ({ further }) => further["money.trainingActualWan"])).toBeCloseTo(1.65, 9); // 1.8 × 330 ÷ 360
  });

  it("stay unknown once the pupils were, since nothing tells them again", () => {
    const gap = { ...whole, pupils: { ...whole.pupils, primaryByGrade: six(60, null) } };
    const years = columnsByYear(county([gap]), scenario({ horizonYears: 2 }));
    expect([2026, 2027, 2028].map((year) => years.cell(year, "1001", ({ further }) => further["enrolment.inZonePrimary"]))).toEqual([
      288,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

describe("entrants whose shares roll on", () => {
  it("follow last year's intake, without what a year's trend has taken", () => {
    // 40 and 40 in the base year. In 2027 a quarter of 1001's zone goes to 1002: 30 and 50, and so on whatever the county's intake.
    const dataset = county([
      school({ code: "1001", primary: [40, 0, 0, 0, 0, 0] }),
      school({ code: "1002", primary: [40, 0, 0, 0, 0, 0] }),
    ]);
    const levers = [lever("rezone", { fromCode: "1001", toCode: "1002", stage: "primary", share: 0.25 })];
    const trend = { mode: "trend" as const, annualChange: -0.5 };
    const { cell } = columnsByYear(
      dataset,
      scenario({ horizonYears: 2, assumptions: { entrants: trend, entrantShares: "rolling" }, levers }),
    );
    // 2027: 15 and 25; 2028: 7.5 and 12.5; all who came before are still there.
    expect(cell(2028, "1001", ({ pupils }) => pupils.primary)).toBeCloseTo(40 + 15 + 7.5, 9);
    expect(cell(2028, "1002", ({ pupils }) => pupils.primary)).toBeCloseTo(40 + 25 + 12.5, 9);
  });

  it("follow a zone in whichever year it moves", () => {
    // 40 and 40 enter in 2027; in 2028 half of 1001's zone goes to 1002: 20 and 60, in 2029 again.
    const dataset = county([
      school({ code: "1001", primary: [40, 0, 0, 0, 0, 0] }),
      school({ code: "1002", primary: [40, 0, 0, 0, 0, 0] }),
    ]);
    const levers = [lever("rezone", { fromCode: "1001", toCode: "1002", stage: "primary", share: 0.5, leadYears: 2 })];
    for (const entrantShares of ["base_year", "rolling"] as const) {
      const { cell } = columnsByYear(dataset, scenario({ horizonYears: 3, assumptions: { entrantShares }, levers }));
      expect(cell(2029, "1001", ({ pupils }) => pupils.primary)).toBeCloseTo(40 + 40 + 20 + 20, 9);
      expect(cell(2029, "1002", ({ pupils }) => pupils.primary)).toBeCloseTo(40 + 40 + 60 + 60, 9);
    }
  });
});

describe("a school that reports no grades at all", () => {
  const { pupils, ...rest } = school({ code: "1002", primary: [40, 40, 40, 40, 40, 40] });
  const silent = { ...rest, pupils: { ...pupils, primaryByGrade: null } };
  const dataset = county([school({ code: "1001", primary: [40, 40, 40, 40, 40, 40] }), silent]);

  it("takes no part in a given number of entrants, and none of its cells is said to be missing", () => {
    const entrants = { mode: "series" as const, series: [{ year: 2027, entrants: 60 }] };
    const document = scenario({ assumptions: { entrants } });
    expect(columnsByYear(dataset, document).cell(2027, "1001", ({ pupils: now }) => now.primary)).toBe(60 + 200);
    expect(run(dataset, document).notices.map(({ key }) => key)).toEqual(["progressionBorrowed"]);
  });
});

describe("a county of whose grade 1 nobody is left", () => {
  it("is told so where persons must be shared out, and not where a trend is followed", () => {
    const dataset = county([school({ code: "1001", primary: [0, 40, 40, 40, 40, 40] })]);
    const entrants = { mode: "series" as const, series: [{ year: 2027, entrants: 60 }] };
    const keys = (assumptions: Partial<Assumptions>) => run(dataset, scenario({ assumptions })).notices.map(({ key }) => key);
    expect(keys({ entrants })).toContain("entrantsWithoutIntake");
    expect(keys({})).not.toContain("entrantsWithoutIntake");
  });
});

describe("statements and vetoes of the base year", () => {
  const one = county([school({ code: "1001", primary: [40, 40, 40, 40, 40, 40] })]);
  const dataset = { ...one, county: { ...one.county, declarations: { ...one.county.declarations, "G1.layout": true } } };

  it.each([
    ["go on where that is assumed", "as_base_year", [true, true, true]],
    ["say nothing of later years else", "declared_years", [true, undefined, undefined]],
  ] as const)("%s", (_, evidence, expected) => {
    const { at: columns } = columnsByYear(dataset, scenario({ horizonYears: 2, assumptions: { evidence } }));
    expect([2026, 2027, 2028].map((year) => columns(year).countyFacts.declarations["G1.layout"])).toEqual(expected);
  });
});

describe("a county that nobody enters any more", () => {
  it("has no grade 1, known to be empty, whichever way the entrants are shared", () => {
    const dataset = county([school({ code: "1001", primary: [40, 20, 20, 20, 20, 20] })]);
    const entrants = { mode: "trend" as const, annualChange: -1 };
    for (const entrantShares of ["base_year", "rolling"] as const) {
      const { cell } = columnsByYear(dataset, scenario({ horizonYears: 3, assumptions: { entrants, entrantShares } }));
      expect(cell(2029, "1001", ({ pupils }) => pupils.primary)).toBe(40 + 20 + 20);
    }
  });
});

describe("how often assumptions are used", () => {
  /* 3001 teaches both stages, 1001 primary only; four sections have teachers but one. One year. */
  const dataset = county([
    school({ code: "3001", primary: [60, 60, 60, 60, 60, 60], junior: [20, 20, 20], primaryTeachers: { fullTime: 9 }, history }),
    school({ code: "1001", primary: [20, 20, 20, 20, 20, 20], primaryTeachers: { fullTime: 9 } }),
  ]);
  const used = (assumptions: Partial<Assumptions>, horizonYears = 1) =>
    Object.fromEntries(run(dataset, scenario({ horizonYears, assumptions })).assumptionUse.map(({ path, used: times }) => [path, times]));
  const plain = {
    entrants: 2,
    entrantShares: 2,
    juniorLeakage: 2,
    classPolicy: 15,
    classCap: 6,
    retention: 1,
    teacherAttrition: 2,
    teacherReplacement: 2,
    retirement: 2,
    evidence: 1,
  };

  it("is told by sections, grades or years, and nothing of those that had no part", () => {
    expect(used({})).toEqual(plain);
    expect(used({}, 2)).toEqual(Object.fromEntries(Object.entries(plain).map(([path, times]) => [path, 2 * times])));
  });

  it.each<[string, Partial<Assumptions>, Readonly<Record<string, number>>]>([
    ["rates of gain", { upgradingRate: 0.1, backboneRate: 0.1 }, { upgradingRate: 1, backboneRate: 1 }],
    ["ages", { retirement: "by_age" }, { ageShares: 2, womenShare: 2 }],
    ["retention before there is a cohort", { retention: "by_cohort" }, { retention: 0 }],
    // 40 of 80 entrants a school: one class fewer than at 60.
    ["zones", { entrantShares: "zones", zoneShares: [{ schoolCode: "1001", share: 0.5 }] }, { zoneShares: 1, classCap: 5 }],
    ["zones that are not asked for", { zoneShares: [{ schoolCode: "1001", share: 0.5 }] }, {}],
    ["the feeder matrix", { feederShares: [{ fromCode: "1001", toCode: "3001", share: 0.5 }] }, { feederShares: 1 }],
    ["the trend where births are missing", { entrants: { mode: "births" } }, { entrantsTrendBeyondBirths: 1 }],
  ])("counts %s", (_, assumptions, more) => {
    const expected = Object.entries({ ...plain, ...more }).filter(([, times]) => times > 0);
    expect(used(assumptions)).toEqual(Object.fromEntries(expected));
  });

  it("counts prices only where a lever costs something", () => {
    const levers = [lever("buy_equipment", { schoolCode: "1001" })];
    const { assumptionUse } = run(dataset, scenario({ horizonYears: 3, levers }));
    expect(assumptionUse.find(({ path }) => path === "priceGrowth")).toEqual({ path: "priceGrowth", used: 3 });
    expect(assumptionUse.map(({ path }) => path)).toEqual(assumptionUse.map(({ path }) => path).sort());
  });
});
