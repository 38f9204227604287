import { county } from "@test/cases/compliance/build";
import { describe, expect, it } from "vitest";
import { quality2017 } from "../rulesets/quality-2017";
import { quality2019 } from "../rulesets/quality-2019";
import { columnsOfDataset } from "./columns";
import { explain } from "./explain";

const columns = columnsOfDataset(
  county([
    {
      code: "A001",
      type: "nine_year",
      primary: 110,
      junior: 100,
      facilities: { teachingAreaM2: 1150, gymAreaM2: 50, sportsFieldAreaM2: 4350 },
    },
    {
      code: "B001",
      primary: 110,
      countsAsSchool: false,
      parent: "A001",
      facilities: { teachingAreaM2: 100, gymAreaM2: 0, sportsFieldAreaM2: 0 },
    },
    { code: "C001", primary: 400, primaryTeachers: { music: null }, facilities: { sportsFieldAreaM2: 2600, gymAreaM2: 0 } },
    { code: "D001", type: "junior", junior: 300 },
  ]),
);
const ask = (kind: "section" | "balance", stage: "primary" | "junior", indicator: "R3" | "R4" | "R5", sectionId: string | null) =>
  explain(columns, quality2017, { kind, stage, indicator, sectionId });

describe("why a section has its value", () => {
  const answer = ask("section", "junior", "R4", "A001:junior");

  it("names the clause and both limits", () => {
    expect(answer?.clause).toMatchObject({ document: "教督〔2017〕6号", article: "第六条第(四)项" });
    expect(answer?.limits).toEqual({ standard: 5.8, floor: 4.93 });
  });

  it("fills the formula with sums over the school and its campuses, weights and pupils of the split", () => {
    expect(answer?.formula).toEqual({
      key: "R4",
      values: {
        value: 4,
        resource: 400,
        pupils: 100,
        scale: 1,
        teachingAreaM2: 1250,
        gymAreaM2: 50,
        share: 1 / 3,
        primaryWeight: 1,
        primaryPupils: 220,
        juniorWeight: 1.1,
        juniorPupils: 100,
      },
    });
  });

  it("lists every imported figure of the school and of its campus", () => {
    expect(answer?.inputs.map(({ schoolCode, path, value }) => `${schoolCode} ${path} ${value}`)).toEqual([
      "A001 facilities.teachingAreaM2 1150",
      "A001 facilities.gymAreaM2 50",
      "A001 pupils.juniorByGrade 100",
      "A001 pupils.primaryByGrade 110",
      "B001 facilities.teachingAreaM2 100",
      "B001 facilities.gymAreaM2 0",
      "B001 pupils.juniorByGrade 0",
      "B001 pupils.primaryByGrade 110",
    ]);
  });

  it("says what the school still needs for the standard and for 85 %", () => {
    expect(answer?.result).toEqual({ value: 4, verdict: "below", borderline: false });
    expect(answer?.needed).toEqual({ toStandard: 540, toFloor: 279 });
  });

  it("gives teachers no share, and a missing figure no value and no need", () => {
    const missing = ask("section", "primary", "R3", "C001:primary");
    expect(missing?.formula.values).toMatchObject({ value: null, music: null, pupils: 400, scale: 100 });
    expect(missing?.formula.values).not.toHaveProperty("share");
    expect(missing?.result.verdict).toBe("not_evaluable");
    expect(missing?.needed).toEqual({ toStandard: null, toFloor: null });
  });

  it("says what it explains, and adds what a relief lets in", () => {
    expect(answer?.subject).toEqual({ kind: "section", stage: "junior", indicator: "R4", sectionId: "A001:junior" });
    expect(answer?.formula.values).not.toHaveProperty("relieved");
    const visiting = explain(
      columnsOfDataset(
        county([
          {
            code: "A001",
            primary: 60,
            locality: "rural",
            primaryTeachers: { physicalEducation: 1, music: 0, art: 0, integratedArts: 0 },
            staff: { visitingMusic: 2, visitingArt: 1 },
          },
        ]),
      ),
      quality2019,
      { kind: "section", stage: "primary", indicator: "R3", sectionId: "A001:primary" },
    );
    expect(visiting?.formula.values).toMatchObject({ physicalEducation: 1, music: 0, relieved: 3, resource: 4, pupils: 60 });
  });

  it("has no answer for a section that the county does not have", () => {
    expect(ask("section", "primary", "R4", "B001:primary")).toBeNull();
    expect(ask("section", "primary", "R4", null)).toBeNull();
  });
});

describe("why a coefficient of variation is what it is", () => {
  const answer = ask("balance", "primary", "R5", null);

  it("gives mean, deviation and their quotient", () => {
    const { value, mean, deviation, sections, pupils, resource } = answer?.formula.values ?? {};
    expect([answer?.formula.key, sections, pupils]).toEqual(["CV", 2, 620]);
    expect(resource).toBeCloseTo((4400 * 2) / 3 + 2600, 9);
    expect((deviation ?? 0) / (mean ?? 1)).toBeCloseTo(value ?? 0, 12);
  });

  it("ranks the sections by their share of the variance, below the mean as negative, and the amounts sum to 1", () => {
    const shares = answer?.contributors.map(({ share }) => share) ?? [];
    expect(answer?.contributors.map(({ sectionId }) => sectionId)).toEqual(["A001:primary", "C001:primary"]);
    expect(Math.abs(shares[0] ?? 0)).toBeGreaterThan(Math.abs(shares[1] ?? 1));
    expect(shares.map(Math.sign)).toEqual([1, -1]);
    expect(shares.reduce((sum, share) => sum + Math.abs(share), 0)).toBeCloseTo(1, 12);
  });

  it("holds it against its limit, and says by how much each section lies above or below the mean", () => {
    expect(answer?.subject).toEqual({ kind: "balance", stage: "primary", indicator: "R5", sectionId: null });
    expect([answer?.limits, answer?.result.verdict]).toEqual([{ standard: 0.5, floor: null }, "met"]);
    // 13.33 and 6.5 m² a pupil at 220 and 400 pupils: pupils × (value − mean)² is shared 400 : 220.
    expect(answer?.contributors.map(({ share }) => Math.abs(share))).toEqual([
      expect.closeTo(400 / 620, 12),
      expect.closeTo(220 / 620, 12),
    ]);
    expect(ask("balance", "primary", "R3", null)?.formula.values).toMatchObject({ value: null, deviation: null, sections: 2, pupils: 620 });
    expect(ask("balance", "primary", "R5", null)?.needed).toEqual({ toStandard: null, toFloor: null });
  });

  it("has no shares where all sections are equal, and no causes where a section is missing", () => {
    const equal = columnsOfDataset(county([{ code: "A001" }, { code: "B001" }]));
    const query = { kind: "balance", stage: "primary", indicator: "R5", sectionId: null } as const;
    expect(explain(equal, quality2017, query)?.contributors.map(({ share }) => share)).toEqual([0, 0]);
    expect(ask("balance", "primary", "R3", null)).toMatchObject({ contributors: [], result: { value: null, verdict: "not_evaluable" } });
  });
});
