import { smallCounty } from "@db/seeds/small-county";
import { sentenceOf } from "@test/support/sentences";
import { describe, expect, test } from "vitest";
import { canonicalDataset } from "./canonical";
import type { CountyDataset, School } from "./contract";
import type { LineageEntry } from "./facts-contract";
import { forerunners, inheritedBuilt, pastPupils, sameSchool, withInheritance } from "./lineage";
import { besideEarlierYear, checkAgainstYear } from "./year-checks";

const now = canonicalDataset(smallCounty());
const before: CountyDataset = { ...now, county: { ...now.county, statisticsYear: 2025, fiscalYear: 2024 } };
const primaries = now.schools.filter(({ type }) => type === "primary");
const [first, second, third] = primaries;
if (first === undefined || second === undefined || third === undefined) throw new Error("fixture");

const event = (kind: LineageEntry["event"], fromCode: string, year = 2026): LineageEntry => ({ year, event: kind, fromCode });
/** This year's data with some schools taken out and others put in. */
const changed = (out: readonly School[], into: readonly School[]): CountyDataset => ({
  ...now,
  schools: [...now.schools.filter(({ code }) => !out.some((school) => school.code === code)), ...into],
});
const sentences = (dataset: CountyDataset): readonly string[] => checkAgainstYear(dataset, before).map(sentenceOf);

describe("schools found again through their lineage", () => {
  test("a school without lineage goes on from the school of its code", () => {
    expect(forerunners(before, now).get(first.code)).toEqual([{ school: first, share: 1 }]);
  });

  test("a merged school goes on from all its origins, whole", () => {
    const merged: School = { ...first, code: "MERGED01", lineage: [event("merged", first.code), event("merged", second.code)] };
    const from = forerunners(before, changed([first, second], [merged])).get("MERGED01") ?? [];
    expect(from.map(({ school, share }) => [school.code, share])).toEqual([
      [first.code, 1],
      [second.code, 1],
    ]);
    const past = pastPupils(from, 2025);
    const sum = (grade: number): number => (first.pupils.primaryByGrade?.[grade] ?? 0) + (second.pupils.primaryByGrade?.[grade] ?? 0);
    expect(past?.primaryByGrade).toEqual([0, 1, 2, 3, 4, 5].map(sum));
    expect(past?.juniorByGrade).toBeNull();
  });

  test("the pupils of a split school are shared by those of its successors, and none is lost but by rounding", () => {
    const part: School = {
      ...first,
      code: "PART0001",
      pupils: { ...first.pupils, primaryByGrade: [30, 30, 30, 30, 30, 30] },
      lineage: [event("split", first.code)],
    };
    const rest: School = { ...first, pupils: { ...first.pupils, primaryByGrade: [90, 90, 90, 90, 90, 90] } };
    const from = forerunners(before, changed([first], [rest, part]));
    expect(from.get("PART0001")?.map(({ share }) => share)).toEqual([0.25]);
    expect(from.get(first.code)?.map(({ share }) => share)).toEqual([0.75]);
  });

  test("what happened before the earlier year is over", () => {
    const old: School = { ...first, lineage: [event("merged", second.code, 2025)] };
    expect(
      forerunners(before, changed([first], [old]))
        .get(first.code)
        ?.map(({ school }) => school.code),
    ).toEqual([first.code]);
  });

  test("a missing grade of one origin stays missing", () => {
    const hole: School = { ...second, pupils: { ...second.pupils, primaryByGrade: [1, null, 3, 4, 5, 6] } };
    const past = pastPupils(
      [
        { school: first, share: 1 },
        { school: hole, share: 1 },
      ],
      2025,
    );
    expect(past?.primaryByGrade?.[1]).toBeNull();
    expect(past?.primaryByGrade?.[0]).toBe((first.pupils.primaryByGrade?.[0] ?? 0) + 1);
  });

  test("only a renaming, another type or becoming a campus leave a school the same", () => {
    const earlier = new Map([[first.code, first]]);
    const under = (kind: LineageEntry["event"]) => sameSchool({ ...first, code: "NEW00001", lineage: [event(kind, first.code)] }, earlier);
    expect([under("renamed"), under("retyped"), under("became_campus")]).toEqual([first, first, first]);
    expect([under("merged"), under("split")]).toEqual([null, null]);
  });
});

