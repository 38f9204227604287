import { includeReturns } from "@server/compliance/engine/inclusion";
import { changeFor } from "@server/compliance/engine/items/change";
import { judgeItems } from "@server/compliance/engine/items/judge-items";
import { type ItemId, type ItemResult, itemIds, itemResultSchema } from "@server/compliance/items-contract";
import type { CountyDataset, School, SchoolType } from "@server/statistics/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countiesPerProperty } from "../runs";
import { type ItemSchoolSketch, itemCounty, judge, ruleSetOf } from "./build";

const runs = { numRuns: countiesPerProperty(80), seed: 11 };

/** Values on, just below and just above what is asked. */
const around = (limit: number): fc.Arbitrary<number> => fc.constantFrom(limit, limit, limit, limit - 1, limit + 1, 0);
const rooms = fc.constantFrom(0, 1, 2, 3);

const sketchOf = (index: number): fc.Arbitrary<ItemSchoolSketch> =>
  fc
    .record({
      type: fc.constantFrom<SchoolType>("primary", "primary", "junior", "nine_year", "teaching_point", "complete_secondary", "special"),
      locality: fc.constantFrom<School["locality"]>("urban", "town", "rural"),
      ownerCode: fc.constantFrom(7, 7, 10),
      primary: fc.constantFrom(48, 60, 99, 100, 600, 2000, 2001, 2400),
      junior: fc.constantFrom(90, 600, 2000, 2001),
      builtYear: fc.constantFrom(2009, 2010, 2011, 2016, 2017, null),
      music: fc.tuple(rooms, rooms, rooms, rooms),
      over: fc.constantFrom(0, 0, 0, 1),
      short: fc.constantFrom(0, 0, 0, 1),
      graduates: around(190),
      budget: fc.constantFrom(8, 10, 7.99),
      training: fc.constantFrom(5, 4.99, 6),
      boarding: fc.boolean(),
    })
    .map((drawn): ItemSchoolSketch => {
      const [music96, music73, music61, music54] = drawn.music;
      const total = music96 + music73 + music61 + music54;
      return {
        code: `S${1000 + index}`,
        type: drawn.type,
        locality: drawn.locality,
        ownerCode: drawn.ownerCode,
        ...(drawn.type === "junior" || drawn.type === "special" || drawn.type === "complete_secondary" ? {} : { primary: drawn.primary }),
        ...(drawn.type === "junior" || drawn.type === "nine_year" ? { junior: drawn.junior } : {}),
        builtYear: drawn.builtYear,
        facilities: { musicRooms: total, artRooms: total },
        facts: {
          specialRooms: { music96, music73, music61, music54, art90: music96, art67: music73, art61: music61, art54: music54 },
          classSizes: drawn.type === "primary" ? { primary: [0, 0, 18 - drawn.over, 0, 0, drawn.over, 0, 0, 0, 0] } : {},
          retention: { graduates: drawn.graduates },
          money: { publicFundsBudgetWan: drawn.budget, trainingBudgetWan: (drawn.budget * drawn.training) / 100 },
          conditions: { boarding: drawn.boarding },
          ...(drawn.short === 0 ? {} : { enrolment: { inZonePrimary: 47 } }),
        },
      };
    });

const countyArbitrary: fc.Arbitrary<CountyDataset> = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => sketchOf(index))))
  .chain((sketches) =>
    fc
      .record({
        rotated: around(100),
        rotatedBackbone: around(20),
        quotaPlaces: around(500),
        migrantPublic: around(80),
        disabledEnrolled: around(95),
      })
      .map((facts) => itemCounty(sketches, { facts })),
  );

