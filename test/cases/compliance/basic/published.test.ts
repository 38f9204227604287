import type { BasicAssessment, GrowthItem, StandardsPack } from "@server/compliance/basic-contract";
import { basicIndicators, packOf } from "@server/compliance/basic-contract";
import { explainBasic } from "@server/compliance/engine/basic/index";
import { columnsOfDataset } from "@server/compliance/engine/index";
import { stages } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { jilinCounties } from "../published/basic-balance-jilin";
import { gansuCounty, guangxiCounty, guizhouDistrict } from "../published/basic-balance-reports";
import { type BasicSketch, basicCounty, growthYears, judged, pairWith, rulesWith } from "./build";

describe("the published table of Jilin", () => {
  const cases = jilinCounties.flatMap((row) => stages.map((stage) => ({ county: row.county, stage, published: row[stage] })));

  it.each(cases)("has for $county, $stage, the published composite and passes", ({ stage, published }) => {
    const { balance, composite } = judged({ schools: pairWith(stage, published.cvs, published.means) }).stages[stage];
    basicIndicators.forEach((id, at) => {
      expect(balance[id].mean).toBeCloseTo(published.means[at] ?? Number.NaN, 9);
      expect(balance[id].cv).toBeCloseTo(published.cvs[at] ?? Number.NaN, 9);
    });
    expect(Math.abs((composite.cv ?? 9) - published.composite)).toBeLessThanOrEqual(0.001);
    expect(composite.verdict).toBe("met");
  });

  it("passes a county although one of its coefficients is above the limit of the composite", () => {
    const row = jilinCounties.find(({ county }) => county === "长春市绿园区");
    expect(Math.max(...(row?.primary.cvs ?? []))).toBeGreaterThan(0.65);
    expect(judged({ schools: pairWith("primary", row?.primary.cvs ?? []) }).stages.primary.composite.verdict).toBe("met");
  });
});

const itemOf = (assessment: BasicAssessment, series: GrowthItem["series"], year: number): GrowthItem => {
  const item = assessment.growth.items.find((entry) => entry.series === series && entry.fiscalYear === year);
  if (item === undefined) throw new Error(`no ${series} in ${year}`);
  return item;
};
const percent = (value: number | null): number => Math.round((value ?? Number.NaN) * 10_000) / 100;

/** Growth years of a report: teacher pay only where it is given. */
const yearsOf = (report: typeof guizhouDistrict | typeof gansuCounty) =>
  growthYears().map((year, at) => ({
    ...year,
    appropriationWan: report.appropriationWan[at] ?? null,
    recurrentRevenueWan: report.recurrentRevenueWan[at] ?? null,
    expenditurePrimaryYuan: report.expenditurePrimaryYuan[at] ?? null,
    expenditureJuniorYuan: report.expenditureJuniorYuan[at] ?? null,
    publicFundsPrimaryYuan: report.publicFundsPrimaryYuan[at] ?? null,
    publicFundsJuniorYuan: report.publicFundsJuniorYuan[at] ?? null,
    teacherPayPrimaryWan: "teacherPayWan" in report ? (report.teacherPayWan[at] ?? null) : null,
    teacherPayJuniorWan: "teacherPayWan" in report ? (report.teacherPayWan[at] ?? null) : null,
  }));

