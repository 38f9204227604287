import { explainBasic } from "@server/compliance/engine/basic/index";
import { columnsOfDataset, explain, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import type { Stage } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { basicCounty, pairWith, rulesWith } from "./basic/build";
import { county, type SchoolSketch } from "./build";

const balance = (schools: readonly SchoolSketch[], stage: Stage = "primary") =>
  explain(columnsOfDataset(county(schools)), quality2017, { kind: "balance", stage, indicator: "R7", sectionId: null });
const rooms = (code: string, multimediaRooms: number): SchoolSketch => ({ code, primary: 500, facilities: { multimediaRooms } });

describe("schools that weigh the same", () => {
  it("stand by their codes below a coefficient of variation, whatever the order of the returns", () => {
    // Two a room above the mean of 20, two a room below it: four equal amounts.
    for (const codes of [
      ["A001", "B001", "C001", "D001"],
      ["D001", "C001", "B001", "A001"],
    ]) {
      const schools = codes.map((code) => rooms(code, code < "C" ? 21 : 19));
      const found = balance(schools)?.contributors ?? [];
      expect(found.map(({ sectionId }) => sectionId)).toEqual(["A001:primary", "B001:primary", "C001:primary", "D001:primary"]);
      for (const { sectionId, share } of found) expect(share).toBeCloseTo(sectionId < "C" ? 0.25 : -0.25, 12);
    }
  });

  it("stand by their codes in basic balance too, and equal coefficients by their indicators", () => {
    const columns = columnsOfDataset(
      basicCounty({ schools: [...pairWith("primary", [0.1, 0.3, 0.3]), ...pairWith("junior", [])].reverse() }),
    );
    const found = explainBasic(columns, rulesWith(), { stage: "primary", indicator: "B1" });
    expect(found?.contributors.map(({ sectionId }) => sectionId)).toEqual(["P001:primary", "P002:primary"]);
    const drivers = explainBasic(columns, rulesWith(), { stage: "primary", indicator: "composite" })?.drivers ?? [];
    expect(drivers.map(({ indicator }) => indicator)).toEqual(["B2", "B3", "B1", "B4", "B5", "B6", "B7", "B8"]);
  });

  it("leave coefficients that cannot be worked out behind those that are zero", () => {
    const dataset = basicCounty({ schools: [...pairWith("primary", [0.1]), ...pairWith("junior", [])] });
    const unreported = {
      ...dataset,
      schools: dataset.schools.map((school) => ({ ...school, basic: { ...school.basic, books: null } })),
    };
    const drivers = explainBasic(columnsOfDataset(unreported), rulesWith(), { stage: "primary", indicator: "composite" })?.drivers ?? [];
    expect(drivers.at(-1)).toMatchObject({ indicator: "B5", cv: null });
    expect(drivers[0]).toMatchObject({ indicator: "B1" });
  });
});

describe("a section or a stage that is not there", () => {
  it("has no explanation", () => {
    const columns = columnsOfDataset(county([rooms("A001", 20)]));
    const asked = (sectionId: string) => explain(columns, quality2017, { kind: "section", stage: "primary", indicator: "R7", sectionId });
    expect(asked("A001:primary")).not.toBeNull();
    expect(asked("Z999:primary")).toBeNull();
    expect(asked("A001:junior")).toBeNull();
  });

  it("has no coefficient, no mean and no schools behind it", () => {
    const found = balance([rooms("A001", 20)], "junior");
    expect(found).toMatchObject({ result: { value: null, verdict: "not_evaluable" }, contributors: [], flip: null });
    expect(found?.formula.values).toMatchObject({ value: null, sections: 0, resource: null, mean: null, deviation: null });
    expect(judgeCounty(columnsOfDataset(county([rooms("A001", 20)])), quality2017).stages.junior.verdict).toBe("not_evaluable");
  });
});

describe("the formula of a school of two stages", () => {
  const school: SchoolSketch = { code: "A001", type: "nine_year", primary: 44, junior: 40, locality: "rural", staff: { visitingMusic: 2 } };
  const formula = (ruleSet: typeof quality2017, indicator: "R1" | "R3" | "R5") =>
    explain(columnsOfDataset(county([school])), ruleSet, { kind: "section", stage: "primary", indicator, sectionId: "A001:primary" })
      ?.formula.values;

  it("shows the share of the stage, its weights and pupils, where anything in it is shared", () => {
    const shared = { share: 0.5, primaryWeight: 1, juniorWeight: 1.1, primaryPupils: 44, juniorPupils: 40 };
    expect(formula(quality2019, "R5")).toMatchObject(shared);
    // Own teachers belong to the stage; those who visit are shared.
    expect(formula(quality2019, "R3")).toMatchObject({ ...shared, relieved: 2 });
  });

  it("shows none where nothing is shared", () => {
    expect(formula(quality2019, "R1")).not.toHaveProperty("share");
    expect(formula(quality2017, "R3")).not.toHaveProperty("share");
    expect(formula(quality2017, "R3")).not.toHaveProperty("relieved");
  });
});
