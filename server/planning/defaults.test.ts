import { smallCounty } from "@db/seeds/small-county";
import { county, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { assumedInputs, assumptionsSchema, leverTypes } from "./contract";
import { assumptionSources, defaultAssumptions, leverDefaults, leverSources, planningDefaults } from "./defaults";

describe("default assumptions", () => {
  it("are valid, and each has a source", () => {
    const dataset = smallCounty();
    const assumptions = defaultAssumptions(dataset);
    expect(assumptionsSchema.parse(assumptions)).toEqual(assumptions);
    expect(
      assumptionSources(dataset)
        .map((source) => source.path)
        .sort(),
    ).toEqual(Object.keys(assumptions).sort());
  });

  it("take the county's births when they reach back to the base year's intake", () => {
    expect(defaultAssumptions(smallCounty()).entrants).toEqual({ mode: "births" });
  });

  it("take the county's own intake trend and leakage where births are unknown", () => {
    // 100 → 81 in two years is −10 % a year; 80 of 100 leavers arrived
    const dataset = county([
      school({
        code: "1001",
        primary: [81, 0, 0, 0, 0, 0],
        history: [
          { year: 2024, primaryByGrade: [100, 0, 0, 0, 0, 0], juniorByGrade: null },
          { year: 2025, primaryByGrade: [90, 0, 0, 0, 0, 100], juniorByGrade: null },
        ],
      }),
      school({ code: "2001", junior: [80, 0, 0] }),
    ]);
    expect(defaultAssumptions(dataset)).toMatchObject({ entrants: { mode: "trend", annualChange: -0.1 }, juniorLeakage: 0.2 });
    expect(assumptionSources(dataset).find((source) => source.path === "entrants")?.origin).toBe("observed");
  });

  it("fall back on the national trend without births and history, and say so", () => {
    const dataset = county([school({ code: "1001", primary: [1, 1, 1, 1, 1, 1] })]);
    expect(defaultAssumptions(dataset)).toMatchObject({ entrants: { mode: "trend", annualChange: -0.06 }, juniorLeakage: 0 });
    expect(assumptionSources(dataset).find((source) => source.path === "entrants")?.note).toBe("nationalBirths");
  });
});

describe("default lever figures", () => {
  it("name a source for every figure of money, area, share and time", () => {
    /** Quantities and kinds: what the planner decides, no figure of a source. */
    const chosen = new Set(["rooms", "count", "teachers", "areaM2", "multimediaRooms", "share"]);
    for (const type of leverTypes) {
      const figures = Object.entries(leverDefaults[type]).flatMap(([path, figure]) =>
        typeof figure === "number" && !chosen.has(path) ? [path] : [],
      );
      const sourced = leverSources[type].map((source) => source.path);
      expect(figures.filter((path) => !sourced.includes(path))).toEqual([]);
    }
  });
});

describe("every kind of lever", () => {
  it("says how uncertain it is, and from where", () => {
    for (const type of leverTypes) {
      const { costLow, costHigh, fulfilmentLow, fulfilmentHigh } = leverDefaults[type].uncertainty;
      expect(costLow).toBeLessThanOrEqual(1);
      expect(costHigh).toBeGreaterThanOrEqual(1);
      expect(fulfilmentLow).toBeLessThanOrEqual(fulfilmentHigh);
      expect(leverSources[type].some(({ path }) => path === "uncertainty")).toBe(true);
    }
  });
});

describe("the ranges of what is uncertain", () => {
  it("are likely in the middle and each name where they come from", () => {
    const { uncertainty, uncertaintySources } = planningDefaults(county([school({ code: "1001", primary: [1, 1, 1, 1, 1, 1] })]));
    for (const input of [...assumedInputs, "countyShare"]) expect(uncertaintySources.map(({ path }) => path)).toContain(input);
    for (const input of assumedInputs) expect(uncertainty[input].likely).toBe(input === "priceGrowth" ? 0 : 1);
  });
});
