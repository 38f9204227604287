import { smallCounty } from "@db/seeds/small-county";
import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { describe, expect, it } from "vitest";
import { heatCells } from "./heat-cells";

const county = smallCounty();
const cellsOf = (dataset: typeof county) => heatCells(judgeCounty(columnsOfDataset(dataset), quality2017));

describe("the cells of the heat map", () => {
  it("count every section of the stage once in each indicator", () => {
    const { stages } = judgeCounty(columnsOfDataset(county), quality2017);
    for (const { stage, sections } of cellsOf(county)) {
      expect(Object.values(sections).reduce((sum, count) => sum + count, 0)).toBe(stages[stage].sectionsTotal);
    }
  });

  it("have no excess where the coefficient is within its limit, and the relative excess where it is not", () => {
    const [first, ...others] = county.schools;
    if (first === undefined) throw new Error("an empty county");
    const rich = { ...first, facilities: { ...first.facilities, equipmentValueWan: (first.facilities.equipmentValueWan ?? 0) * 40 } };
    const cell = (dataset: typeof county) => cellsOf(dataset).find(({ stage, indicator }) => stage === "primary" && indicator === "R6");
    expect(cell(county)).toMatchObject({ cvVerdict: "met", cvExcess: 0 });
    const unbalanced = cell({ ...county, schools: [rich, ...others] });
    expect(unbalanced?.cvVerdict).toBe("not_met");
    expect(unbalanced?.cvExcess).toBeCloseTo((unbalanced?.cv ?? 0) / 0.5 - 1, 12);
  });

  it("know no excess where an input is missing", () => {
    const [first, ...others] = county.schools;
    if (first === undefined) throw new Error("an empty county");
    const blank = { ...first, facilities: { ...first.facilities, equipmentValueWan: null } };
    const cell = cellsOf({ ...county, schools: [blank, ...others] }).find(
      ({ stage, indicator }) => stage === "primary" && indicator === "R6",
    );
    expect(cell).toMatchObject({ cv: null, cvVerdict: "not_evaluable", cvExcess: null });
    expect(cell?.sections.not_evaluable).toBe(1);
  });
});
