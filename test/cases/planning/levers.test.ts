import { describe, expect, it } from "vitest";
import { baseYear, build, county, hire, rotate, run, scenario, school, sectionOf, yearOf } from "./county";

const hundred = [20, 20, 20, 20, 20, 0] as const;
const costOf = (answer: ReturnType<typeof run>, year: number) => answer.cost.find((entry) => entry.year === year);

describe("new classrooms, by hand", () => {
  // 100 pupils a year (grade 6 is empty, 20 enter, 20 leave grade 5 → grade 6: 120 from 2027 on).
  const dataset = county([school({ code: "1001", primary: [...hundred] })]);

  it("adds area and multimedia rooms from the effect year on and spreads capital evenly over the lead years", () => {
    const answer = run(
      dataset,
      scenario({ horizonYears: 3, assumptions: { priceGrowth: 0.1 }, levers: [build({ rooms: 3, areaPerRoomM2: 100, leadYears: 2 })] }),
    );
    const before = sectionOf(answer.trial, 2027, "1001:primary");
    const after = sectionOf(answer.trial, 2028, "1001:primary");
    // R4 = (1000 + 3 × 100) m² / 120 pupils; R7 = (8 + 3) rooms × 100 / 120
    expect(before.values.R4).toBeCloseTo(1000 / 120, 9);
    expect(after.values.R4).toBeCloseTo(1300 / 120, 9);
    expect(after.values.R7).toBeCloseTo((11 * 100) / 120, 9);
    // capital: 300 m² × 4500 yuan = 135 万; 3 rooms × 2.5 = 7.5 万; 142.5 in two parts of 71.25 in 2026 and 2027 (+10 %)
    expect(costOf(answer, 2026)?.capitalWan).toBeCloseTo(71.25, 9);
    expect(costOf(answer, 2027)?.capitalWan).toBeCloseTo(71.25 * 1.1, 9);
    expect(costOf(answer, 2028)?.totalWan).toBe(0);
  });

  it("pays at once and adds no multimedia rooms when neither lead time nor equipment is asked for", () => {
    const answer = run(dataset, scenario({ levers: [build({ startYear: 2027, leadYears: 0, multimedia: false, rooms: 2 })] }));
    const section = sectionOf(answer.trial, 2027, "1001:primary");
    expect(section.values.R4).toBeCloseTo(1180 / 120, 9);
    expect(section.values.R7).toBeCloseTo(800 / 120, 9);
    expect(costOf(answer, 2027)?.capitalWan).toBeCloseTo(81, 9); // 180 m² × 4500 yuan
  });

  it("says so when the school's area is not reported, and leaves it unknown", () => {
    const unreported = county([school({ code: "1001", primary: [...hundred], facilities: { teachingAreaM2: null } })]);
    const answer = run(unreported, scenario({ levers: [build({})] }));
    expect(sectionOf(answer.trial, 2027, "1001:primary").values.R4).toBeNull();
    expect(answer.notices).toContainEqual({
      key: "targetNotReported",
      leverId: "build",
      year: 2027,
      params: { schoolCode: "1001", field: "teachingAreaM2" },
    });
  });
});

