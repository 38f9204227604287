import { county, run, scenario, school, yearOf } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { complianceSpan } from "./outcome";

const span = (...verdicts: readonly ("met" | "not_met" | "not_evaluable")[]) =>
  complianceSpan(verdicts.map((verdict, index) => ({ year: 2026 + index, verdict })));

describe("the years in which a county passes", () => {
  it("begin with the first, and last where none after it is lost", () => {
    expect(span("not_met", "met", "met")).toEqual({ firstYear: 2027, lasts: true, lostYears: [] });
    expect(span("met")).toEqual({ firstYear: 2026, lasts: true, lostYears: [] });
  });

  it("are lost when it fails again or cannot be judged", () => {
    expect(span("not_met", "met", "not_met", "met", "not_evaluable")).toEqual({ firstYear: 2027, lasts: false, lostYears: [2028, 2030] });
  });

  it("are none where it never passes", () => {
    expect(span("not_met", "not_evaluable")).toEqual({ firstYear: null, lasts: false, lostYears: [] });
  });
});

describe("what a projection keeps of a year, by hand", () => {
  /*
   * 1001 has 228 pupils and 20 teachers, its campus 57 and 4. 1002 has 114 pupils and does not report its equipment. 2001
   * has 27 junior pupils.
   */
  const campus = school({ code: "1009", primary: [10, 10, 10, 10, 10, 7], primaryTeachers: { fullTime: 4 } });
  const dataset = county([
    school({ code: "1001", primary: [38, 38, 38, 38, 38, 38], primaryTeachers: { fullTime: 20, aboveRequiredEducation: 20, backbone: 5 } }),
    { ...campus, countsAsSchool: false, parentCode: "1001" },
    school({ code: "1002", primary: [19, 19, 19, 19, 19, 19], primaryTeachers: { fullTime: 6 }, facilities: { equipmentValueWan: null } }),
    school({ code: "2001", junior: [9, 9, 9], juniorClasses: [1, 1, 2], juniorTeachers: { fullTime: 8 } }),
  ]);
  const { baseline } = run(dataset, scenario({}));
  const { stages, sections } = yearOf(baseline, 2026);

  it("is pupils, classes and teachers of what is judged, campuses with their school", () => {
    expect(stages.primary).toMatchObject({ pupils: 399, classes: 18, teachers: 30, sectionsTotal: 2 });
    expect(stages.junior).toMatchObject({ pupils: 27, classes: 4, teachers: 8, sectionsTotal: 1 });
  });

  it("is the staff that the pupils ask for: one for 19 in primary, one for 13.5 in junior schools", () => {
    expect(stages.primary.staffNeeded).toBeCloseTo(21, 9);
    expect(stages.junior.staffNeeded).toBeCloseTo(2, 9);
    expect(stages.primary.teachersNeeded).toBeCloseTo(21 * 0.91, 9);
    expect(stages.junior.teachersNeeded).toBeCloseTo(2 * 0.85, 9);
  });

  it("is the teachers of each section, campuses included, and those whom its pupils ask for at the least", () => {
    expect(sections.map(({ id, teachers, teachersNeeded }) => [id, teachers, teachersNeeded])).toEqual([
      ["1001:primary", 24, expect.closeTo(15 * 0.91, 9)],
      ["1002:primary", 6, expect.closeTo(6 * 0.91, 9)],
      ["2001:junior", 8, expect.closeTo(2 * 0.85, 9)],
    ]);
  });

  it("is how many sections meet what, and how many cannot be judged", () => {
    const states = sections
      .filter(({ stage }) => stage === "primary")
      .map(({ schoolCode, values, states: own }) => [schoolCode, values.R5, own]);
    expect(states).toMatchObject([
      ["1001", expect.closeTo(4000 / 285, 9), { R1: "met", R5: "met" }],
      ["1002", expect.closeTo(2000 / 114, 9), { R1: "below", R5: "met", R6: "not_evaluable" }],
    ]);
    const met = (id: "R1" | "R4" | "R5" | "R6" | "R7") =>
      sections.filter(({ stage, states: own }) => stage === "primary" && own[id] === "met").length;
    for (const id of ["R1", "R4", "R5", "R6", "R7"] as const) expect([id, stages.primary.indicatorMet[id]]).toEqual([id, met(id)]);
    expect([stages.primary.indicatorMet.R1, stages.primary.indicatorMet.R5]).toEqual([1, 2]);
    for (const { states: own, metCount } of sections) expect(metCount).toBe(Object.values(own).filter((state) => state === "met").length);
    const verdicts = sections.filter(({ stage }) => stage === "primary").map(({ verdict }) => verdict);
    expect(stages.primary.sectionsMet).toBe(verdicts.filter((verdict) => verdict === "met").length);
    expect(stages.primary.sectionsNotEvaluable).toBe(verdicts.filter((verdict) => verdict === "not_evaluable").length);
  });

  it("is mean and CV of each indicator with its verdict, null where they are not known", () => {
    expect(stages.primary.mean.R6).toBeNull();
    expect(stages.primary.cv.R6).toBeNull();
    expect(stages.primary.cvVerdict.R6).toBe("not_evaluable");
    const mean = 6000 / 399;
    expect(stages.primary.mean.R5).toBeCloseTo(mean, 9);
    const square = (285 * (4000 / 285 - mean) ** 2 + 114 * (2000 / 114 - mean) ** 2) / 399;
    expect(stages.primary.cv.R5).toBeCloseTo(Math.sqrt(square) / mean, 9);
    expect([stages.primary.cvVerdict.R5, stages.primary.verdict]).toEqual(["met", "not_met"]);
  });

  it("is unknown staff where pupils are not reported", () => {
    const gap = county([school({ code: "1001", primary: [38, null, 38, 38, 38, 38] })]);
    expect(yearOf(run(gap, scenario({})).baseline, 2026).stages.primary).toMatchObject({
      pupils: null,
      staffNeeded: null,
      teachersNeeded: null,
      classes: 6,
    });
  });
});
