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

const isNear = (value: number | null, exact: number | null, tolerance: number): boolean =>
  value === null || exact === null ? value === exact : Math.abs(value - exact) <= tolerance * Math.max(1, Math.abs(exact));

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
    const values = ours.sections.flatMap((section, row) =>
      resourceIndicators.map((id, position) => {
        const { value } = section.indicators[id];
        const exact = theirs.rows[row]?.cells[position]?.value ?? null;
        return { at: `${section.id} ${id}`, value, exact, agree: isNear(value, exact, 1e-12) };
      }),
    );
    expect(values.filter(({ agree }) => !agree)).toEqual([]);
    const balances = resourceIndicators.map((id, position) => {
      const { cv, verdict } = ours.balance[id];
      const exact = theirs.balance[position];
      const square = exact?.square ?? null;
      return { id, cv, square, verdict, agree: verdict === exact?.verdict && isNear(cv === null ? null : cv * cv, square, 1e-11) };
    });
    expect(balances.filter(({ agree }) => !agree)).toEqual([]);
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
