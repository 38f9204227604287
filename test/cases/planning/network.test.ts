import type { CountyColumns } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { Lever } from "@server/planning/contract";
import { checkLevers, projectedDatasets } from "@server/planning/engine/index";
import { inOrder, questionOf, simulate } from "@server/planning/engine/simulate";
import { unreportedSchool } from "@server/statistics/facts-contract";
import { describe, expect, it } from "vitest";
import { columnsByYear, county, lever, run, scenario, school, sectionOf, yearOf } from "./county";

const primaryPupils = ({ pupils }: CountyColumns) => pupils.primary;
const juniorPupils = ({ pupils }: CountyColumns) => pupils.junior;
const teachers = ({ teachers: { primary } }: CountyColumns) => primary.fullTime;
const equipment = ({ facilities }: CountyColumns) => facilities.equipmentValueWan;

describe("closing a school, by hand", () => {
  /*
   * 1001 (10 a grade, 6 teachers, 30 万元, 600 books) closes in 2027: 70 % go to 1002, 30 % to 1003 (both 20 a grade,
   * 12 teachers). Intake of the county stays 50; 1001's 10 entrants go 7 to 1002 and 3 to 1003.
   */
  const grades = (persons: number) =>
    [persons, persons, persons, persons, persons, persons] as [number, number, number, number, number, number];
  const dataset = county([
    {
      ...school({ code: "1001", primary: grades(10), primaryTeachers: { fullTime: 6, music: 2 }, facilities: { equipmentValueWan: 30 } }),
      enrolment: { ...unreportedSchool().enrolment, migrantWorkerChildren: 12, inZonePrimary: 60 },
      basic: { ...unreportedSchool().basic, books: 600 },
    },
    ...["1002", "1003"].map((code) => ({
      ...school({ code, primary: grades(20), primaryTeachers: { fullTime: 12 } }),
      enrolment: { ...unreportedSchool().enrolment, migrantWorkerChildren: 0, inZonePrimary: 120 },
      basic: { ...unreportedSchool().basic, books: 100 },
    })),
  ]);
  const targets = [
    { schoolCode: "1002", share: 0.7 },
    { schoolCode: "1003", share: 0.3 },
  ];
  const closure = lever("close_school", { schoolCode: "1001", targets, staffShare: 1, goodsShare: 0.5, costWan: 5, annualCostWan: 2 });
  const { cell, at } = columnsByYear(dataset, scenario({ horizonYears: 2, levers: [closure] }));

  it("moves pupils, entrants, staff and movable goods by the stated shares", () => {
    expect(["1001", "1002", "1003"].map((code) => Number(cell(2027, code, primaryPupils).toFixed(9)))).toEqual([0, 162, 138]);
    expect(["1001", "1002", "1003"].map((code) => Number(cell(2028, code, primaryPupils).toFixed(9)))).toEqual([0, 162, 138]);
    expect(["1001", "1002", "1003"].map((code) => Number(cell(2027, code, teachers).toFixed(9)))).toEqual([0, 16.2, 13.8]);
    // half of 30 万元 and of 600 books, 70 : 30
    expect(["1001", "1002", "1003"].map((code) => Number(cell(2027, code, equipment).toFixed(9)))).toEqual([0, 60.5, 54.5]);
    expect(cell(2027, "1002", ({ further }) => further["basic.books"])).toBeCloseTo(310, 9);
    expect(cell(2027, "1002", ({ further }) => further["enrolment.migrantWorkerChildren"])).toBeCloseTo(8.4, 9);
    expect(cell(2027, "1001", ({ facilities }) => facilities.teachingAreaM2)).toBe(0);
  });

  it("leaves the judged schools without the closed one, and costs once and every year", () => {
    const answer = run(dataset, scenario({ horizonYears: 2, levers: [closure] }));
    expect(yearOf(answer.trial, 2027).sections.map(({ schoolCode }) => schoolCode)).toEqual(["1002", "1003"]);
    expect(yearOf(answer.trial, 2027).stages.primary.pupils).toBeCloseTo(300, 9);
    expect(answer.cost.map(({ totalWan }) => totalWan)).toEqual([5, 2, 2]);
    expect(at(2026).pupils.primary.reduce((sum, persons) => sum + persons, 0)).toBe(300);
  });

  it.each<[string, readonly Lever[], readonly string[]]>([
    [
      "shares that do not add up",
      [{ ...closure, targets: [{ schoolCode: "1002", share: 0.7 }] } as Lever],
      ["levers.0.targets closureSharesNotOne"],
    ],
    [
      "a school that takes over from itself",
      [{ ...closure, targets: [{ schoolCode: "1001", share: 1 }] } as Lever],
      ["levers.0.targets.0.schoolCode sameSchool"],
    ],
    ["what is asked of a closed school", [closure, lever("buy_equipment", { schoolCode: "1001" })], ["levers.1.schoolCode schoolClosed"]],
    ["a closure before the base year", [{ ...closure, startYear: 2025 }], ["levers.0.startYear startBeforeBase"]],
  ])("refuses %s", (_, levers, expected) => {
    const found = checkLevers(dataset, scenario({ horizonYears: 2, levers }));
    expect(found.map(({ path, message }) => `${path} ${message.replace("planning.issues.", "")}`)).toEqual(expected);
  });
});

