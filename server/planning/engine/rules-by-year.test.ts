import { defaultDate, rulesInForce } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { withValues } from "@test/cases/compliance/items/build";
import { describe, expect, it } from "vitest";
import { rulesByYear } from "./rules-by-year";

describe("the rules of a year", () => {
  // Until 2027 small schools in rural areas may go by the relief; after it they may not.
  const ending = withValues(quality2017, { "relief.R3.on": { before: true, until: "2027-12-31", after: false } });

  it("say what the rule set says of its day", () => {
    const rulesOf = rulesByYear(ending);
    for (const year of [2026, 2029, 2025, 2027, 2028]) {
      const { date: _, ...own } = rulesOf(year);
      const { date: __, ...asked } = rulesInForce(ending, defaultDate(year));
      expect(own).toEqual(asked);
    }
  });

  it("are those of another year as long as nothing ends between the two", () => {
    const rulesOf = rulesByYear(ending);
    expect(rulesOf(2027)).toBe(rulesOf(2025));
    expect(rulesOf(2028)).not.toBe(rulesOf(2025));
    expect(rulesOf(2030)).toBe(rulesOf(2028));
    expect([rulesOf(2025).values["relief.R3.on"], rulesOf(2030).values["relief.R3.on"]]).toEqual([true, false]);
  });
});
