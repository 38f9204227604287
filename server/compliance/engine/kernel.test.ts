import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { county, type SchoolSketch } from "@test/cases/compliance/build";
import { describe, expect, it } from "vitest";
import { columnsOfDataset, schoolAt } from "./columns";
import { countSchools } from "./counted";
import { judgeCounty } from "./judge";
import { judgeColumns, pupilsOf } from "./kernel";
import { rulesInForce } from "./rules-in-force";
import { sectionId } from "./section-id";

const schools: readonly SchoolSketch[] = [
  { code: "A001", type: "nine_year", primary: 300, junior: 200 },
  { code: "B001", primary: 200 },
  { code: "B002", primary: 100, countsAsSchool: false, parent: "B001" },
  { code: "C001", type: "teaching_point", primary: 40, parent: "B001" },
  { code: "D001", type: "special", primary: 60 },
  { code: "E001", type: "complete_secondary", junior: 300, senior: 600 },
  { code: "F001", type: "junior", junior: null },
];

describe("the sections of the schools that count", () => {
  it.each([quality2017, quality2019])("are known before anything is judged: those of the judgement ($id)", (ruleSet) => {
    const columns = columnsOfDataset(county(schools));
    const { sections } = countSchools(columns, rulesInForce(ruleSet, "2025-09-01"));
    const judged = judgeCounty(columns, ruleSet, { items: false }).stages;
    for (const stage of ["primary", "junior"] as const) {
      const found = sections[stage].map(({ unit, pupils, mixed }) => [sectionId(schoolAt(columns, unit.head), stage), pupils, mixed]);
      expect(found).toEqual(judged[stage].sections.map(({ id, pupils, mixedStage }) => [id, pupils ?? Number.NaN, mixedStage]));
    }
    expect(sections.primary.map(({ unit }) => unit.members.length)).toEqual([1, 2]);
    expect(sections.junior.map(({ pupils }) => pupils)).toEqual([200, 300, Number.NaN]);
  });

  it("have so many pupils together, and an unknown number where those of one are not reported", () => {
    const { stages } = judgeColumns(columnsOfDataset(county(schools)), rulesInForce(quality2017, "2025-09-01"));
    expect(pupilsOf(stages.primary)).toBe(600);
    expect(pupilsOf(stages.junior)).toBeNaN();
  });
});
