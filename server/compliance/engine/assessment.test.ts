import { county } from "@test/cases/compliance/build";
import { describe, expect, it } from "vitest";
import { resourceIndicators } from "../contract";
import { quality2017 } from "../rulesets/quality-2017";
import { columnsOfDataset } from "./columns";
import { judgeCounty } from "./judge";

/*
 * A001  nine-year school, 600 + 600 pupils, 18 + 12 classes
 * A002  its campus: 120 primary pupils in grades 1 to 6, 18 classes
 * B001  primary school without multimedia rooms: not met
 * C001  primary school that does not report its music teachers: not evaluable
 * P001  teaching point of 30 pupils: left out
 */
const judged = () =>
  judgeCounty(
    columnsOfDataset(
      county([
        { code: "A001", type: "nine_year" },
        { code: "A002", primary: 120, countsAsSchool: false, parent: "A001" },
        { code: "B001", facilities: { multimediaRooms: 0 } },
        { code: "C001", primaryTeachers: { music: null, physicalEducation: 0 } },
        { code: "P001", type: "teaching_point", primary: 30, parent: "B001" },
      ]),
    ),
    quality2017,
  );

describe("the row of a section", () => {
  const rowOf = (id: string) => {
    const { primary, junior } = judged().stages;
    const row = [...primary.sections, ...junior.sections].find((section) => section.id === id);
    if (row === undefined) throw new Error(`no section ${id}`);
    return row;
  };

  it("adds the classes of a campus to those of its school, and not its grades", () => {
    expect(rowOf("A001:primary")).toMatchObject({ pupils: 720, classes: 36, grades: 6, mergedFrom: ["A002"], mixedStage: true });
    expect(rowOf("A001:junior")).toMatchObject({ pupils: 600, classes: 12, grades: 3, mergedFrom: ["A002"] });
  });

  it("needs nothing where it is met, and misses nothing where it is judged", () => {
    const { indicators, usesRemainder, missingCount } = rowOf("A001:primary");
    for (const id of resourceIndicators) expect([id, indicators[id].needed, indicators[id].missing]).toEqual([id, 0, []]);
    expect([usesRemainder, missingCount]).toEqual([false, 0]);
  });

  it("names what is missing, and has no need where nothing can be said", () => {
    const { indicators, missingCount, verdict } = rowOf("C001:primary");
    expect(indicators.R3).toMatchObject({ value: null, state: "not_evaluable", needed: null, shortfall: null });
    expect(indicators.R3.missing).toEqual(["teachers.primary.music"]);
    expect([missingCount, verdict]).toEqual([1, "not_evaluable"]);
  });
});

describe("a stage in numbers", () => {
  it("counts sections by verdict, and met sections indicator by indicator", () => {
    const { primary, junior } = judged().stages;
    expect(primary).toMatchObject({ sectionsTotal: 3, sectionsMet: 1, sectionsNotMet: 1, sectionsNotEvaluable: 1, pupils: 1920 });
    expect(primary.indicatorMet).toEqual({ R1: 3, R2: 3, R3: 2, R4: 3, R5: 3, R6: 3, R7: 2 });
    expect(junior).toMatchObject({ sectionsTotal: 1, sectionsMet: 1, sectionsNotMet: 0, sectionsNotEvaluable: 0, pupils: 600 });
    expect(junior.indicatorMet).toEqual({ R1: 1, R2: 1, R3: 1, R4: 1, R5: 1, R6: 1, R7: 1 });
  });

  it("shows the mean of its seven coefficients of variation, and none where one is missing", () => {
    expect(judged().stages.primary.compositeCv).toBeNull();
    const { primary } = judgeCounty(
      columnsOfDataset(county([{ code: "A001" }, { code: "B001", primary: 300, facilities: { teachingAreaM2: 9000, gymAreaM2: 0 } }])),
      quality2017,
    ).stages;
    const cvs = resourceIndicators.map((id) => primary.balance[id].cv ?? Number.NaN);
    expect(Math.max(...cvs)).toBeGreaterThan(0.1);
    expect(primary.compositeCv).toBeCloseTo(cvs.reduce((sum, cv) => sum + cv, 0) / 7, 12);
  });
});

describe("what was counted", () => {
  it("names the sections that every return went into", () => {
    expect(judged().inclusion.map(({ schoolCode, decision, into, sections }) => [schoolCode, decision, into, sections])).toEqual([
      ["A001", "split", null, ["A001:primary", "A001:junior"]],
      ["A002", "merged", "A001", ["A001:primary", "A001:junior"]],
      ["B001", "included", null, ["B001:primary"]],
      ["C001", "included", null, ["C001:primary"]],
      ["P001", "excluded", null, []],
    ]);
  });
});