describe("what a school inherits", () => {
  const open: School = { ...first, builtYear: null, conditions: { ...first.conditions, builtBy2010: null, builtBy2016: null } };
  const built = (builtYear: number | null): Pick<School, "builtYear" | "conditions"> => ({
    builtYear,
    conditions: {
      ...first.conditions,
      builtBy2010: builtYear === null ? null : builtYear <= 2010,
      builtBy2016: builtYear === null ? null : builtYear <= 2016,
    },
  });

  test("of several origins the newest counts", () => {
    const heir = inheritedBuilt(open, [built(1980), built(2014)]);
    expect([heir.builtYear, heir.conditions.builtBy2010, heir.conditions.builtBy2016]).toEqual([2014, false, true]);
  });

  test("an origin of unknown age leaves the age open", () => {
    const heir = inheritedBuilt(open, [built(1980), built(null)]);
    expect([heir.builtYear, heir.conditions.builtBy2010]).toEqual([null, null]);
  });

  test("what the school reports itself stands", () => {
    expect(inheritedBuilt({ ...open, builtYear: 2020 }, [built(1980)]).builtYear).toBe(2020);
  });

  test("a renamed school of this year gets its origin's age and last year's pupils", () => {
    const renamed: School = { ...open, code: "NEW00001", history: [], lineage: [event("renamed", first.code)] };
    const dataset = withInheritance(changed([first], [renamed]), before);
    const heir = dataset.schools.find(({ code }) => code === "NEW00001");
    expect(heir?.builtYear).toBe(first.builtYear);
    expect(heir?.conditions.builtBy2010).toBe(true);
    expect(heir?.history).toEqual([{ year: 2025, primaryByGrade: first.pupils.primaryByGrade, juniorByGrade: null }]);
  });

  test("schools without lineage, and a dataset of the same year, stay as they are", () => {
    expect(withInheritance(now, before)).toEqual(now);
    expect(withInheritance(now, now)).toBe(now);
  });
});

describe("a dataset against one of an earlier year", () => {
  test("the same schools raise nothing", () => {
    expect(sentences(now)).toEqual([]);
  });

  test("a code that changed in silence is asked about from both sides, one with lineage is not", () => {
    const renamed: School = { ...first, code: "NEW00001" };
    expect(sentences(changed([first], [renamed]))).toEqual([
      `《学校》表，${first.name}：2025 年数据中没有这所学校，高年级却已有学生。如是换码、合并或拆分，请在《沿革》表写明。`,
      expect.stringContaining(`2025 年数据中的 ${first.name}（${first.code}，`),
    ]);
    expect(sentences(changed([first], [{ ...renamed, lineage: [event("renamed", first.code)] }]))).toEqual([]);
  });

  test("an origin that last year's data do not know is asked about", () => {
    expect(sentences(changed([first], [{ ...first, lineage: [event("merged", "NOSUCH01")] }]))).toEqual([
      `《沿革》表，${first.name}：原学校标识码 NOSUCH01 不在 2025 年数据中。请核对。`,
    ]);
  });

  test("figures that jump are named with both values; merged schools are compared with the sum of their origins", () => {
    const value = first.facilities.equipmentValueWan ?? 0;
    const jumped: School = { ...first, facilities: { ...first.facilities, equipmentValueWan: value * 3 } };
    expect(sentences(changed([first], [jumped]))).toEqual([
      expect.stringMatching(/教学仪器设备值\(万元\)”所属合计由 2025 年的 [\d.]+ 变为 [\d.]+（200%）/u),
    ]);
    const twice = (a: number | null, b: number | null): number => (a ?? 0) + (b ?? 0);
    const merged: School = {
      ...first,
      facilities: {
        ...first.facilities,
        teachingAreaM2: twice(first.facilities.teachingAreaM2, second.facilities.teachingAreaM2),
        sportsFieldAreaM2: twice(first.facilities.sportsFieldAreaM2, second.facilities.sportsFieldAreaM2),
        equipmentValueWan: twice(first.facilities.equipmentValueWan, second.facilities.equipmentValueWan),
        multimediaRooms: twice(first.facilities.multimediaRooms, second.facilities.multimediaRooms),
      },
      classes: { ...first.classes, primaryByGrade: [9, 9, 9, 9, 9, 9] },
      teachers: {
        ...first.teachers,
        primary:
          first.teachers.primary === null
            ? null
            : { ...first.teachers.primary, fullTime: twice(first.teachers.primary.fullTime, second.teachers.primary?.fullTime ?? null) },
      },
      lineage: [event("merged", second.code)],
    };
    expect(sentences(changed([first, second], [merged]))).toEqual([]);
  });

  test("an upload is stored with what it inherits and shown with what jumps", () => {
    const renamed: School = { ...first, code: "NEW00001", builtYear: null, lineage: [event("renamed", first.code)] };
    const appeared: School = { ...second, code: "NEW00002" };
    const upload = besideEarlierYear(
      { dataset: changed([first, second], [renamed, appeared]), sources: {}, warnings: [], files: [] },
      before,
    );
    expect(upload.dataset.schools.find(({ code }) => code === "NEW00001")?.builtYear).toBe(first.builtYear);
    expect(upload.warnings.map(({ message }) => message)).toEqual(["checks.schoolAppeared", "checks.schoolVanished"]);
  });

  test("years further apart than two, or in the wrong order, are not compared", () => {
    const older: CountyDataset = { ...before, county: { ...before.county, statisticsYear: 2023 }, schools: [] };
    expect(checkAgainstYear(now, older)).toEqual([]);
    expect(checkAgainstYear(before, now)).toEqual([]);
  });
});
