import { smallCounty } from "@db/seeds/small-county";
import { build, hire, run, scenario } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { compareProjections } from "./compare";

const dataset = smallCounty();
const firstPrimary = dataset.schools.find((school) => school.type === "primary")?.code ?? "";
const plain = run(dataset, scenario({ horizonYears: 4 }));
const built = run(
  dataset,
  scenario({ horizonYears: 3, levers: [build({ schoolCode: firstPrimary, rooms: 60, leadYears: 1 }), hire({ count: 10 })] }),
);

describe("two scenarios side by side", () => {
  const comparison = compareProjections(plain, built);

  it("show no difference of a scenario with itself", () => {
    const same = compareProjections(plain, plain);
    expect(same.flips).toEqual([]);
    expect(same.totalCost).toEqual({ left: 0, right: 0, difference: 0 });
    expect(same.indicators.every((row) => !row.conclusionDiffers && row.largestDifference === 0)).toBe(true);
  });

  it("cover the years that both have, and the money of all years", () => {
    expect(comparison.years).toEqual([2026, 2027, 2028, 2029]);
    expect(comparison.cost.map((entry) => entry.year)).toEqual([2026, 2027, 2028, 2029, 2030]);
    expect(comparison.totalCost.difference).toBeCloseTo(
      built.cost.reduce((sum, entry) => sum + entry.totalWan, 0),
      9,
    );
  });

  it("put rows whose conclusions differ first", () => {
    const order = comparison.indicators.map((row) => row.conclusionDiffers);
    expect(order).toEqual([...order].sort((left, right) => Number(right) - Number(left)));
    expect(comparison.indicators).toHaveLength(14);
    const area = comparison.indicators.find((row) => row.stage === "primary" && row.indicator === "R4");
    expect(area?.years[1]?.mean.difference).toBeGreaterThan(0);
    expect(area?.years[0]?.mean.difference).toBe(0);
  });

  it("name the sections that flip, with the years", () => {
    for (const flip of comparison.flips) {
      for (const { year, left, right } of flip.years) {
        expect(plain.trial.find((outcome) => outcome.year === year)?.sections.find(({ id }) => id === flip.sectionId)?.verdict).toBe(left);
        expect(built.trial.find((outcome) => outcome.year === year)?.sections.find(({ id }) => id === flip.sectionId)?.verdict).toBe(right);
        expect(left).not.toBe(right);
      }
    }
    const turned = compareProjections(built, plain).flips;
    expect(turned.map((flip) => flip.sectionId)).toEqual(comparison.flips.map((flip) => flip.sectionId));
  });
});
