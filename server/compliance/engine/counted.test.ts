import { keyedRandom } from "@db/seeds/random";
import { countyOfSize } from "@db/seeds/small-county";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { withValues } from "@test/cases/compliance/items/build";
import { describe, expect, it } from "vitest";
import { columnsOfDataset } from "./columns";
import { countSchools, repeatedCount } from "./counted";
import { judgeColumns, judgeVerdicts } from "./kernel";
import { missesOf } from "./misses";
import type { RuleSet } from "./rule-set";
import { defaultDate, rulesInForce } from "./rules-in-force";
import { verdictCode } from "./verdicts";

/** Around what decides: none, below and at the least of a teaching point, small, ordinary, not reported. */
const pupils = [0, 0, 0.5, 49.75, 50, 99.999, 100, 260.25, Number.NaN];

const readings: readonly (readonly [string, RuleSet])[] = [
  ["the national measure", quality2017],
  ["the procedure with its reliefs", quality2019],
  [
    "kindergartens that share, teachers that stand for both stages and schools without all grades left out",
    withValues(quality2019, {
      "split.kindergarten": 0.5,
      "split.unsplitTeachers": "by_weighted_pupils",
      "inclusion.partialSchools": "excluded",
    }),
  ],
  ["small teaching points added to their centre", withValues(quality2017, { "inclusion.smallTeachingPoints": "merged" })],
  ["campuses as schools", withValues(quality2017, { "inclusion.campuses": "separate" })],
];

describe("a county that is looked at again and again", () => {
  it.each(readings)("has the schools and sections that a first look finds, under %s", (_, ruleSet) => {
    const columns = columnsOfDataset(countyOfSize(24, 5));
    const rows = columns.schools.flatMap(({ type }, row) => (type === "teaching_point" || row % 5 === 0 ? [row] : []));
    const rules = rulesInForce(ruleSet, defaultDate(columns.statisticsYear));
    const again = repeatedCount();
    const random = keyedRandom(11);
    const { primary, junior, senior } = columns.pupils;
    const { "enrolment.kindergarten": kindergarten, "staff.visitingMusic": visiting } = columns.further;
    const sizes = new Set<number>();
    for (let step = 0; step < 120; step += 1) {
      const chosen = (what: string, most: number): number => Math.floor(random(what, step) * most);
      const column = [primary, primary, primary, junior, senior, kindergarten, columns.grades.primary][chosen("column", 7)] ?? primary;
      // Every second step changes a number only, as most years of a projection do.
      const row = rows[chosen("row", rows.length)] ?? 0;
      column[row] = step % 2 === 0 ? (pupils[chosen("pupils", pupils.length)] ?? 0) : (column[row] ?? 0) * 1.01;
      visiting[chosen("visited", columns.schools.length)] = chosen("visiting", 3);
      const first = countSchools(columns, rules);
      expect(again(columns, rules)).toEqual(first);
      sizes.add(first.inclusion.units.length);
    }
    expect(sizes.size).toBeGreaterThan(1);
  });

  it("knows again how it stood before, with the figures of now", () => {
    const columns = columnsOfDataset(countyOfSize(24, 5));
    const rules = rulesInForce(quality2017, defaultDate(columns.statisticsYear));
    const again = repeatedCount();
    const { primary } = columns.pupils;
    const first = again(columns, rules);
    const row = first.sections.primary[0]?.unit.head ?? 0;
    const there = primary[row] ?? 0;
    primary[row] = 0;
    expect(again(columns, rules)).not.toBe(first);
    primary[row] = there + 0.5;
    expect(again(columns, rules)).toBe(first);
    expect(first).toEqual(countSchools(columns, rules));
    expect(first.sections.primary[0]?.pupils).toBe(first.sections.primary[0]?.unit.pupils.primary);
  });

  it("is another county when its schools are others", () => {
    const again = repeatedCount();
    for (const seed of [1, 2]) {
      const columns = columnsOfDataset(countyOfSize(12, seed));
      const rules = rulesInForce(quality2017, defaultDate(columns.statisticsYear));
      expect(again(columns, rules)).toEqual(countSchools(columns, rules));
    }
  });
});

describe("the verdicts of a county alone", () => {
  it.each([1, 2, 3])("are those of its judgement (county %d)", (seed) => {
    const columns = columnsOfDataset(countyOfSize(40, seed));
    for (const ruleSet of [quality2019, withValues(quality2019, { "relief.inBalance": false })]) {
      const rules = rulesInForce(ruleSet, defaultDate(columns.statisticsYear));
      const judged = judgeColumns(columns, rules);
      const { verdict, stages } = judgeVerdicts(columns, rules, countSchools);
      expect(verdict).toBe(judged.verdict);
      for (const stage of ["primary", "junior"] as const) expect(judged.stages[stage]).toMatchObject(stages[stage]);
    }
  });
});

describe("the indicators that stand against a stage", () => {
  it("are those that a failing section misses, and those not known", () => {
    const met = 0b1111111;
    const withoutFirst = met & ~1;
    const unknownSecond = (met & ~2) | (2 << 16);
    const of = (states: readonly number[], verdicts: readonly number[]) =>
      missesOf({ states: Int32Array.from(states), sectionVerdicts: Uint8Array.from(verdicts) });
    expect(of([met, withoutFirst], [verdictCode.met, verdictCode.notMet])).toEqual({ failing: 1, open: 0, unknown: 0 });
    // One of seven may be missed: the section passes, and nothing stands against it.
    expect(of([withoutFirst], [verdictCode.met])).toEqual({ failing: 0, open: 0, unknown: 0 });
    expect(of([unknownSecond], [verdictCode.notEvaluable])).toEqual({ failing: 0, open: 2, unknown: 2 });
    // What is not known does not count as missed where the section fails by something else.
    expect(of([unknownSecond & ~1], [verdictCode.notMet])).toEqual({ failing: 1, open: 0, unknown: 2 });
  });
});