describe("opening a school and rezoning, by hand", () => {
  /* 1001 has 60 a grade and 8 more teachers than the new school needs; N001 opens in 2028 and takes half of everybody. */
  const dataset = county([school({ code: "1001", primary: [60, 60, 60, 60, 60, 60], primaryTeachers: { fullTime: 24 } })]);
  const open = lever("open_school", {
    code: "N001",
    leadYears: 2,
    classrooms: 12,
    teachingAreaM2: 2000,
    gymAreaM2: 0,
    equipmentValueWan: 40,
    buildingCostWan: 800,
  });
  const zone = (scope: "entrants" | "all_pupils", startYear: number) =>
    lever("rezone", { fromCode: "1001", toCode: "N001", stage: "primary", scope, share: 0.5, startYear });

  it("gives it rooms when it opens and pupils when they are rezoned", () => {
    const { cell } = columnsByYear(dataset, scenario({ horizonYears: 3, levers: [open, zone("all_pupils", 2027)] }));
    expect([2027, 2028, 2029].map((year) => cell(year, "N001", primaryPupils))).toEqual([0, 180, 180]);
    expect([2027, 2028, 2029].map((year) => cell(year, "1001", primaryPupils))).toEqual([360, 180, 180]);
    expect([2027, 2028].map((year) => cell(year, "N001", ({ facilities }) => facilities.teachingAreaM2))).toEqual([0, 2000]);
  });

  it("moves entrants only, year by year, where only entrants are rezoned", () => {
    const { cell } = columnsByYear(dataset, scenario({ horizonYears: 3, levers: [open, zone("entrants", 2027)] }));
    expect([2028, 2029].map((year) => cell(year, "N001", primaryPupils))).toEqual([30, 60]);
    expect([2028, 2029].map((year) => cell(year, "1001", primaryPupils))).toEqual([330, 300]);
  });

  it("pays building and equipment over the lead years, and is not judged before it has pupils", () => {
    const answer = run(dataset, scenario({ horizonYears: 3, levers: [open, zone("all_pupils", 2027)] }));
    expect(answer.cost.map(({ totalWan }) => totalWan)).toEqual([420, 420, 0, 0]);
    expect(yearOf(answer.trial, 2027).sections).toHaveLength(1);
    expect(sectionOf(answer.trial, 2028, "N001:primary").values.R4).toBeCloseTo(2000 / 180, 9);
    expect(answer.baseline[2]?.sections).toHaveLength(1);
  });

  it("refuses pupils before the opening, and a code in use", () => {
    const early = checkLevers(dataset, scenario({ horizonYears: 3, levers: [open, zone("entrants", 2026)] }));
    expect(early.map(({ path, message }) => `${path} ${message}`)).toEqual(["levers.1.toCode planning.issues.schoolNotOpenYet"]);
    const taken = checkLevers(dataset, scenario({ horizonYears: 3, levers: [{ ...open, code: "1001" } as Lever] }));
    expect(taken.map(({ message }) => message)).toEqual(["planning.issues.codeTaken"]);
  });

  it("sends the leavers of a junior zone where the zone goes", () => {
    // 60 leavers a year; 2001 and 2002 take 40 and 20 of them. Half of 2001's zone goes to 2002: 20 and 40.
    const two = county([
      school({ code: "1001", primary: [60, 60, 60, 60, 60, 60] }),
      school({ code: "2001", junior: [40, 40, 40] }),
      school({ code: "2002", junior: [20, 20, 20] }),
    ]);
    const rezoned = lever("rezone", { fromCode: "2001", toCode: "2002", stage: "junior", scope: "entrants", share: 0.5 });
    const { cell } = columnsByYear(two, scenario({ horizonYears: 1, levers: [rezoned] }));
    expect(cell(2027, "2001", juniorPupils)).toBeCloseTo(100, 9);
    expect(cell(2027, "2002", juniorPupils)).toBeCloseTo(80, 9);
  });
});

