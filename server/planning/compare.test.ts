import { smallCounty } from "@db/seeds/small-county";
import { wholeOfYear } from "@server/compliance/whole-contract";
import { build, hire, run, scenario } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { compareProjections } from "./compare";

const dataset = smallCounty();
const firstPrimary = dataset.schools.find((school) => school.type === "primary")?.code ?? "";
const plain = run(dataset, scenario({ horizonYears: 4 }));
const [big, small] = [
  build({ schoolCode: firstPrimary, rooms: 60, leadYears: 1 }),
  build({ schoolCode: firstPrimary, rooms: 6, leadYears: 1 }),
];
const built = run(dataset, scenario({ horizonYears: 3, levers: [big, hire({ count: 10 })] }));
const less = run(dataset, scenario({ horizonYears: 3, levers: [small, hire({ count: 10 })] }));

describe("scenarios side by side", () => {
  const comparison = compareProjections([plain, built, less]);

  it("show no difference of a scenario with itself", () => {
    const same = compareProjections([built, built, built, built]);
    expect(same.flips).toEqual([]);
    expect(new Set(same.totalCost).size).toBe(1);
    expect(same.levers.map((lever) => lever.same)).toEqual([true, true]);
    expect(same.indicators.every((row) => !row.conclusionDiffers && row.largestDifference === 0)).toBe(true);
  });

  it("cover the years that all have, and the money of all years", () => {
    expect(comparison.years).toEqual([2026, 2027, 2028, 2029]);
    expect(comparison.cost.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030]);
    for (const [index, projection] of [plain, built, less].entries()) {
      const paid = comparison.cost.reduce((sum, { capital, recurrent }) => sum + (capital[index] ?? 0) + (recurrent[index] ?? 0), 0);
      expect(paid).toBeCloseTo(
        projection.cost.reduce((sum, { totalWan }) => sum + totalWan, 0),
        9,
      );
      expect(comparison.totalCost[index]).toBeCloseTo(paid, 9);
    }
  });

  it("tell when each passes, as a whole and in its resource part alone", () => {
    expect(comparison.verdicts.map(({ of }) => of[0])).toEqual(plain.trial.slice(0, comparison.years.length).map(wholeOfYear));
    expect(comparison.passing.map(({ resource }) => resource)).toEqual([plain, built, less].map(({ compliance }) => compliance.trial));
    for (const [index, { whole }] of comparison.passing.entries())
      expect(whole.firstYear).toBe([plain, built, less][index]?.trial.find((year) => wholeOfYear(year).verdict === "met")?.year ?? null);
  });

  it("put rows whose conclusions differ first", () => {
    const order = comparison.indicators.map((row) => row.conclusionDiffers);
    expect(order).toEqual([...order].sort((left, right) => Number(right) - Number(left)));
    expect(comparison.indicators).toHaveLength(14);
    const area = comparison.indicators.find((row) => row.stage === "primary" && row.indicator === "R4");
    const [nothing, most, some] = area?.years[1]?.mean ?? [];
    expect([Number(most) > Number(some), Number(some) > Number(nothing)]).toEqual([true, true]);
    expect(new Set(area?.years[0]?.mean).size).toBe(1);
  });

  it("name the sections that flip, with the years, whatever the order", () => {
    for (const { sectionId, years } of comparison.flips) {
      for (const { year, of } of years) {
        for (const [index, projection] of [plain, built, less].entries()) {
          const outcome = projection.trial.find((one) => one.year === year);
          expect(outcome?.sections.find(({ id }) => id === sectionId)?.verdict ?? null).toBe(of[index]);
        }
        expect(new Set(of).size).toBeGreaterThan(1);
      }
    }
    const turned = compareProjections([less, plain, built]).flips;
    expect(turned.map(({ sectionId }) => sectionId)).toEqual(comparison.flips.map(({ sectionId }) => sectionId));
  });

  it("put a lever beside the same lever of another amount, and fold what is the same", () => {
    const [first, ...others] = comparison.levers;
    expect(first?.of.map((one) => one?.outline.summary.params["rooms"] ?? null)).toEqual([null, 60, 6]);
    expect(first?.same).toBe(false);
    expect(others).toHaveLength(1);
    expect(compareProjections([built, less]).levers.map(({ same }) => same)).toEqual([false, true]);
  });
});