describe("hiring teachers, by hand", () => {
  /*
   * Steady numbers: 100 pupils at 1001, 200 at 1002 (no grade 6, so nobody leaves and grade 6 fills in 2027:
   * 120 and 240 pupils). R3 asks for 0.9 per 100: 1.08 and 2.16 persons. 1001 has 1, 1002 has none.
   */
  const dataset = county([
    school({ code: "1001", primary: [...hundred], primaryTeachers: { fullTime: 10, music: 1 } }),
    school({ code: "1002", primary: [40, 40, 40, 40, 40, 0], primaryTeachers: { fullTime: 10 } }),
  ]);

  it("places music teachers one by one where most are lacking", () => {
    // lacking 0.08 and 2.16 → 1002; 0.08 and 1.16 → 1002; 0.08 and 0.16 → 1002; then 1001 lacks 0.08
    const answer = run(dataset, scenario({ levers: [hire({ count: 4 })] }));
    expect(sectionOf(answer.trial, 2027, "1001:primary").values.R3).toBeCloseTo((2 * 100) / 120, 9);
    expect(sectionOf(answer.trial, 2027, "1002:primary").values.R3).toBeCloseTo((3 * 100) / 240, 9);
    expect(sectionOf(answer.trial, 2027, "1002:primary").values.R1).toBeCloseTo((3 * 100) / 240, 9);
    expect(answer.notices.filter((notice) => notice.leverId === "hire")).toEqual([]);
  });

  it("goes on to the thinnest section when nobody lacks more, and says how many that were", () => {
    const answer = run(dataset, scenario({ levers: [hire({ count: 5 })] }));
    // after four: 2/120 and 3/240 per pupil → the fifth goes to 1002
    expect(sectionOf(answer.trial, 2027, "1002:primary").values.R3).toBeCloseTo((4 * 100) / 240, 9);
    expect(answer.notices).toContainEqual({
      key: "hireBeyondDeficit",
      leverId: "hire",
      year: 2027,
      params: { indicator: "R3", teachers: 1 },
    });
  });

  it("fills only its share of the posts, pays the filled ones from the effect year on, and says so", () => {
    const levers = [
      hire({
        target: { mode: "school", schoolCode: "1001", stage: "primary" },
        count: 4,
        fulfilment: 0.5,
        subject: "general",
        backbone: true,
      }),
    ];
    const answer = run(dataset, scenario({ horizonYears: 2, assumptions: { priceGrowth: 0.1 }, levers }));
    expect(sectionOf(answer.trial, 2027, "1001:primary").values.R2).toBeCloseTo((2 * 100) / 120, 9);
    // 2 teachers × 10 万 at prices of 2027 (× 1.1) and 2028 (× 1.21); nothing in the base year
    expect(answer.cost.map((entry) => entry.recurrentWan)).toEqual([0, expect.closeTo(22, 9), expect.closeTo(24.2, 9)]);
    expect(answer.notices).toContainEqual({ key: "hireNotFulfilled", leverId: "hire", year: 2027, params: { posts: 4, hired: 2 } });
  });

  it("sends general teachers where there are fewest per pupil", () => {
    // 20 teachers for 360 pupils: 1001 should have 6.67 of its 10, 1002 13.33 of its 10 → both hires go to 1002
    const answer = run(dataset, scenario({ levers: [hire({ count: 2, subject: "general", aboveRequiredEducation: false })] }));
    expect(sectionOf(answer.trial, 2027, "1001:primary").values.R1).toBe(0);
    const even = run(dataset, scenario({ levers: [hire({ count: 2, subject: "general", aboveRequiredEducation: true })] }));
    // with a higher degree the matching standard is R1: 4.2 per 100 → lacking 5.04 and 10.08 → both to 1002
    expect(sectionOf(even.trial, 2027, "1002:primary").values.R1).toBeCloseTo((2 * 100) / 240, 9);
  });

  it("lets hired teachers leave at the rate of the section they joined", () => {
    const levers = [hire({ target: { mode: "school", schoolCode: "1002", stage: "primary" }, count: 2 })];
    const answer = run(dataset, scenario({ horizonYears: 2, assumptions: { teacherAttrition: 0.2, teacherReplacement: 0.5 }, levers }));
    // net loss 0.2 × (1 − 0.5) = 10 % a year, after the year of hiring: 2 → 1.8
    expect(sectionOf(answer.trial, 2028, "1002:primary").values.R3).toBeCloseTo((1.8 * 100) / 240, 9);
  });
});

