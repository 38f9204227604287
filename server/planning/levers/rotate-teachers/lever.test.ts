import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** Two teachers, one of them backbone, none of music, from 1001 to 1002 for 2027 and 2028, at 0.72 万元 each. */
const own = schema.parse(
  lever("rotate_teachers", { fromCode: "1001", toCode: "1002", stage: "primary", teachers: 2, backbone: 1, music: 0, termYears: 2 }),
);

describe("定向交流轮岗", () => {
  it("counts them where they work, and brings them back after the term", () => {
    expect(figures(own, (state, row) => state.teachers.primary.fullTime[row("1001")])).toEqual([10, 8, 8, 10, 10]);
    expect(figures(own, (state, row) => state.teachers.primary.fullTime[row("1002")])).toEqual([10, 12, 12, 10, 10]);
    expect(figures(own, (state, row) => state.teachers.primary.backbone[row("1001")])).toEqual([2, 1, 1, 2, 2]);
    expect(figures(own, (state, row) => state.teachers.primary.aboveRequiredEducation[row("1001")])).toEqual([5, 4, 4, 5, 5]);
    expect(figures(own, (state, row) => state.teachers.primary.music[row("1002")])).toEqual([1, 1, 1, 1, 1]);
    expect(figures(own, ({ rotation }) => rotation.rotated)).toEqual([0, 2, 0, 0, 0]);
  });

  it("pays the subsidy for both years", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 1.44],
      [0, 1.44],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["fromCode schoolClosed"]);
    expect(refusals({ ...own, teachers: 11 })).toEqual(["teachers moreThanExists"]);
    expect(refusals({ ...own, backbone: 3 })).toEqual(["backbone moreThanTeachers"]);
    expect(refusals({ ...own, toCode: "1001" })).toEqual(["toCode sameSchool"]);
    expect(schema.safeParse({ ...own, teachers: -1 }).success).toBe(false);
  });

  it("is refused where those who go, or those who stay, would have more of something than teachers", () => {
    // Of ten teachers at 1001 five have higher degrees, two are backbone, one has music: nine have not.
    expect(refusals({ ...own, teachers: 6, aboveRequiredEducation: 0 })).toEqual(["aboveRequiredEducation fewerThanMustGo"]);
    expect(refusals({ ...own, teachers: 6, aboveRequiredEducation: 1 })).toEqual([]);
    expect(refusals({ ...own, teachers: 1, physicalEducation: 1, music: 1 })).toEqual(["physicalEducation subjectsBeyondTeachers"]);
    expect(refusals({ ...own, teachers: 9, backbone: null })).toEqual([]);
    expect(refusals({ ...own, teachers: 10, backbone: null })).toEqual(["music fewerThanMustGo"]);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "rotate_teachers.plain",
      params: { fromCode: "1001", toCode: "1002", stage: "primary", teachers: 2, effectYear: 2027, termYears: 2 },
    });
  });
});
