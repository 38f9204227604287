import { columnsOfDataset } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { county, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { baselineModel } from "./baseline";
import { heldBy, staffNeeds } from "./needs";
import { stateOf } from "./state";

const six = [20, 20, 20, 20, 20, 20] as [number, number, number, number, number, number];

describe("the teachers that the standards ask for", () => {
  const dataset = county([
    school({ code: "1003", primary: six, primaryTeachers: { fullTime: 9, backbone: 2, music: 1, art: 1 } }),
    { ...school({ code: "1009", primary: six, primaryTeachers: { backbone: 3 } }), countsAsSchool: false, parentCode: "1003" },
    school({ code: "1001", primary: six, junior: [50, 50, 50] }),
    school({ code: "1002", primary: six, ownerCode: 10 }),
    school({ code: "1004", primary: six, primaryTeachers: { integratedArts: null } }),
    school({ code: "1005", primary: [20, null, 20, 20, 20, 20] }),
    school({ code: "1006", primary: six }),
    { ...school({ code: "1007", primary: six, primaryTeachers: { art: null } }), countsAsSchool: false, parentCode: "1006" },
  ]);
  const base = columnsOfDataset(dataset);
  const state = stateOf(dataset, base, baselineModel(dataset, steady, 1).beginning);
  const needs = staffNeeds(base, quality2017)(state);

  it("are counted for public schools that report pupils and every attribute, campuses with them, by code", () => {
    expect(needs.sections.primary.map(({ code, row, rows, pupils }) => ({ code, row, rows, pupils }))).toEqual([
      { code: "1001", row: 2, rows: [2], pupils: 120 },
      { code: "1003", row: 0, rows: [0, 1], pupils: 240 },
    ]);
    expect(needs.sections.junior.map(({ code, pupils }) => [code, pupils])).toEqual([["1001", 150]]);
    expect(needs.leftOut).toEqual({ primary: 3, junior: 0 });
  });

  it("are 4.2 with higher degrees, 1 backbone and 0.9 special teachers for 100 pupils, 5.3 in junior schools", () => {
    const [first, second] = needs.sections.primary;
    expect(first?.required).toEqual({ R1: expect.closeTo(5.04, 9), R2: expect.closeTo(1.2, 9), R3: expect.closeTo(1.08, 9) });
    expect(second?.required.R1).toBeCloseTo(10.08, 9);
    expect(needs.sections.junior[0]?.required.R1).toBeCloseTo(7.95, 9);
  });

  it("are held by all rows of a section, in all of the attributes behind an indicator", () => {
    expect(needs.fields).toEqual({
      R1: ["aboveRequiredEducation"],
      R2: ["backbone"],
      R3: ["physicalEducation", "music", "art", "integratedArts"],
    });
    expect(heldBy(state, "primary", needs.sections.primary, needs.fields.R2)[1]).toBe(5);
    expect(heldBy(state, "primary", needs.sections.primary, needs.fields.R3)[1]).toBe(2);
  });

  it("are placed at a campus where the school itself does not teach the stage", () => {
    const mixed = county([
      school({ code: "2001", type: "complete_secondary", junior: [20, 20, 20] }),
      { ...school({ code: "2009", primary: six }), countsAsSchool: false, parentCode: "2001" },
    ]);
    const columns = columnsOfDataset(mixed);
    const began = stateOf(mixed, columns, baselineModel(mixed, steady, 1).beginning);
    const { sections } = staffNeeds(columns, quality2017)(began);
    expect(sections.primary.map(({ code, row }) => [code, row])).toEqual([["2009", 1]]);
    expect(sections.junior.map(({ code, row }) => [code, row])).toEqual([["2001", 0]]);
  });
});