describe("a class-size cap, by hand", () => {
  // 90 pupils a grade in two classes of 45; 18 teachers for 12 classes: 1.5 a class; 12 ordinary classrooms.
  const dataset = county([
    school({
      code: "1001",
      primary: [90, 90, 90, 90, 90, 90],
      primaryClasses: [2, 2, 2, 2, 2, 2],
      primaryTeachers: { fullTime: 18 },
      facilities: { ordinaryClassrooms: 12 },
    }),
  ]);
  const cap = lever("class_cap", { schoolCode: "", stage: "primary", cap: 40 });

  it("splits the classes and says what rooms and teachers they lack", () => {
    // ⌈90 / 40⌉ = 3 classes a grade: 18, six more than the rooms, 27 teachers wanted
    const answer = run(dataset, scenario({ levers: [cap] }));
    expect(yearOf(answer.trial, 2027)).toMatchObject({
      splitClasses: [{ schoolCode: "1001", stage: "primary", classesAdded: 6, roomsLacking: 6, teachersLacking: 9 }],
      lackingRooms: 6,
      idleRooms: 0,
    });
    expect(yearOf(answer.baseline, 2027)).toMatchObject({ splitClasses: [], lackingRooms: 0 });
    expect(answer.assumptionUse.find(({ path }) => path === "classCap")).toEqual({ path: "classCap", used: 6 });
  });

  it("decides the class sizes that G5 reads", () => {
    const large = county([school({ code: "1001", primary: [50, 50, 50, 50, 50, 50], primaryClasses: [1, 1, 1, 1, 1, 1] })]);
    const wide = scenario({ assumptions: { classCap: { primary: 60, junior: 60 } } });
    expect(yearOf(run(large, wide).trial, 2027).items?.G5).toBe("not_met");
    expect(yearOf(run(large, { ...wide, levers: [{ ...cap, cap: 45 } as Lever] }).trial, 2027).items?.G5).toBe("met");
  });
});

