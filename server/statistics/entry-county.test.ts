import { smallCounty } from "@db/seeds/small-county";
import { describe, expect, test } from "vitest";
import { countyLines, countyPlace, countyRows, countyValueAt, movedSource, namedPath, withCountyValues } from "./entry-county";
import { countyViews, entryPath, lineRows } from "./entry-grid";
import { entryColumns } from "./entry-layout";

const { county } = smallCounty();
const year = (fiscalYear: number, appropriationWan: number) => ({
  ...county.growth[0],
  fiscalYear,
  appropriationWan,
  recurrentRevenueWan: null,
  expenditurePrimaryYuan: null,
  expenditureJuniorYuan: null,
  publicFundsPrimaryYuan: null,
  publicFundsJuniorYuan: null,
  teacherPayPrimaryWan: null,
  teacherPayJuniorWan: null,
});
const grown = { ...county, fiscalYear: 2025, growth: [year(2022, 100), year(2024, 120)] };
const changed = (values: Parameters<typeof withCountyValues>[1]) => {
  const after = withCountyValues(grown, values);
  if (after.county === null) throw new Error(after.at);
  return after.county;
};

describe("the county's own return in the grid", () => {
  test("has a cell for every figure, each with its place, and each read where the county holds it", () => {
    for (const view of countyViews) {
      const lines = countyLines(view, grown);
      expect(countyRows(view, grown)).toHaveLength(lines.length);
      for (const row of lineRows(lines)) {
        for (const column of entryColumns(view)) {
          const path = entryPath(column, row) ?? "";
          expect(countyPlace(path)).toMatchObject({ view, column: { key: (row.line?.column ?? column).key } });
        }
      }
    }
    expect(countyValueAt(grown, "facts.rotationEligible")).toBe(grown.facts.rotationEligible);
    expect(countyValueAt(grown, "growth.2024.appropriationWan")).toBe(120);
  });

  test("offers the years that are filled in and those that may be", () => {
    expect(countyLines("growth", grown).map(({ label }) => label)).toEqual(["2022", "2023", "2024", "2025"]);
  });

  test("holds no cell for a year's own number, a stranger's group or a statement", () => {
    expect(["growth.2024.fiscalYear", "survey.teachers.sent", "vetoes.V1", "facts", "births.12.births"].map(countyPlace)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  test("a figure of a year that was not there brings the year, and the last one taken away takes it along", () => {
    const more = changed([{ path: "growth.2023.appropriationWan", value: 110 }]);
    expect(countyValueAt(more, "growth.2023.appropriationWan")).toBe(110);
    const less = changed([{ path: "growth.2022.appropriationWan", value: null }]);
    expect(less.growth.map(({ fiscalYear }) => fiscalYear)).toEqual([2024]);
    expect(countyValueAt(changed([{ path: "monitoring.science.level", value: 2 }]), "monitoring.science.level")).toBe(2);
    expect(countyValueAt(changed([{ path: "births.2030.births", value: 900 }]), "births.2030.births")).toBe(900);
  });

  test("says which path the county cannot hold", () => {
    expect(withCountyValues(grown, [{ path: "basicScore.government", value: 101 }])).toMatchObject({
      county: null,
      at: "basicScore.government",
    });
  });

  test("names entries of lists by their year, which checks name by their place", () => {
    expect(namedPath(grown, "growth.1.appropriationWan")).toBe("growth.2024.appropriationWan");
    expect(namedPath(grown, "county.facts.rotated")).toBe("facts.rotated");
  });

  test("keeps the cells that figures came from at their year when another year comes between", () => {
    const source = { county: 3, "growth.0": 3, "growth.1": 4, "=growth.1.appropriationWan": "表!B7", "facts.rotated": 10 };
    const after = changed([{ path: "growth.2023.appropriationWan", value: 110 }]);
    const sorted = { ...after, growth: after.growth.toSorted((a, b) => a.fiscalYear - b.fiscalYear) };
    expect(movedSource(source, grown, sorted, ["growth.2023.appropriationWan", "facts.rotated"], "手工填报!第2版")).toEqual({
      county: 3,
      "facts.rotated": 10,
      "growth.0": 3,
      "growth.2": 4,
      "=growth.2.appropriationWan": "表!B7",
      "=growth.1.appropriationWan": "手工填报!第2版",
      "=facts.rotated": "手工填报!第2版",
    });
  });
});
