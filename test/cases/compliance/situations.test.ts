import type { SectionAssessment, StageAssessment } from "@server/compliance/contract";
import { countyAssessmentSchema, resourceIndicators } from "@server/compliance/contract";
import { applyLayers, columnsOfDataset, judgeCounty, type RuleSet, withValues } from "@server/compliance/engine/index";
import { regulationCases } from "@server/compliance/regulation-cases-contract";
import { ruleSetById } from "@server/compliance/rulesets/registry";
import { type CountyDataset, stages } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { county } from "./build";
import { resourceCases, resourceSituations } from "./regulation-cases";
import type { ExpectedSection, ExpectedStage, Situation } from "./situation";
import { refusals } from "./situations-layers";

const baseOf = (id = "quality-2017"): RuleSet => {
  const base = ruleSetById(id);
  if (base === undefined) throw new Error(`no rule set ${id}`);
  return base;
};

const ruleSetFor = ({ ruleSet, readings = {}, layers = [] }: Situation): RuleSet => {
  const tried = withValues(baseOf(ruleSet), readings);
  const layered = tried.ok ? applyLayers(tried.value, layers) : tried;
  if (!layered.ok) throw new Error(JSON.stringify(layered.error));
  return layered.value;
};

const datasetOf = ({ schools, year }: Situation): CountyDataset => {
  const dataset = county(schools);
  return year === undefined ? dataset : { ...dataset, county: { ...dataset.county, statisticsYear: year } };
};

const close = (actual: number | null | undefined, expected: number | null): void => {
  if (expected === null || actual === null || actual === undefined) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(Math.abs(expected) * 1e-12);
};

const checkSection = (actual: SectionAssessment, expected: ExpectedSection): void => {
  const { states, values, numerators, needed, missing, splitShare, reliefs, ...plain } = expected;
  expect(actual).toMatchObject(plain);
  if (splitShare !== undefined) close(actual.splitShare, splitShare);
  for (const id of resourceIndicators) {
    const indicator = actual.indicators[id];
    if (states?.[id] !== undefined) expect(`${id} ${indicator.state}`).toBe(`${id} ${states[id]}`);
    if (values?.[id] !== undefined) close(indicator.value, values[id]);
    if (numerators?.[id] !== undefined) close(indicator.numerator, numerators[id]);
    if (needed?.[id] !== undefined) expect([id, indicator.needed]).toEqual([id, needed[id]]);
    if (reliefs?.[id] !== undefined) expect([id, indicator.relief]).toEqual([id, reliefs[id]]);
    if (missing?.[id] !== undefined) expect([id, indicator.missing]).toEqual([id, missing[id]]);
  }
};

const checkStage = (actual: StageAssessment, expected: ExpectedStage): void => {
  const { cv, cvVerdict, cvBorderline, cvRelief, ...plain } = expected;
  expect(actual).toMatchObject(plain);
  for (const id of resourceIndicators) {
    const balance = actual.balance[id];
    if (cv?.[id] !== undefined) close(balance.cv, cv[id]);
    if (cvVerdict?.[id] !== undefined) expect([id, balance.verdict]).toEqual([id, cvVerdict[id]]);
    if (cvRelief?.[id] !== undefined) expect([id, balance.relief]).toEqual([id, cvRelief[id]]);
    if (cvBorderline?.[id] !== undefined) expect([id, balance.borderline]).toEqual([id, cvBorderline[id]]);
  }
};

const check = (situation: Situation): void => {
  const assessment = countyAssessmentSchema.parse(
    judgeCounty(columnsOfDataset(datasetOf(situation)), ruleSetFor(situation), { date: situation.date }),
  );
  const { distance, ...totals } = situation.county ?? {};
  expect(assessment).toMatchObject(totals);
  if (distance !== undefined) expect(assessment.distance).toBeCloseTo(distance, 12);
  const rows = stages.flatMap((stage) => assessment.stages[stage].sections);
  for (const [id, expected] of Object.entries(situation.sections ?? {})) {
    const row = rows.find((section) => section.id === id);
    if (expected === null) expect(row).toBeUndefined();
    else if (row === undefined) expect.fail(`there is no section ${id}`);
    else checkSection(row, expected);
  }
  for (const stage of stages) if (situation.stages?.[stage]) checkStage(assessment.stages[stage], situation.stages[stage]);
  for (const [code, [decision, reason, into]] of Object.entries(situation.inclusion ?? {})) {
    const found = assessment.inclusion.find((entry) => entry.schoolCode === code);
    expect(found).toMatchObject({ decision, reason, ...(into === undefined ? {} : { into }) });
  }
  for (const [code, notes] of Object.entries(situation.notes ?? {}))
    expect(assessment.inclusion.find((entry) => entry.schoolCode === code)?.notes).toEqual(notes);
};

describe.each(Object.entries(resourceSituations))("%s", (_, situations) => {
  it.each(situations)("$name", check);
});

describe("layers that may not be put on the rules", () => {
  it.each(refusals)("$name", ({ ruleSet, layers, because }) => {
    const applied = applyLayers(baseOf(ruleSet), layers);
    expect(applied.ok ? null : applied.error[0]).toMatchObject(because);
  });
});

describe("the number of regulation cases that the product states", () => {
  it("is the number of those that are run here, each sentence once", () => {
    const names = [...Object.values(resourceSituations).flat(), ...refusals].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(regulationCases.resource).toBe(resourceCases);
    expect(resourceCases).toBeGreaterThanOrEqual(200);
  });
});
