import type { PlanWords } from "@server/planning/contract";
import { describe, expect, it } from "vitest";
import { planSentence } from "./plan-words";

describe("what a plan says of itself on a terminal", () => {
  it.each<[PlanWords, string]>([
    [{ key: "moreAnnualBudget", params: { fromWan: 10, toWan: 12.345 } }, "raise the yearly budget from 10.00 to 12.35 万元"],
    [{ key: "moreTotalBudget", params: { fromWan: 0, toWan: 5 } }, "raise the whole budget from 0.00 to 5.00 万元"],
    [{ key: "moreLand", params: { addedM2: 120, schools: 2 } }, "allow 120 m² more at 2 schools"],
    [{ key: "moreHires", params: { from: 3, to: 8 } }, "raise the posts of a year from 3 to 8"],
    [{ key: "moreRotation", params: { from: 0.1, to: 0.155 } }, "raise the share that may rotate in a year from 10.0 % to 15.5 %"],
    [{ key: "laterTarget", params: { targetYear: 2031, years: 2 } }, "take until 2031, 2 years more"],
    [{ key: "otherKinds", params: { kinds: 4 } }, "allow the other 4 kinds of measures"],
    [{ key: "withoutLasting", params: { targetYear: 2029 } }, "ask for 2029 alone, not for the years after it"],
    [{ key: "lowerMilestones", params: { changes: "2028: 80 %" } }, "lower the milestones: 2028: 80 %"],
    [
      { key: "milestoneShort", params: { year: 2028, schools: 12, asked: 10, reached: 8, share: 0.8 } },
      "2028: 8 of 12 schools are reached, 10 are asked for (80.0 %)",
    ],
    [
      { key: "sectionShort", params: { year: 2029, schoolCode: "1001", stage: "primary", indicator: "R4", amount: 45.678, share: 0.05 } },
      "2029: school 1001 (primary) lacks 45.68 m² in R4, 5.0 % of the standard",
    ],
    [
      { key: "balanceOver", params: { year: 2029, stage: "junior", indicator: "R6", cv: 0.5123, cvLimit: 0.45 } },
      "2029: the coefficient of variation of R6 (junior) is 0.512, at most 0.45 is allowed",
    ],
    [
      { key: "figureMissing", params: { schoolCode: "1001", stage: "primary", indicator: "R6" } },
      "school 1001 (primary) does not report what R6 is made of",
    ],
    [{ key: "noSections", params: { year: 2029, stage: "junior" } }, "2029: the county has no junior section to judge"],
  ])("is a sentence with its figures: $key", (words, sentence) => {
    expect(planSentence(words)).toBe(sentence);
  });

  it("says that a figure is not known, where it is not", () => {
    expect(planSentence({ key: "moreHires", params: {} })).toBe("raise the posts of a year from ? to ?");
  });
});
