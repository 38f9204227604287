import { smallCounty } from "@db/seeds/small-county";
import { contentHash } from "@server/platform/hash";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalDataset } from "./canonical";
import type { CountyDataset } from "./contract";
import { compareDatasets } from "./preview";

const county = canonicalDataset(smallCounty());

describe("what an import would change", () => {
  test("the first import of a year inserts every school", () => {
    expect(compareDatasets(null, county)).toMatchObject({ insert: county.schools.length, update: 0, ignore: 0, remove: 0 });
  });

  test("equal data change nothing", () => {
    expect(compareDatasets(county, county)).toEqual({ insert: 0, update: 0, remove: 0, ignore: county.schools.length, changes: [] });
  });

  test("a school under a new code is updated when its lineage names the old one, and is another school when it does not", () => {
    const [renamed, ...rest] = county.schools;
    if (renamed === undefined) throw new Error("fixture");
    const under = (lineage: typeof renamed.lineage): CountyDataset => ({
      ...county,
      schools: [...rest, { ...renamed, code: "ZZZZ0001", lineage }],
    });
    const told = compareDatasets(county, under([{ year: 2026, event: "renamed", fromCode: renamed.code }]));
    expect(told).toMatchObject({ insert: 0, update: 1, remove: 0, ignore: rest.length });
    expect(told.changes[0]?.fields.find(({ path }) => path === "code")).toEqual({ path: "code", before: renamed.code, after: "ZZZZ0001" });
    expect(compareDatasets(county, under([]))).toMatchObject({ insert: 1, update: 0, remove: 1 });
    const merged = compareDatasets(county, under([{ year: 2026, event: "merged", fromCode: renamed.code }]));
    expect(merged).toMatchObject({ insert: 1, update: 0, remove: 1 });
  });

  test("a school that is still there is not taken for the one that came from it", () => {
    const [first] = county.schools;
    if (first === undefined) throw new Error("fixture");
    const copy = { ...first, code: "ZZZZ0001", lineage: [{ year: 2026, event: "became_campus" as const, fromCode: first.code }] };
    expect(compareDatasets(county, { ...county, schools: [...county.schools, copy] })).toMatchObject({
      insert: 1,
      update: 0,
      remove: 0,
      ignore: county.schools.length,
    });
  });

  test("a changed figure is told with its path and both values, a removed and a new school by name", () => {
    const [gone, changed, ...rest] = county.schools;
    if (gone === undefined || changed === undefined) throw new Error("fixture");
    const next: CountyDataset = {
      ...county,
      schools: [
        { ...changed, facilities: { ...changed.facilities, artRooms: null } },
        ...rest,
        { ...gone, code: "ZZZZ0001", name: "新建小学" },
      ],
    };
    const { changes, ...counts } = compareDatasets(county, next);
    expect(counts).toEqual({ insert: 1, update: 1, remove: 1, ignore: county.schools.length - 2 });
    expect(changes).toEqual([
      { kind: "remove", schoolCode: gone.code, schoolName: gone.name, fields: [] },
      {
        kind: "update",
        schoolCode: changed.code,
        schoolName: changed.name,
        fields: [{ path: "facilities.artRooms", before: String(changed.facilities.artRooms), after: "" }],
      },
      { kind: "insert", schoolCode: "ZZZZ0001", schoolName: "新建小学", fields: [] },
    ]);
  });

  test("births of the county are told under the county's code", () => {
    const next: CountyDataset = { ...county, county: { ...county.county, births: [{ year: 2020, births: 7 }] } };
    const { changes, update } = compareDatasets({ ...county, county: { ...county.county, births: [] } }, next);
    expect(update).toBe(0);
    expect(changes).toMatchObject([{ schoolCode: county.county.code, fields: [{ path: "county.births.2020", before: "", after: "7" }] }]);
  });
});

describe("the canonical form", () => {
  test("does not depend on the order of schools, years and births", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...county.schools], { minLength: county.schools.length }), (schools) => {
        const shuffled: CountyDataset = {
          ...county,
          county: { ...county.county, births: [...county.county.births].reverse() },
          schools: schools.map((school) => ({ ...school, name: ` ${school.name}　`, history: [...school.history].reverse() })),
        };
        expect(contentHash(canonicalDataset(shuffled))).toBe(contentHash(county));
      }),
      { numRuns: 30 },
    );
  });

  test("is the same when made twice", () => {
    expect(canonicalDataset(canonicalDataset(smallCounty()))).toEqual(county);
  });
});