describe("ways into school, by hand", () => {
  it("shares entrants by attendance zones where they are given", () => {
    const dataset = county([
      school({ code: "1001", primary: [30, 0, 0, 0, 0, 0] }),
      school({ code: "1002", primary: [60, 0, 0, 0, 0, 0] }),
      school({ code: "1003", primary: [10, 0, 0, 0, 0, 0] }),
    ]);
    // 100 enter: half to 1001; the other 50 by 60 : 10
    const assumptions = { entrantShares: "zones" as const, zoneShares: [{ schoolCode: "1001", share: 0.5 }] };
    const { cell } = columnsByYear(dataset, scenario({ assumptions }));
    expect(cell(2027, "1001", primaryPupils)).toBeCloseTo(50 + 30, 9);
    expect(cell(2027, "1002", primaryPupils)).toBeCloseTo((50 * 6) / 7 + 60, 9);
  });

  it("shares what a planned school is to have among the others until it opens, and what a closed one had goes with its pupils", () => {
    const dataset = county([
      school({ code: "1001", primary: [60, 0, 0, 0, 0, 0] }),
      school({ code: "1002", primary: [40, 0, 0, 0, 0, 0] }),
      school({ code: "2001", junior: [0, 0, 0] }),
    ]);
    const levers = [
      lever("open_school", { code: "N001", startYear: 2027, leadYears: 2 }),
      lever("close_school", { schoolCode: "N001", targets: [{ schoolCode: "1002", share: 1 }], startYear: 2029, leadYears: 1 }),
    ];
    const entered = (zoneShares: readonly (readonly [string, number])[]) => {
      const assumptions = {
        entrantShares: "zones" as const,
        zoneShares: zoneShares.map(([schoolCode, share]) => ({ schoolCode, share })),
      };
      const states: number[][] = [];
      const question = questionOf(dataset, scenario({ horizonYears: 4, assumptions, levers }));
      simulate(question, inOrder(levers), null, ({ pupils, year }) => {
        if (year > 2026) states.push([...(pupils.primary[0] ?? [])].map((persons) => Number(persons.toFixed(9))));
      });
      return states;
    };
    // 30 of 100 are for the planned school from 2029 on; until then the others have all, 60 : 40; closed, it leaves 30 more to 1002.
    expect(entered([["N001", 0.3]])).toEqual([
      [60, 40, 0, 0],
      [60, 40, 0, 0],
      [42, 28, 0, 30],
      [42, 58, 0, 0],
    ]);
    // Half of all for 1001, a tenth for 1002: five to one until the school opens. Of a school without grade 1 the others' shares stay.
    expect(
      entered([
        ["1001", 0.5],
        ["N001", 0.4],
        ["2001", 0.5],
      ]).slice(1, 3),
    ).toEqual([
      [83.333333333, 16.666666667, 0, 0],
      [50, 10, 0, 40],
    ]);
    // All for the planned school: until it opens as in the base year.
    expect(entered([["N001", 1]]).slice(1, 3)).toEqual([
      [60, 40, 0, 0],
      [0, 0, 0, 100],
    ]);
  });

  it("sends leavers where the feeder matrix says, the others as observed", () => {
    const dataset = county([
      school({ code: "1001", primary: [0, 0, 0, 0, 0, 100] }),
      school({ code: "2001", junior: [50, 0, 0] }),
      school({ code: "2002", junior: [50, 0, 0] }),
    ]);
    const feederShares = [{ fromCode: "1001", toCode: "2001", share: 0.6 }];
    const { cell } = columnsByYear(dataset, scenario({ assumptions: { feederShares } }));
    // 60 by the matrix, of the other 40 half each; last year's grade 7 is now grade 8
    expect(cell(2027, "2001", juniorPupils)).toBeCloseTo(60 + 20 + 50, 9);
    expect(cell(2027, "2002", juniorPupils)).toBeCloseTo(20 + 50, 9);
  });

  describe("that are named", () => {
    // 100 leavers a year: 80 of 1001, all for 2001, and 20 of 1002, who go as observed, 40 : 30 : 30 of the pool.
    const dataset = county([
      school({ code: "1001", primary: [80, 80, 80, 80, 80, 80] }),
      school({ code: "1002", primary: [20, 20, 20, 20, 20, 20] }),
      school({ code: "2001", junior: [40, 40, 40] }),
      school({ code: "2002", junior: [30, 30, 30] }),
      school({ code: "2003", junior: [30, 30, 30] }),
    ]);
    const assumptions = { feederShares: [{ fromCode: "1001", toCode: "2001", share: 1 }] };
    const grade7 = (levers: readonly Lever[], year = 2027): readonly (number | null)[] => {
      const [, ...years] = projectedDatasets(dataset, scenario({ horizonYears: 3, assumptions, levers }), quality2017);
      const found = years.find(({ county: { statisticsYear } }) => statisticsYear === year)?.schools ?? [];
      return found.slice(2).map(({ pupils }) => Number(pupils.juniorByGrade?.[0]?.toFixed(9)));
    };
    const closing = lever("close_school", {
      schoolCode: "2001",
      startYear: 2027,
      targets: [
        { schoolCode: "2002", share: 0.75 },
        { schoolCode: "2003", share: 0.25 },
      ],
    });

    it("lead from a closed school to those that take over, by their shares, and nobody is lost", () => {
      // 80 + 20 × 0.4, 6 and 6; then 80 : 60 + 6 + 8 × 0.75 and 20 + 6 + 8 × 0.25.
      expect(grade7([closing])).toEqual([88, 6, 6]);
      for (const year of [2028, 2029]) expect(grade7([closing], year)).toEqual([0, 72, 28]);
    });

    it("lead where a junior zone goes", () => {
      const moved = lever("rezone", { fromCode: "2001", toCode: "2003", stage: "junior", share: 0.5 });
      expect(grade7([moved])).toEqual([44, 6, 50]);
      expect(grade7([{ ...moved, share: 1 } as Lever])).toEqual([0, 6, 94]);
    });
  });
});