const verdicts = (dataset: CountyDataset): Readonly<Record<ItemId, ItemResult["verdict"]>> => {
  const { items } = judge(dataset, ruleSetOf[2019]);
  return Object.fromEntries(itemIds.map((id) => [id, items[id].verdict])) as Record<ItemId, ItemResult["verdict"]>;
};

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** Paths of all figures that may be left out: numbers, flags and grades within the groups that items read. */
const groups = ["enrolment", "retention", "classSizes", "staff", "specialRooms", "money", "quality", "conditions", "facilities"] as const;
const cells = (value: Json, path: readonly string[]): readonly (readonly string[])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => cells(inner, [...path, key]))
    : value === null
      ? []
      : [path];
const without = (value: Json, [key, ...rest]: readonly string[]): Json => {
  if (key === undefined || typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map((inner, at) => (String(at) === key ? without(inner, rest) : inner));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, name === key ? without(inner, rest) : inner]));
};

describe("the 25 items over generated counties", () => {
  it("never turn better because a figure of a school is missing", () => {
    fc.assert(
      fc.property(countyArbitrary, fc.nat(), (dataset, seed) => {
        const all = dataset.schools.flatMap((school, at) =>
          groups.flatMap((group) => cells(school[group] as Json, ["schools", String(at), group])),
        );
        const path = all[seed % all.length];
        if (path === undefined) return;
        const before = verdicts(dataset);
        const after = verdicts(without(dataset as unknown as Json, path) as unknown as CountyDataset);
        for (const id of itemIds) {
          if (before[id] !== "met") expect([id, path.join("."), after[id]]).not.toEqual([id, path.join("."), "met"]);
          if (before[id] === "not_evaluable") expect([id, path.join("."), after[id]]).toEqual([id, path.join("."), "not_evaluable"]);
        }
      }),
      { ...runs, numRuns: countiesPerProperty(120) },
    );
  });

  it("never turn better because a figure of the county is missing", () => {
    fc.assert(
      fc.property(countyArbitrary, fc.constantFrom("facts", "declarations", "survey"), fc.nat(), (dataset, group, seed) => {
        const all = cells(dataset.county[group] as Json, ["county", group]);
        const path = all[seed % all.length];
        if (path === undefined) return;
        const before = verdicts(dataset);
        const lacking = without(dataset as unknown as Json, path) as unknown as CountyDataset;
        const after = verdicts(
          group === "declarations"
            ? {
                ...lacking,
                county: {
                  ...lacking.county,
                  declarations: Object.fromEntries(Object.entries(lacking.county.declarations).filter(([, value]) => value !== null)),
                },
              }
            : lacking,
        );
        for (const id of itemIds)
          if (before[id] !== "met") expect([id, path.join("."), after[id]]).not.toEqual([id, path.join("."), "met"]);
      }),
      runs,
    );
  });

  it("do not depend on the order of the returns", () => {
    fc.assert(
      fc.property(countyArbitrary, (dataset) => {
        const turned = { ...dataset, schools: [...dataset.schools].reverse() };
        expect(judge(turned, ruleSetOf[2019]).items).toEqual(judge(dataset, ruleSetOf[2019]).items);
      }),
      runs,
    );
  });

  it("leave the engine without NaN or infinity, as the contract says", () => {
    fc.assert(
      fc.property(countyArbitrary, (dataset) => {
        const { items } = judge(dataset, ruleSetOf[2019]);
        for (const id of itemIds) expect(itemResultSchema.parse(items[id])).toEqual(items[id]);
      }),
      runs,
    );
  });

  it("get no worse by more large rooms, more public funds, more training, more graduates", () => {
    const rank = { not_met: 0, not_evaluable: 1, met: 2 } as const;
    const richer = (school: School): School => ({
      ...school,
      facilities: {
        ...school.facilities,
        musicRooms: (school.facilities.musicRooms ?? 0) + 1,
        artRooms: (school.facilities.artRooms ?? 0) + 1,
      },
      specialRooms: {
        ...school.specialRooms,
        music96: (school.specialRooms.music96 ?? 0) + 1,
        art90: (school.specialRooms.art90 ?? 0) + 1,
      },
      money: {
        ...school.money,
        publicFundsBudgetWan: (school.money.publicFundsBudgetWan ?? 0) + 1,
        trainingBudgetWan: (school.money.trainingBudgetWan ?? 0) + 1,
      },
      retention: { ...school.retention, graduates: (school.retention.graduates ?? 0) + 1 },
    });
    fc.assert(
      fc.property(countyArbitrary, (dataset) => {
        const before = verdicts(dataset);
        const after = verdicts({ ...dataset, schools: dataset.schools.map(richer) });
        for (const id of ["G3", "G6", "Q1", "Q4"] as const) expect(rank[after[id]]).toBeGreaterThanOrEqual(rank[before[id]]);
      }),
      runs,
    );
  });

  it("agree with whole-number arithmetic wherever a share lies near its limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: -2, max: 2 }), (whole, off) => {
        const part = (percent: number): number => Math.min(whole, Math.max(0, Math.ceil((percent * whole) / 100) + off));
        const [placed, enrolled, satisfied, quota, rotated] = [part(85), part(95), part(85), part(50), part(10)];
        const { items } = judge(
          itemCounty([], {
            facts: {
              migrantEligible: whole,
              migrantPublic: placed,
              migrantPurchased: 0,
              disabledChildren: whole,
              disabledEnrolled: enrolled,
              seniorPlaces: whole,
              quotaPlaces: quota,
              rotationEligible: whole,
              rotated,
              rotatedBackbone: rotated,
            },
            survey: { valid: whole, satisfied },
          }),
        );
        const holds = (of: number, percent: number): string => (BigInt(of) * 100n >= BigInt(percent) * BigInt(whole) ? "met" : "not_met");
        expect(items.G15.verdict).toBe(holds(placed, 85));
        expect(items.Q2.verdict).toBe(holds(enrolled, 95));
        expect(items.X1.verdict).toBe(holds(satisfied, 85));
        expect(items.G14.verdict).toBe(holds(quota, 50));
        if (rotated > 0) expect(items.G11.verdict).toBe(holds(rotated, 10));
        // Shown with one decimal, half-up: borderline exactly when the shown share says otherwise.
        const shown = (of: number, percent: number): string =>
          (BigInt(of) * 2000n + BigInt(whole)) / (2n * BigInt(whole)) >= BigInt(percent) * 10n ? "met" : "not_met";
        expect(items.X1.borderline).toBe(shown(satisfied, 85) !== holds(satisfied, 85));
        expect(items.Q2.borderline).toBe(shown(enrolled, 95) !== holds(enrolled, 95));
      }),
      { ...runs, numRuns: countiesPerProperty(200) },
    );
  });

  it("rotate as few teachers as possible, and then pass", () => {
    const meets = (eligible: number, rotated: number, backbone: number): boolean => rotated * 10 >= eligible && backbone * 5 >= rotated;
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 3000 }), fc.nat(400), fc.nat(100), (eligible, rotated, backboneDrawn) => {
        const backbone = Math.min(rotated, backboneDrawn);
        if (meets(eligible, rotated, backbone)) return;
        let least = 0;
        while (!meets(eligible, rotated + least, backbone + least)) least++;
        const judged = judge(itemCounty([], { facts: { rotationEligible: eligible, rotated, rotatedBackbone: backbone } }));
        const change = changeFor(judged.items.G11)?.values;
        expect(change?.["teachers"]).toBe(least);
        expect(meets(eligible, rotated + least, backbone + (change?.["backbone"] ?? 0))).toBe(true);
      }),
      runs,
    );
  });

  it("are judged again and again with the same answer", () => {
    const dataset = itemCounty(
      Array.from({ length: 120 }, (_, at) => ({ code: `A${1000 + at}`, type: at % 4 === 0 ? "nine_year" : "primary" })),
    );
    const { columns, rules, items } = judge(dataset, ruleSetOf[2019]);
    expect(judgeItems(columns, includeReturns(columns, rules), rules).items).toEqual(items);
  });
});
