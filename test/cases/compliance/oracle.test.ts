import { resourceIndicators } from "@server/compliance/contract";
import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { type CountyDataset, stages } from "@server/statistics/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importedCounty, projectedCounty } from "./counties";
import { oracle } from "./oracle";
import { countiesPerProperty } from "./runs";

const agrees = (dataset: CountyDataset, relieved: boolean): void => {
  const judged = judgeCounty(columnsOfDataset(dataset), relieved ? quality2019 : quality2017, { items: false });
  const expected = oracle(dataset, relieved);
  expect({ verdict: judged.verdict, failing: judged.failing, notEvaluable: judged.notEvaluable }).toEqual({
    verdict: expected.verdict,
    failing: expected.failing,
    notEvaluable: expected.notEvaluable,
  });
  for (const stage of stages) {
    const ours = judged.stages[stage];
    const theirs = expected.stages[stage];
    expect(
      ours.sections.map((section) => ({
        id: section.id,
        verdict: section.verdict,
        met: section.metCount,
        open: section.missingCount,
        cells: resourceIndicators.map((id) => [section.indicators[id].state, section.indicators[id].borderline]),
      })),
    ).toEqual(
      theirs.rows.map(({ id, verdict, met, open, cells }) => ({
        id,
        verdict,
        met,
        open,
        cells: cells.map(({ state, borderline }) => [state, borderline]),
      })),
    );
    ours.sections.forEach((section, row) => {
      resourceIndicators.forEach((id, position) => {
        const value = section.indicators[id].value;
        const exact = theirs.rows[row]?.cells[position]?.value ?? null;
        if (value === null || exact === null) expect(value).toBe(exact);
        else expect(Math.abs(value - exact)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(exact)));
      });
    });
    resourceIndicators.forEach((id, position) => {
      const { cv, verdict } = ours.balance[id];
      const square = theirs.balance[position]?.square ?? null;
      expect([id, verdict]).toEqual([id, theirs.balance[position]?.verdict]);
      if (cv === null || square === null) expect(cv).toBe(square);
      else expect(Math.abs(cv * cv - square)).toBeLessThanOrEqual(1e-11 * Math.max(1, square));
    });
    expect(ours.verdict).toBe(theirs.verdict);
  }
};

describe("the engine and the exact second reading of the regulation", () => {
  const seed = 20_170_419;

  it("agree on every verdict, state and value of imported counties, with and without reliefs", () => {
    const both = (dataset: CountyDataset, relieved: boolean) => agrees(dataset, relieved);
    fc.assert(fc.property(importedCounty, fc.boolean(), both), { numRuns: countiesPerProperty(400), seed });
  });

  it("agree on projected counties with fractional pupils, with and without reliefs", () => {
    const both = (dataset: CountyDataset, relieved: boolean) => agrees(dataset, relieved);
    fc.assert(fc.property(projectedCounty, fc.boolean(), both), { numRuns: countiesPerProperty(150), seed });
  });

  it("meet counties in which a relief decides", () => {
    const decided = fc.sample(importedCounty, { numRuns: 300, seed }).filter((dataset) => {
      const { primary, junior } = judgeCounty(columnsOfDataset(dataset), quality2019, { items: false }).stages;
      return [...primary.sections, ...junior.sections].some(({ indicators }) =>
        resourceIndicators.some((id) => (indicators[id].relief?.stateWithout ?? indicators[id].state) !== indicators[id].state),
      );
    });
    expect(decided.length).toBeGreaterThan(10);
  });
});
