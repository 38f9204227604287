import { withValues } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { TeacherGroup } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { columnsByYear, county, lever, rotate, run, scenario, school, sectionOf, teachers } from "./county";

/* 120 pupils at every school, so that the standards ask for R1 5.04, R2 1.2 and R3 1.08 persons. */
const even = [20, 20, 20, 20, 20, 20] as const;
const withTeachers = (code: string, group: Partial<TeacherGroup>, ownerCode = 7) =>
  school({ code, primary: [...even], primaryTeachers: { music: 4, ...group }, ownerCode });
const flowsOf = (answer: ReturnType<typeof run>) =>
  answer.flows.map(({ fromCode, toCode, teachers, backbone }) => [
    fromCode,
    toCode,
    Number(teachers.toFixed(9)),
    Number(backbone.toFixed(9)),
  ]);
const noticesOf = (answer: ReturnType<typeof run>) =>
  answer.notices.filter(({ leverId }) => leverId === "rotate").map(({ key, params }) => [key, params]);

describe("where backbone teachers go, by hand", () => {
  /*
   *          backbone  over or under 1.2
   *   1001      10       8.8
   *   1002       6       4.8
   *   1003       0      −1.2
   *   1004       1      −0.2
   * Quota: 0.05 × 0.5 × 160 = 4, half of them backbone teachers. Both go from 1001 to 1003: after the first, 1003
   * and 1004 lack as much (0.2), and the first by code comes first. Each takes one of 40 degrees and a tenth of a
   * music teacher along, so that the two others go back.
   */
  const dataset = county([
    withTeachers("1001", { fullTime: 40, aboveRequiredEducation: 40, backbone: 10 }),
    withTeachers("1002", { fullTime: 40, aboveRequiredEducation: 40, backbone: 6 }),
    withTeachers("1003", { fullTime: 40, aboveRequiredEducation: 40, backbone: 0 }),
    withTeachers("1004", { fullTime: 40, aboveRequiredEducation: 40, backbone: 1 }),
  ]);

  it("is from the largest surplus to the largest deficit, one by one", () => {
    const answer = run(dataset, scenario({ levers: [rotate({ rotationShare: 0.05, backboneShare: 0.5 })] }));
    expect(flowsOf(answer)).toEqual([
      ["1001", "1003", 2, 2],
      ["1003", "1001", 2, 0],
    ]);
    expect(sectionOf(answer.trial, 2027, "1003:primary").values.R2).toBeCloseTo((2 * 100) / 120, 9);
  });

  it("goes on to the next deficit when the first is made up", () => {
    // Three backbone teachers: the third finds 1003 with 2 and 1004 still 0.2 short.
    const answer = run(dataset, scenario({ levers: [rotate({ rotationShare: 0.0375, backboneShare: 1 })] }));
    expect(flowsOf(answer)).toEqual([
      ["1001", "1003", 2, 2],
      ["1001", "1004", 1, 1],
    ]);
  });

  it("moves a fraction of a teacher where the quota leaves one", () => {
    const answer = run(dataset, scenario({ levers: [rotate({ rotationShare: 0.01875, backboneShare: 1 })] }));
    expect(flowsOf(answer)).toEqual([["1001", "1003", 1.5, 1.5]]);
    expect(answer.cost[1]?.recurrentWan).toBeCloseTo(1.5, 9);
  });
});

