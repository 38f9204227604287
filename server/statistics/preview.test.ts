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