describe("the report of a Guizhou district", () => {
  const assessment = judged({ growth: yearsOf(guizhouDistrict) });

  it.each(stages)("has the published composite in %s within what printed decimals allow, and passes", (stage) => {
    const { composite } = judged({ schools: pairWith(stage, guizhouDistrict.cvs[stage]) }).stages[stage];
    expect(Math.abs((composite.cv ?? 9) - guizhouDistrict.composite[stage])).toBeLessThanOrEqual(guizhouDistrict.tolerance);
    expect(composite.verdict).toBe("met");
  });

  it("passes with a falling appropriation, since revenue falls faster: −8.32 % is more than −10.01 %", () => {
    const fallen = itemOf(assessment, "appropriation", 2023);
    expect([percent(fallen.growth), percent(fallen.against)]).toEqual([-8.32, -10.01]);
    expect(fallen).toMatchObject({ verdict: "met", borderline: false });
    const risen = itemOf(assessment, "appropriation", 2024);
    expect([percent(risen.growth), percent(risen.against)]).toEqual([11.28, 8.71]);
    expect(risen.verdict).toBe("met");
  });

  it.each(["expenditurePrimary", "expenditureJunior", "publicFundsPrimary", "publicFundsJunior"] as const)(
    "has the published growth of %s, and passes",
    (series) => {
      const items = [2023, 2024].map((year) => itemOf(assessment, series, year));
      expect(items.map(({ growth }) => percent(growth))).toEqual(guizhouDistrict.growthPercent[series]);
      expect(items.map(({ verdict }) => verdict)).toEqual(["met", "met"]);
    },
  );

  it("cannot be judged as a whole, since the report does not give the pay of teachers", () => {
    expect(itemOf(assessment, "teacherPayPrimary", 2024)).toMatchObject({
      verdict: "not_evaluable",
      missing: ["growth.2023.teacherPayPrimaryWan", "growth.2024.teacherPayPrimaryWan"],
    });
    expect(assessment.growth.verdict).toBe("not_evaluable");
    expect(assessment.verdict).toBe("incomplete");
  });

  it("has the published shares of schools reaching the provincial indicators, boarding ones of boarding schools only", () => {
    const example = packOf("example-seven-of-nine");
    if (example === null) throw new Error("the example is there");
    // Dormitory area is no figure of the returns: the number of music rooms, asked of boarding schools, stands in for it.
    const pack: StandardsPack = {
      ...example,
      indicators: example.indicators.map((indicator) =>
        indicator.id === "BOOKS"
          ? {
              ...indicator,
              terms: [{ figure: "facilities.musicRooms", sign: 1 }],
              per: "school",
              limit: { primary: 1, junior: 1 },
              schools: "boarding",
            }
          : indicator,
      ),
    };
    const { schools, reached, reachedPercent } = guizhouDistrict;
    const sketches = stages.flatMap((stage) =>
      Array.from({ length: schools[stage] }, (_, at): BasicSketch => {
        const pupils = 500;
        const area = at < reached.area[stage] ? 6 : 1;
        const sports = at < reached.sports[stage] ? 9 : 1;
        return {
          code: `${stage === "primary" ? "P" : "J"}${100 + at}`,
          type: stage,
          [stage]: pupils,
          eight: [pupils * area, pupils * sports, pupils * 3000, pupils * 0.2, pupils * 30, 50, 45, 30],
          boarding: at < reached.dormitory[stage],
          more: (school) => ({
            ...school,
            classSizes: { primary: [0, 0, 0, 0, 12, 0, 0, 0, 0, 0], junior: [0, 0, 0, 0, 10, 0, 0, 0, 0, 0], unsplit: null },
          }),
        };
      }),
    );
    const assessed = judged({ schools: sketches }, { "basic.standards.pack": pack, "basic.standards.use": "judged" });
    for (const stage of stages) {
      const { items, met, verdict } = assessed.stages[stage].standards;
      const found = (id: string) => items.find((item) => item.id === id);
      expect(found("AREA")).toMatchObject({ met: reached.area[stage], asked: schools[stage] });
      expect(found("SPORTS")).toMatchObject({ met: reached.sports[stage], asked: schools[stage] });
      expect(found("BOOKS")).toMatchObject({ met: 4, asked: 4 });
      expect(Math.abs((100 * reached.area[stage]) / schools[stage] - reachedPercent.area[stage])).toBeLessThan(0.05);
      expect(Math.abs((100 * reached.sports[stage]) / schools[stage] - reachedPercent.sports[stage])).toBeLessThan(0.05);
      expect([met, verdict]).toEqual([schools[stage], "met"]);
    }
  });
});

describe("the report of a Gansu county", () => {
  const assessment = judged({ growth: yearsOf(gansuCounty) });

  it("passes by 0.04 and 0.02 percentage points", () => {
    const items = [2023, 2024].map((year) => itemOf(assessment, "appropriation", year));
    expect(items.map(({ against }) => percent(against))).toEqual(gansuCounty.revenueGrowthPercent);
    expect(items.map(({ margin }) => percent(margin))).toEqual(gansuCounty.marginPoints);
    expect(items.map(({ verdict, borderline }) => [verdict, borderline])).toEqual([
      ["met", false],
      ["met", false],
    ]);
  });

  it.each(["expenditurePrimary", "expenditureJunior", "publicFundsPrimary", "publicFundsJunior"] as const)(
    "has the published growth of %s",
    (series) => {
      expect([2023, 2024].map((year) => percent(itemOf(assessment, series, year).growth))).toEqual(gansuCounty.growthPercent[series]);
    },
  );

  it("shows all three growths", () => {
    expect(assessment.growth.verdict).toBe("met");
  });
});

describe("the report of a Guangxi county", () => {
  it("fails by its vetoes although both composites pass easily", () => {
    const schools = stages.flatMap((stage) => pairWith(stage, Array(8).fill(guangxiCounty.composite[stage])));
    const assessment = judged({ schools, vetoes: guangxiCounty.vetoes });
    for (const stage of stages) {
      expect(assessment.stages[stage].composite.cv).toBeCloseTo(guangxiCounty.composite[stage], 12);
      expect(assessment.stages[stage].composite.verdict).toBe("met");
    }
    expect(assessment.vetoes.items.filter(({ state }) => state === "occurred").map(({ id }) => id)).toEqual(["BV1", "BV3"]);
    expect(assessment.verdict).toBe("not_met");
  });
});

describe("why a composite is what it is", () => {
  const columns = columnsOfDataset(basicCounty({ schools: pairWith("primary", guizhouDistrict.cvs.primary) }));

  it("names the coefficients that drive it, largest share first", () => {
    const explanation = explainBasic(columns, rulesWith(), { stage: "primary", indicator: "composite" });
    expect(explanation?.drivers.map(({ indicator }) => indicator).slice(0, 3)).toEqual(["B2", "B8", "B1"]);
    expect(explanation?.drivers[0]?.share).toBeCloseTo(0.93 / 4.98, 12);
    expect(explanation?.limit).toBe(0.65);
  });

  it("names the schools that cause a coefficient, each on its side of the mean", () => {
    const explanation = explainBasic(columns, rulesWith(), { stage: "primary", indicator: "B2" });
    expect(explanation?.contributors.map(({ sectionId }) => sectionId)).toEqual(["P001:primary", "P002:primary"]);
    const shares = explanation?.contributors.map(({ share }) => share) ?? [];
    expect(shares[0]).toBeCloseTo(0.5, 9);
    expect(shares[1]).toBeCloseTo(-0.5, 9);
  });
});
