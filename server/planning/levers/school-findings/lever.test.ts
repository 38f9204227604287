import { figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** 1001 finds itself excellent (0) from 2027 on, and has a charter (1); nothing was reported before. */
const own = schema.parse(
  lever("school_findings", { schoolCode: "1001", informatised: "keep", moralEducation: "excellent", annualCostWan: 2 }),
);

describe("学校自评", () => {
  it("is found from its first year on, and nothing else of the school", () => {
    expect(figures(own, ({ further }, row) => further["quality.charter"][row("1001")])).toEqual([Number.NaN, 1, 1, 1, 1]);
    expect(figures(own, ({ further }, row) => further["quality.moralEducation"][row("1001")])).toEqual([Number.NaN, 0, 0, 0, 0]);
    expect(figures(own, ({ further }, row) => further["quality.informatised"][row("1001")])).toEqual(Array(5).fill(Number.NaN));
    expect(figures(own, ({ further }, row) => further["quality.charter"][row("1002")])).toEqual(Array(5).fill(Number.NaN));
  });

  it("of the whole county lifts those that find less of themselves, and leaves the better ones", () => {
    // 1001 is excellent (0) from 2027 on; in 2028 every school becomes at least good (1).
    const every = schema.parse(lever("school_findings", { id: "every", schoolCode: "", startYear: 2027 }));
    const grades = (code: string) => figures(own, ({ further }, row) => further["quality.moralEducation"][row(code)], every);
    expect(grades("1001")).toEqual([Number.NaN, 0, 0, 0, 0]);
    expect(grades("1002")).toEqual([Number.NaN, Number.NaN, 1, 1, 1]);
  });

  it("pays its cost from its first year on", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals({ ...own, schoolCode: "7777" })).toEqual(["schoolCode unknownSchool"]);
    expect(refusals({ ...own, charter: "keep", moralEducation: "keep" })).toEqual(["charter findingsEmpty"]);
    expect(refusals(own, { ...own, id: "again" })).toEqual(["schoolCode findingsTwice"]);
    expect(refusals(own, { ...own, id: "later", startYear: 2027 })).toEqual([]);
    expect(schema.safeParse({ ...own, annualCostWan: -1 }).success).toBe(false);
  });

  it("says what it is in words", () => {
    expect(summaryOf(own)).toEqual({
      key: "school_findings.school",
      params: { schoolCode: "1001", charter: "yes", informatised: "keep", moralEducation: "excellent", effectYear: 2027 },
    });
  });
});