describe("even exchanges, by hand", () => {
  /* Alike in every indicator, so that no move is useful: 40, 40 and 25 teachers of whom 20 have a degree and none is backbone… */
  const alike = (code: string, fullTime: number) => withTeachers(code, { fullTime, aboveRequiredEducation: 20, backbone: 2 });
  const dataset = county([alike("1001", 40), alike("1002", 40), alike("1003", 25)]);

  it("take the sections that have most teachers for each who has gone already", () => {
    // Four persons. Others than backbone: 38, 38, 23 → 1001 and 1002; then 19, 19, 23 → 1003 and 1001.
    const answer = run(dataset, scenario({ levers: [rotate({ eligibleShare: 1, rotationShare: 4 / 105, backboneShare: 0 })] }));
    expect(flowsOf(answer)).toEqual([
      ["1001", "1002", 1, 0],
      ["1002", "1001", 1, 0],
      ["1003", "1001", 1, 0],
      ["1001", "1003", 1, 0],
    ]);
    for (const code of ["1001", "1002", "1003"]) {
      expect(sectionOf(answer.trial, 2027, `${code}:primary`).values).toEqual(sectionOf(answer.baseline, 2027, `${code}:primary`).values);
    }
    expect(noticesOf(answer)).toContainEqual(["rotationExchanged", { stage: "primary", teachers: 4, backbone: 0 }]);
  });

  it("find no partner where there is one school only, and say how many are wanting", () => {
    const answer = run(county([alike("1001", 40)]), scenario({ levers: [rotate({ rotationShare: 0.1, backboneShare: 0.5 })] }));
    expect(answer.flows).toEqual([]);
    expect(noticesOf(answer)).toEqual([
      ["rotationBackboneUnfilled", { stage: "primary", quota: 1, unfilled: 1 }],
      ["rotationOthersUnfilled", { stage: "primary", quota: 1, unfilled: 1 }],
      ["rotationRatios", { eligible: 20, rotated: 0, backbone: 0, rotatedShare: 0, backboneShare: 0 }],
    ]);
  });
});

describe("who takes part in a quota", () => {
  const alike = (code: string, ownerCode = 7) => withTeachers(code, { fullTime: 40, aboveRequiredEducation: 20, backbone: 4 }, ownerCode);
  const policy = rotate({ rotationShare: 0.1, backboneShare: 0 });

  it("are teachers of public schools only, in the eligible as in the flows", () => {
    const answer = run(county([alike("1001"), alike("1002"), alike("1003", 10)]), scenario({ levers: [policy] }));
    expect(flowsOf(answer)).toEqual([
      ["1001", "1002", 2, 0],
      ["1002", "1001", 2, 0],
    ]);
    expect(noticesOf(answer)).toContainEqual([
      "rotationRatios",
      { eligible: 40, rotated: 4, backbone: 0, rotatedShare: 0.1, backboneShare: 0 },
    ]);
  });

  it("are not those of a school that does not report its teachers, which is said", () => {
    const unknown = { ...teachers({ fullTime: 40, aboveRequiredEducation: 20, backbone: 4, music: 4 }), art: null };
    const gap = { ...alike("1003"), teachers: { primary: unknown, junior: null } };
    const answer = run(county([alike("1001"), alike("1002"), gap]), scenario({ levers: [policy] }));
    expect(noticesOf(answer)).toContainEqual(["sectionsLeftOut", { stage: "primary", sections: 1 }]);
    expect(flowsOf(answer).flat()).not.toContain("1003");
    const whole = run(county([alike("1001"), alike("1002")]), scenario({ levers: [policy] }));
    expect(noticesOf(whole).map(([key]) => key)).toEqual(["rotationExchanged", "rotationRatios"]);
  });
});

