import type { BasicAssessment, BasicSection } from "@server/compliance/basic-contract";
import { regulationCases } from "@server/compliance/regulation-cases-contract";
import { stages } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { judged } from "./build";
import type { BasicSituation } from "./situation";
import { basicBalanceSituations } from "./situations-balance";
import { basicCountySituations } from "./situations-county";
import { basicScopeSituations } from "./situations-scope";
import { basicStandardsSituations } from "./situations-standards";

const close = (actual: number | null, expected: number | null): void => {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
};

const sectionOf = (assessment: BasicAssessment, id: string): BasicSection => {
  const found = stages.flatMap((stage) => assessment.stages[stage].sections).find((section) => section.id === id);
  if (found === undefined) throw new Error(`there is no section ${id}`);
  return found;
};

const checkStages = (assessment: BasicAssessment, { composite, cv }: BasicSituation): void => {
  for (const stage of stages) {
    const expected = composite?.[stage];
    if (expected === undefined) continue;
    const { cv: mean, ...plain } = expected;
    expect(assessment.stages[stage].composite).toMatchObject(plain);
    if (mean !== undefined) expect(assessment.stages[stage].composite.cv).toBe(mean);
  }
  if (cv !== undefined) close(assessment.stages[cv[0]].balance[cv[1]].cv, cv[2]);
};

const checkSections = (assessment: BasicAssessment, { values, missing, sections, inclusion, notes }: BasicSituation): void => {
  for (const [id, [indicator, value]] of Object.entries(values ?? {})) close(sectionOf(assessment, id).indicators[indicator].value, value);
  for (const [id, [indicator, paths]] of Object.entries(missing ?? {}))
    expect(sectionOf(assessment, id).indicators[indicator]).toMatchObject({ value: null, missing: paths });
  for (const [id, [verdict, met, missed, open]] of Object.entries(sections ?? {}))
    expect(sectionOf(assessment, id).standards).toMatchObject({ verdict, met, missed, missing: open });
  for (const [code, [decision, reason]] of Object.entries(inclusion ?? {}))
    expect(assessment.inclusion.find(({ schoolCode }) => schoolCode === code)).toMatchObject({ decision, reason });
  for (const [code, left] of Object.entries(notes ?? {}))
    expect(assessment.inclusion.find(({ schoolCode }) => schoolCode === code)?.notes).toEqual(left);
};

const check = (situation: BasicSituation): void => {
  const assessment = judged(situation.county, situation.readings);
  checkStages(assessment, situation);
  checkSections(assessment, situation);
  for (const [series, fiscalYear, verdict, borderline] of situation.growth ?? []) {
    const item = assessment.growth.items.find((entry) => entry.series === series && entry.fiscalYear === fiscalYear);
    expect(item).toMatchObject({ verdict, ...(borderline === undefined ? {} : { borderline }) });
  }
  const { verdict, growthVerdict, vetoes, score, satisfaction, standards } = situation;
  if (verdict !== undefined) expect(assessment.verdict).toBe(verdict);
  if (growthVerdict !== undefined) expect(assessment.growth.verdict).toBe(growthVerdict);
  if (vetoes !== undefined) expect(assessment.vetoes.verdict).toBe(vetoes);
  if (score !== undefined) expect(assessment.score.verdict).toBe(score);
  if (satisfaction !== undefined) expect(assessment.satisfaction.verdict).toBe(satisfaction);
  if (standards !== undefined) expect(assessment.standards.verdict).toBe(standards);
};

describe("basic balance between schools", () => {
  it.each(basicBalanceSituations)("$name", check);
});

describe("who and what takes part in basic balance", () => {
  it.each(basicScopeSituations)("$name", check);
});

describe("the county's part of basic balance", () => {
  it.each(basicCountySituations)("$name", check);
});

describe("the school standards of a province", () => {
  it.each(basicStandardsSituations)("$name", check);
});

it("counts its situations where the product says how many it is checked against", () => {
  expect(regulationCases.basic).toBe(
    [basicBalanceSituations, basicScopeSituations, basicCountySituations, basicStandardsSituations].flat().length,
  );
});