describe("the rotation quota, by hand", () => {
  /*
   * 120 pupils at each school in 2027. Standards: R1 5.04, R2 1.2, R3 1.08 persons.
   *          fullTime  degree  backbone  music
   *   1001      40       40       6        4
   *   1002      40       40       0        4
   * Eligible 0.5 × 80 = 40, quota 0.1 × 40 = 4, of them backbone 0.5 × 4 = 2.
   * Backbone: 1002 lacks 1.2, 1001 has 4.8 to spare → two teachers go 1001 → 1002 (after the first it still lacks 0.2).
   * Others: no section lacks R1 or R3; means are 40 degrees and 4 music teachers a school.
   * Each backbone teacher took a degree (40/40) and 4/40 of a music teacher along:
   *   1001: 38 degrees, 3.8 music; 1002: 42 and 4.2. Means 40 and 4 → 1001 lacks 2 degrees, 1002 has 2 to spare.
   * One teacher with a degree goes back; then 1001 lacks 1 and 1002 has 1 to spare: the second one goes too.
   */
  const dataset = county([
    school({ code: "1001", primary: [...hundred], primaryTeachers: { fullTime: 40, aboveRequiredEducation: 40, backbone: 6, music: 4 } }),
    school({ code: "1002", primary: [...hundred], primaryTeachers: { fullTime: 40, aboveRequiredEducation: 40, backbone: 0, music: 4 } }),
  ]);
  const lever = rotate({ backboneShare: 0.5, termYears: 2, endYear: 2027 });

  it("moves backbone teachers from surplus to deficit and levels the rest, both ends changing", () => {
    const answer = run(dataset, scenario({ levers: [lever] }));
    expect(answer.flows).toEqual([
      { year: 2027, stage: "primary", fromCode: "1001", toCode: "1002", teachers: 2, backbone: 2 },
      { year: 2027, stage: "primary", fromCode: "1002", toCode: "1001", teachers: 2, backbone: 0 },
    ]);
    expect(sectionOf(answer.trial, 2027, "1001:primary").values.R2).toBeCloseTo((4 * 100) / 120, 9);
    expect(sectionOf(answer.trial, 2027, "1002:primary").values.R2).toBeCloseTo((2 * 100) / 120, 9);
    expect(sectionOf(answer.trial, 2027, "1001:primary").values.R1).toBeCloseTo((40 * 100) / 120, 9);
  });

  it("reports the two ratios of the rotation clause, met exactly", () => {
    const answer = run(dataset, scenario({ levers: [lever] }));
    expect(answer.notices).toContainEqual({
      key: "rotationRatios",
      leverId: "rotate",
      year: 2027,
      params: { eligible: 40, rotated: 4, backbone: 2, rotatedShare: 0.1, backboneShare: 0.5 },
    });
  });

  it("pays each teacher for each year away and sends all home after the term", () => {
    const answer = run(dataset, scenario({ horizonYears: 3, assumptions: { priceGrowth: 0.1 }, levers: [lever] }));
    // 4 teachers × 1 万 in 2027 (× 1.1) and 2028 (× 1.21); home again in 2029
    expect(answer.cost.map((entry) => entry.recurrentWan)).toEqual([0, expect.closeTo(4.4, 9), expect.closeTo(4.84, 9), 0]);
    expect(sectionOf(answer.trial, 2028, "1002:primary").values.R2).toBeCloseTo((2 * 100) / 120, 9);
    expect(sectionOf(answer.trial, 2029, "1002:primary").values.R2).toBeCloseTo(0, 9);
    expect(sectionOf(answer.trial, 2029, "1001:primary").values.R2).toBeCloseTo((6 * 100) / 120, 9);
  });

  it("exchanges evenly what no school can use, without changing an indicator", () => {
    const equal = county(
      ["1001", "1002"].map((code) =>
        school({ code, primary: [...hundred], primaryTeachers: { fullTime: 40, aboveRequiredEducation: 30, backbone: 6, music: 4 } }),
      ),
    );
    const answer = run(equal, scenario({ levers: [lever] }));
    expect(answer.flows.map(({ fromCode, teachers, backbone }) => [fromCode, teachers, backbone])).toEqual([
      ["1001", 2, 1],
      ["1002", 2, 1],
    ]);
    const resources = (outcomes: typeof answer.trial) => outcomes.map(({ items: _, overall: __, ...rest }) => rest);
    expect(resources(answer.trial)).toEqual(resources(answer.baseline));
    expect(yearOf(answer.trial, 2027).items?.G11).toBe("met"); // 4 of 40 eligible, 2 of 4 backbone
    expect(answer.notices).toContainEqual({
      key: "rotationExchanged",
      leverId: "rotate",
      year: 2027,
      params: { stage: "primary", teachers: 4, backbone: 2 },
    });
  });

  it("says how many backbone teachers are wanting", () => {
    const few = county([
      school({ code: "1001", primary: [...hundred], primaryTeachers: { fullTime: 40, aboveRequiredEducation: 40, backbone: 1, music: 4 } }),
      school({ code: "1002", primary: [...hundred], primaryTeachers: { fullTime: 40, aboveRequiredEducation: 40, backbone: 0, music: 4 } }),
    ]);
    const answer = run(few, scenario({ levers: [lever] }));
    expect(answer.notices).toContainEqual({
      key: "rotationBackboneUnfilled",
      leverId: "rotate",
      year: 2027,
      params: { stage: "primary", quota: 2, unfilled: 2 },
    });
    // 1001 has less than its own standard of 1.2, so it gives none
    expect(sectionOf(answer.trial, 2027, "1001:primary").values.R2).toBeCloseTo(100 / 120, 9);
  });

  it("leaves private schools out", () => {
    const mixed = county([
      school({
        code: "1001",
        primary: [...hundred],
        ownerCode: 10,
        primaryTeachers: { fullTime: 40, aboveRequiredEducation: 40, backbone: 9, music: 4 },
      }),
      school({ code: "1002", primary: [...hundred], primaryTeachers: { fullTime: 40, aboveRequiredEducation: 40, music: 4 } }),
    ]);
    const answer = run(mixed, scenario({ levers: [lever] }));
    expect(answer.flows).toEqual([]);
    expect(sectionOf(answer.trial, 2027, "1001:primary").values).toEqual(sectionOf(answer.baseline, 2027, "1001:primary").values);
  });
});