describe("guests who go home while half of every staff leaves each year, by hand", () => {
  /*
   * Nobody is replaced. 2027: 40 teachers become 20 at 1001, ten of them with each attribute; then the guests go to 1002.
   * 2028: both halve again, and the guests go home in the amounts in which they came, as far as 1002 has them.
   */
  const figures = (host: Partial<TeacherGroup>, guests: { teachers: number; aboveRequiredEducation?: number; backbone?: number }) => {
    const dataset = county([
      withTeachers("1001", { fullTime: 40, aboveRequiredEducation: 20, backbone: 20, music: 0 }),
      withTeachers("1002", { music: 0, ...host }),
    ]);
    const none = { aboveRequiredEducation: 0, backbone: 0, physicalEducation: 0, music: 0, art: 0, integratedArts: 0 };
    const loan = lever("rotate_teachers", { fromCode: "1001", toCode: "1002", stage: "primary", termYears: 1, ...none, ...guests });
    const document = scenario({ horizonYears: 2, assumptions: { teacherAttrition: 0.5, teacherReplacement: 0 }, levers: [loan] });
    const { cell } = columnsByYear(dataset, document);
    return (field: keyof TeacherGroup) => ["1001", "1002"].map((code) => cell(2028, code, ({ teachers: { primary } }) => primary[field]));
  };

  it("are as many as came", () => {
    // 20 − 2 = 18, 9, 11. 10 + 2 = 12, 6, 4.
    expect(figures({ fullTime: 20 }, { teachers: 2 })("fullTime")).toEqual([11, 4]);
  });

  it("are no more than the host has left", () => {
    // 20 − 4 = 16, 8. 1 + 4 = 5, 2.5: all of them go.
    expect(figures({ fullTime: 2 }, { teachers: 4 })("fullTime")).toEqual([10.5, 0]);
  });

  it("have no more backbone teachers among them than the host has left", () => {
    // 10 − 2 = 8, 4. Both guests are backbone teachers, the host has none: 2, 1, which goes home.
    const hosted = figures({ fullTime: 20 }, { teachers: 2, backbone: 2 });
    expect([hosted("fullTime"), hosted("backbone")]).toEqual([
      [11, 4],
      [5, 0],
    ]);
  });

  it("leave the host no more with a higher degree than it has teachers", () => {
    // The host's ten have degrees, the guests none: 10 of 12, 5 of 6. Four teachers stay: with at most four degrees, so one goes home.
    const hosted = figures({ fullTime: 20, aboveRequiredEducation: 20 }, { teachers: 2 });
    expect([hosted("fullTime"), hosted("aboveRequiredEducation")]).toEqual([
      [11, 4],
      [6, 4],
    ]);
  });
});

describe("at which school rotated teachers count", () => {
  /*
   * 120 pupils each: 1.2 backbone teachers are asked for. 1001 has 4 and lends 2 for two years from 2027; 1002 has none.
   * Counted where they work, 1002 has 2 (met) and 1001 keeps 2; counted where they belong, 1002 has none.
   */
  const dataset = county([
    withTeachers("1001", { fullTime: 40, aboveRequiredEducation: 40, backbone: 4 }),
    withTeachers("1002", { fullTime: 20, aboveRequiredEducation: 20, backbone: 0 }),
  ]);
  const loan = lever("rotate_teachers", {
    fromCode: "1001",
    toCode: "1002",
    stage: "primary",
    teachers: 2,
    aboveRequiredEducation: 2,
    backbone: 2,
    physicalEducation: 0,
    music: 0,
    art: 0,
    integratedArts: 0,
    termYears: 2,
  });
  const document = scenario({ horizonYears: 3, levers: [loan] });
  const atHome = withValues(quality2017, { "teachers.rotated": "where_they_belong" });
  if (!atHome.ok) throw new Error("the reading is not known");
  const backboneOf = (answer: ReturnType<typeof run>, year: number) =>
    ["1001", "1002"].map((code) => {
      const { values, states } = sectionOf(answer.trial, year, `${code}:primary`);
      return [Number(((values.R2 ?? 0) * 1.2).toFixed(9)), states.R2];
    });

  it("is the one where they work, unless the rules say otherwise", () => {
    const answer = run(dataset, document);
    expect(backboneOf(answer, 2027)).toEqual([
      [2, "met"],
      [2, "met"],
    ]);
    expect(backboneOf(answer, 2029)).toEqual([
      [4, "met"],
      [0, "below"],
    ]);
  });

  it("is the one where they belong by the other reading, which fails the host that lives on them", () => {
    const answer = run(dataset, document, atHome.value);
    for (const year of [2027, 2028, 2029]) {
      expect(backboneOf(answer, year)).toEqual([
        [4, "met"],
        [0, "below"],
      ]);
    }
    expect(answer.flows).toEqual(run(dataset, document).flows);
  });

  it("leaves the staff of the county what it is", () => {
    const totals = [quality2017, atHome.value].map((rules) => {
      const { at } = columnsByYear(dataset, document, rules);
      return [...at(2028).teachers.primary.fullTime].reduce((sum, teachers) => sum + teachers, 0);
    });
    expect(totals).toEqual([60, 60]);
  });
});
