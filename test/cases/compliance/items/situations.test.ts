import { includeReturns } from "@server/compliance/engine/inclusion";
import { explainItem } from "@server/compliance/engine/items/explain-item";
import { type ItemResult, itemResultSchema } from "@server/compliance/items-contract";
import { regulationCases } from "@server/compliance/regulation-cases-contract";
import { itemClauses } from "@server/compliance/rulesets/clauses-items";
import { describe, expect, it } from "vitest";
import { itemCounty, judge, ruleSetOf, withValues } from "./build";
import type { ItemSituation } from "./situation";
import { classSizeSituations } from "./situations-class-size";
import { countySituations } from "./situations-county";
import { countyQualitySituations } from "./situations-county-quality";
import { furtherSituations } from "./situations-further";
import { roomReliefSituations } from "./situations-room-reliefs";
import { roomSituations } from "./situations-rooms";
import { rotationSituations } from "./situations-rotation";
import { schoolSizeSituations } from "./situations-school-size";
import { schoolSituations } from "./situations-schools";
import { schoolQualitySituations } from "./situations-schools-quality";
import { zoningSituations } from "./situations-zoning";

const schoolIds = (schools: ItemResult["failing"]): readonly string[] =>
  schools.map(({ schoolCode, stage }) => (stage === null ? schoolCode : `${schoolCode}:${stage}`));
const paths = (inputs: ItemResult["missing"]): readonly string[] =>
  inputs.map(({ schoolCode, path }) => (schoolCode === null ? path : `${schoolCode}:${path}`));

const checkFigures = (actual: ItemResult["figures"], expected: ItemSituation["expect"]["figures"] = {}): void => {
  for (const [name, figure] of Object.entries(expected)) {
    const found = actual[name];
    if (figure === null || found === null || found === undefined) expect([name, found]).toEqual([name, figure]);
    else expect(Math.abs(found - figure), `${name} is ${found}, not ${figure}`).toBeLessThanOrEqual(Math.abs(figure) * 1e-12);
  }
};

const check = ({
  item,
  schools = [{ code: "A001" }],
  county,
  rules = 2017,
  values = {},
  ends = {},
  expect: wanted,
}: ItemSituation): void => {
  const judged = judge(itemCounty(schools, county), withValues(ruleSetOf[rules], values, ends));
  const result = itemResultSchema.parse(judged.items[item]);
  expect(result.verdict).toBe(wanted.verdict);
  if (wanted.borderline !== undefined) expect(result.borderline).toBe(wanted.borderline);
  checkFigures(result.figures, wanted.figures);
  if (wanted.limits !== undefined) expect(result.limits).toMatchObject(wanted.limits);
  if (wanted.failing !== undefined) expect(schoolIds(result.failing)).toEqual(wanted.failing);
  if (wanted.open !== undefined) expect(schoolIds(result.open)).toEqual(wanted.open);
  if (wanted.missing !== undefined) expect(paths(result.missing)).toEqual(wanted.missing);
  if (wanted.contradictory !== undefined) expect(paths(result.contradictory)).toEqual(wanted.contradictory);
  if (wanted.reliefs !== undefined)
    expect(Object.fromEntries(result.reliefs.map((relief) => [relief.id, relief.schools]))).toEqual(wanted.reliefs);
  if (wanted.endsIn !== undefined) expect(result.reliefs.map(({ endsIn }) => endsIn)).toEqual([wanted.endsIn]);
  const { columns } = judged;
  const explained = explainItem(columns, includeReturns(columns, judged.rules), judged.rules, item, itemClauses[item]);
  expect(explained.result).toEqual(result);
  if (wanted.change !== undefined) expect(explained.change?.values ?? null).toEqual(wanted.change);
};

describe("music and art rooms", () => {
  it.each(roomSituations)("$name", check);
});
describe("reliefs for music and art rooms", () => {
  it.each(roomReliefSituations)("$name", check);
});
describe("school size", () => {
  it.each(schoolSizeSituations)("$name", check);
});
describe("class size", () => {
  it.each(classSizeSituations)("$name", check);
});
describe("government assurance asked of every ordinary return", () => {
  it.each(schoolSituations)("$name", check);
});
describe("enrolment by zone", () => {
  it.each(zoningSituations)("$name", check);
});
describe("quality asked of every ordinary return", () => {
  it.each(schoolQualitySituations)("$name", check);
});
describe("government assurance asked of the county", () => {
  it.each(countySituations)("$name", check);
});
describe("whom the rotated teachers are a share of", () => {
  it.each(rotationSituations)("$name", check);
});
describe("quality and recognition asked of the county", () => {
  it.each(countyQualitySituations)("$name", check);
});
describe("where reliefs meet, figures contradict each other and schools are put in order", () => {
  it.each(furtherSituations)("$name", check);
});

it("counts its situations where the product says how many it is checked against", () => {
  const lists = [
    roomSituations,
    roomReliefSituations,
    schoolSizeSituations,
    classSizeSituations,
    schoolSituations,
    zoningSituations,
    schoolQualitySituations,
    countySituations,
    rotationSituations,
    countyQualitySituations,
    furtherSituations,
  ];
  expect(regulationCases.items).toBe(lists.flat().length);
});