describe("all three levers together, by hand", () => {
  /*
   * 2027: 120 pupils at each school. Hires come before rotation: 1002 lacks 1.08 music teachers and gets
   * both (2 → R3 1.67). Rotation then: quota 0.5 × (20 + 22) × 0.1 = 2.1, backbone 0.42 of a teacher from
   * 1001 (3 held, 1.2 needed) to 1002 (none). Building adds 2 rooms of 90 m² at 1001.
   */
  const dataset = county([
    school({ code: "1001", primary: [...hundred], primaryTeachers: { fullTime: 20, aboveRequiredEducation: 20, backbone: 3, music: 2 } }),
    school({ code: "1002", primary: [...hundred], primaryTeachers: { fullTime: 20, aboveRequiredEducation: 20 } }),
  ]);
  const answer = run(dataset, scenario({ levers: [build({}), hire({ count: 2 }), rotate({})], annualBudgetWan: 100 }));

  it("acts in the documented order", () => {
    expect(sectionOf(answer.trial, 2027, "1001:primary").values.R4).toBeCloseTo(1180 / 120, 9);
    expect(sectionOf(answer.trial, 2027, "1001:primary").values.R2).toBeCloseTo((2.58 * 100) / 120, 9);
    expect(sectionOf(answer.trial, 2027, "1002:primary").values.R2).toBeCloseTo((0.42 * 100) / 120, 9);
    const rotated = answer.flows.reduce((sum, flow) => sum + flow.teachers, 0);
    expect(rotated).toBeCloseTo(2.1, 9);
  });

  it("adds the money up by year and lever and marks what is over the cap", () => {
    // 2026: 180 m² × 4500 yuan + 2 × 2.5 = 86 万; 2027: 2 × 10 + 2.1 × 1 = 22.1 万
    expect(costOf(answer, 2026)).toMatchObject({ capitalWan: 86, recurrentWan: 0, totalWan: 86, overBudgetWan: 0 });
    expect(costOf(answer, 2027)?.totalWan).toBeCloseTo(22.1, 9);
    const capped = run(dataset, scenario({ levers: [build({})], annualBudgetWan: 80 }));
    expect(costOf(capped, 2026)?.overBudgetWan).toBeCloseTo(6, 9);
    expect(capped.notices).toContainEqual({ key: "overBudget", leverId: null, year: 2026, params: { overWan: 6, capWan: 80 } });
  });

  it("names the levers in the order in which they act", () => {
    expect(answer.levers.map(({ id, effectYear }) => [id, effectYear])).toEqual([
      ["hire", baseYear + 1],
      ["rotate", baseYear + 1],
      ["build", baseYear + 1],
    ]);
  });
});
