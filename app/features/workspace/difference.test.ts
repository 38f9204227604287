import { countyOfSize } from "@db/seeds/small-county";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { projector } from "@server/planning/engine/index";
import { build, scenario } from "@test/cases/planning/county";
import { expect, test } from "vitest";
import { differenceOf, withNews } from "./difference";
import { answerOf, type Cut } from "./simulation-view";

const told = <T>(before: T, next: T): T => withNews(before, structuredClone(differenceOf(before, next)));

test.each([
  [{ a: 1, b: 2 }, { a: 1 }],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [[1, 2], [1]],
  [[1], { 0: 1 }],
  [null, [Number.NaN]],
  [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }, { b: null }] }],
  [0, -0],
] as readonly (readonly [unknown, unknown])[])("from %j and what is new there comes %j", (before, next) => {
  expect(told(before, next)).toStrictEqual(next);
});

test("what says the same is not told, and stays the very same", () => {
  const before = { years: [{ cv: { R1: 0.2 } }, { cv: { R1: Number.NaN } }], note: null };
  expect(differenceOf(before, structuredClone(before))).toBeNull();
  expect(told(before, structuredClone(before))).toBe(before);
  const after = told(before, { ...before, years: [{ cv: { R1: 0.2 } }, { cv: { R1: 0.3 } }] });
  expect(after.years[0]).toBe(before.years[0]);
  expect(after.years[1]).toEqual({ cv: { R1: 0.3 } });
  expect(before.years[1]).toEqual({ cv: { R1: Number.NaN } });
  const shorter = told(after, { ...after, years: after.years.slice(0, 1) });
  expect(shorter).toEqual({ years: [{ cv: { R1: 0.2 } }], note: null });
  expect(shorter.years[0]).toBe(before.years[0]);
});

test("a page that hears only the news has every answer whole, also of another year", () => {
  const county = countyOfSize(12, 3);
  const baseYear = county.county.statisticsYear;
  const [school] = county.schools;
  if (school === undefined) throw new Error("no school");
  const project = projector(county, quality2017);
  let cut: Cut | null = null;
  let page = null;
  for (const [rooms, year] of [
    [2, null],
    [3, null],
    [3, baseYear + 1],
    [9, baseYear + 2],
    [9, baseYear + 2],
    [0, null],
  ] as const) {
    const levers = rooms === 0 ? [] : [build({ startYear: baseYear + 1, schoolCode: school.code, rooms })];
    const projection = project(scenario({ horizonYears: 3, levers }));
    const answer = answerOf(projection, year, cut);
    page = withNews(page, structuredClone(differenceOf(cut?.answer ?? null, answer)));
    cut = { projection, answer };
    expect(page).toEqual(answerOf(projection, year, null));
  }
});
