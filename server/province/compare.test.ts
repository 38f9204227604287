import { describe, expect, it } from "vitest";
import { byDistanceToPass } from "./compare";
import type { CountyComparisonRow } from "./contract";

type Published = NonNullable<CountyComparisonRow["publication"]>;

const row = (countyCode: string, published: Pick<Published, "verdict" | "failing" | "distance"> | null): CountyComparisonRow => ({
  countyId: countyCode,
  countyCode,
  countyName: countyCode,
  cityName: null,
  trend: [],
  publication:
    published === null
      ? null
      : {
          id: countyCode,
          version: 1,
          statisticsYear: 2026,
          publishedAt: "2026-11-01T00:00:00.000Z",
          ruleSetId: "quality-2017",
          notEvaluable: 0,
          sectionsTotal: 10,
          sectionsMet: 5,
          pupils: 1000,
          cells: [],
          digest: null,
          ...published,
        },
});
const sorted = (rows: readonly CountyComparisonRow[]): readonly string[] =>
  [...rows].sort(byDistanceToPass).map(({ countyCode }) => countyCode);

describe("the order of counties", () => {
  it("puts met first, then fewer failing items, then the smaller distance, then the code", () => {
    const rows = [
      row("5", { verdict: "not_met", failing: 2, distance: 0.1 }),
      row("4", { verdict: "not_met", failing: 1, distance: 0.9 }),
      row("3", { verdict: "not_met", failing: 1, distance: 0.2 }),
      row("2", { verdict: "not_met", failing: 1, distance: 0.2 }),
      row("9", { verdict: "met", failing: 0, distance: 0 }),
    ];
    expect(sorted(rows)).toEqual(["9", "2", "3", "4", "5"]);
  });

  it("does not take a county that cannot be judged for one near to passing", () => {
    const rows = [
      row("1", null),
      row("2", { verdict: "not_evaluable", failing: 0, distance: 0 }),
      row("3", { verdict: "not_met", failing: 40, distance: 9 }),
    ];
    expect(sorted(rows)).toEqual(["3", "2", "1"]);
  });
});
