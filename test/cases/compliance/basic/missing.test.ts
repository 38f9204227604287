import { stages } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { growthYears, judged } from "./build";

describe("what basic balance says is missing", () => {
  it("is, of a growth, the figures of its own two years that are not reported, and no others", () => {
    const { items, verdict } = judged({
      growth: growthYears({ 2023: { teacherPayPrimaryWan: null }, 2024: { recurrentRevenueWan: null } }),
    }).growth;
    const missing = Object.fromEntries(
      items.filter((item) => item.missing.length > 0).map((item) => [`${item.series} ${item.fiscalYear}`, item.missing]),
    );
    expect(verdict).toBe("not_evaluable");
    const paths = Object.values(missing).flat();
    expect([...new Set(paths)].sort()).toEqual(["growth.2023.teacherPayPrimaryWan", "growth.2024.recurrentRevenueWan"]);
    for (const item of items) expect([item.series, item.verdict === "not_evaluable"]).toEqual([item.series, item.missing.length > 0]);
  });

  it("is the pupils of the other stage only where something is shared with it", () => {
    const school = { code: "N001", type: "nine_year", primary: 600, junior: null } as const;
    const [section] = judged({ schools: [school] }).stages.primary.sections;
    expect(section?.indicators.B5).toMatchObject({ value: null, missing: ["pupils.juniorByGrade"] });
    expect(section?.indicators.B6.missing).toEqual([]);
    expect(section?.indicators.B6.value).not.toBeNull();
  });

  it("is nothing where everything is reported", () => {
    const assessment = judged({});
    for (const stage of stages)
      for (const { indicators } of assessment.stages[stage].sections)
        expect(Object.values(indicators).flatMap(({ missing }) => missing)).toEqual([]);
    expect(assessment.growth.items.flatMap(({ missing }) => missing)).toEqual([]);
  });
});
