import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** Five posts of music teachers with a higher degree and a certificate; four are filled, at 11 万元 a year. */
const own = schema.parse(
  lever("hire_teachers", { target: { mode: "school", schoolCode: "1001", stage: "primary" }, count: 5, subject: "music" }),
);

describe("招聘教师", () => {
  it("adds those who really come, with what they bring; by deficit, as many to the schools of the stage together", () => {
    expect(figures(own, (state, row) => state.teachers.primary.fullTime[row("1001")])).toEqual([10, 14, 14, 14, 14]);
    expect(figures(own, (state, row) => state.teachers.primary.music[row("1001")])).toEqual([1, 5, 5, 5, 5]);
    expect(figures(own, (state, row) => state.teachers.primary.aboveRequiredEducation[row("1001")])).toEqual([5, 9, 9, 9, 9]);
    expect(figures(own, (state, row) => state.further["staff.certified"][row("1001")])).toEqual([8, 12, 12, 12, 12]);
    expect(
      figures(lever("hire_teachers", { target: { mode: "largest_deficit", stage: "primary" }, count: 5 }), ({ teachers }) =>
        teachers.primary.fullTime.reduce((sum, persons) => sum + (Number.isNaN(persons) ? 0 : persons), 0),
      ),
    ).toEqual([30, 34, 34, 34, 34]);
  });

  it("pays the filled posts in every year from then on", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 44],
      [0, 44],
      [0, 44],
      [0, 44],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["target.schoolCode schoolClosed"]);
    expect(refusals(lever("hire_teachers", { target: { mode: "school", schoolCode: "1001", stage: "junior" } }))).toEqual([
      "target.stage stageNotTaught",
    ]);
    expect(schema.safeParse({ ...own, count: 0 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "hire_teachers.toSchool",
      params: { schoolCode: "1001", stage: "primary", subject: "music", count: 5, hired: 4, effectYear: 2027, annualCostWan: 44 },
    });
  });
});
