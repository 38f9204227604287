import type { CountyColumns } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { Lever } from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/check";
import { withPlannedSchools } from "@server/planning/engine/planned-schools";
import { project } from "@server/planning/engine/project";
import type { School } from "@server/statistics/contract";
import { unreportedSchool } from "@server/statistics/facts-contract";
import { withValues } from "@test/cases/compliance/items/build";
import { describe, expect, it } from "vitest";
import { columnsByYear, county, lever, scenario, school } from "./county";

const pupils = ({ pupils: { primary } }: CountyColumns) => primary;
const juniors = ({ pupils: { junior } }: CountyColumns) => junior;
const teachers = ({ teachers: { primary } }: CountyColumns) => primary.fullTime;
const juniorTeachers = ({ teachers: { junior } }: CountyColumns) => junior.fullTime;
const equipment = ({ facilities }: CountyColumns) => facilities.equipmentValueWan;
const twenty = [20, 20, 20, 20, 20, 20] as [number, number, number, number, number, number];

/** Figures of schools in a year, to nine decimals. */
const at = ({ cell }: ReturnType<typeof columnsByYear>, year: number, read: (columns: CountyColumns) => Float64Array, ...codes: string[]) =>
  codes.map((code) => Number(cell(year, code, read).toFixed(9)));

describe("a school that closes while teachers rotate, by hand", () => {
  /* 20, 10 and 10 teachers; four of 1001 work at 1002 from 2027 to 2028. */
  const dataset = county([
    school({ code: "1001", primary: [...twenty], primaryTeachers: { fullTime: 20, backbone: 10 } }),
    school({ code: "1002", primary: [...twenty], primaryTeachers: { fullTime: 10 } }),
    school({ code: "1003", primary: [...twenty], primaryTeachers: { fullTime: 10 } }),
  ]);
  const rotation = lever("rotate_teachers", { fromCode: "1001", toCode: "1002", stage: "primary", teachers: 4, termYears: 2 });
  const close = (schoolCode: string, targets: { schoolCode: string; share: number }[], staffShare = 1) =>
    lever("close_school", { schoolCode, targets, staffShare, startYear: 2027 });
  const trial = (closure: Lever) => columnsByYear(dataset, scenario({ horizonYears: 3, levers: [rotation, closure] }));

  it("sends its guests home before its own teachers move on", () => {
    const years = trial(close("1002", [{ schoolCode: "1003", share: 1 }]));
    expect(at(years, 2027, teachers, "1001", "1002", "1003")).toEqual([16, 14, 10]);
    expect(at(years, 2028, teachers, "1001", "1002", "1003")).toEqual([20, 0, 20]);
    expect(at(years, 2029, teachers, "1001", "1002", "1003")).toEqual([20, 0, 20]);
  });

  it("gives its teachers elsewhere a home at the school that takes most of its pupils", () => {
    // The 16 who are there: 4.8 to 1002, 11.2 to 1003. The four at 1002 go to 1003 when their term is over.
    const years = trial(
      close("1001", [
        { schoolCode: "1002", share: 0.3 },
        { schoolCode: "1003", share: 0.7 },
      ]),
    );
    expect(at(years, 2028, teachers, "1001", "1002", "1003")).toEqual([0, 18.8, 21.2]);
    expect(at(years, 2029, teachers, "1001", "1002", "1003")).toEqual([0, 14.8, 25.2]);
    expect(at(years, 2029, ({ teachers: { primary } }) => primary.backbone, "1001", "1002", "1003")).toEqual([0, 2.4, 7.6]);
  });

  it("loses the teachers who do not stay in the county", () => {
    const years = trial(
      close(
        "1002",
        [
          { schoolCode: "1001", share: 0.6 },
          { schoolCode: "1003", share: 0.4 },
        ],
        0.5,
      ),
    );
    // Of its own ten: 5 × 0.6 and 5 × 0.4 move, five leave.
    expect(at(years, 2028, teachers, "1001", "1002", "1003")).toEqual([23, 0, 12]);
  });
});

describe("a school of two stages that closes, by hand", () => {
  /* 3001: 10 a primary and 20 a junior grade, 12 and 9 teachers, 30 万元. Each stage goes to a school of its own. */
  const nine: School = school({
    code: "3001",
    primary: [10, 10, 10, 10, 10, 10],
    junior: [20, 20, 20],
    primaryTeachers: { fullTime: 12 },
    juniorTeachers: { fullTime: 9 },
    facilities: { equipmentValueWan: 30 },
  });
  const dataset = county([
    nine,
    school({ code: "1001", primary: [...twenty], primaryTeachers: { fullTime: 10 } }),
    school({ code: "2001", junior: [20, 20, 20], juniorTeachers: { fullTime: 6 } }),
  ]);
  const closure = lever("close_school", {
    schoolCode: "3001",
    targets: [
      { schoolCode: "1001", share: 1 },
      { schoolCode: "2001", share: 1 },
    ],
  });
  const years = columnsByYear(dataset, scenario({ horizonYears: 2, levers: [closure] }));

  it("gives each target the stage that it teaches, and shares the goods", () => {
    expect(at(years, 2027, pupils, "3001", "1001", "2001")).toEqual([0, 180, 0]);
    expect(at(years, 2027, teachers, "3001", "1001", "2001")).toEqual([0, 22, 0]);
    expect(at(years, 2027, juniorTeachers, "3001", "1001", "2001")).toEqual([0, 0, 15]);
    expect(at(years, 2027, equipment, "3001", "1001", "2001")).toEqual([0, 65, 65]);
  });

  it("sends its entrants and its leavers on", () => {
    // Grade 6 of the county: 30 a year, all to 2001: 30 + 40 + 40, then 30 + 30 + 40.
    expect(at(years, 2027, juniors, "3001", "2001")).toEqual([0, 110]);
    expect(at(years, 2028, juniors, "3001", "2001")).toEqual([0, 100]);
    expect(at(years, 2028, pupils, "3001", "1001")).toEqual([0, 180]);
  });

  it("gives its teachers elsewhere a home where their own stage goes, whichever target is named first", () => {
    const host = school({ code: "2002", junior: [20, 20, 20], juniorTeachers: { fullTime: 6 } });
    const rotation = lever("rotate_teachers", { fromCode: "3001", toCode: "2002", stage: "junior", teachers: 4, termYears: 2 });
    const later = { ...closure, startYear: 2027 } as Lever;
    const away = columnsByYear(county([...dataset.schools, host]), scenario({ horizonYears: 3, levers: [rotation, later] }));
    expect(at(away, 2028, juniorTeachers, "3001", "1001", "2001", "2002")).toEqual([0, 0, 11, 10]);
    expect(at(away, 2029, juniorTeachers, "3001", "1001", "2001", "2002")).toEqual([0, 0, 15, 6]);
  });

  const complaints = (schools: readonly School[], ...levers: readonly Lever[]) =>
    checkLevers(county(schools), scenario({ horizonYears: 2, levers })).map(
      ({ path, message }) => `${path} ${message.replace("planning.issues.", "")}`,
    );
  const others = dataset.schools.slice(1);

  it("must find a target for each of its stages", () => {
    const partly = { ...closure, targets: [{ schoolCode: "1001", share: 1 }] } as Lever;
    expect(complaints(dataset.schools, partly)).toEqual(["levers.0.targets closureSharesNotOne"]);
    const both = {
      ...closure,
      targets: [
        { schoolCode: "1001", share: 0.5 },
        { schoolCode: "2001", share: 1 },
      ],
    } as Lever;
    expect(complaints(dataset.schools, both)).toEqual(["levers.0.targets closureSharesNotOne"]);
  });

  it("may not have senior pupils or campuses of its own, but may have teaching points", () => {
    const withSenior = (senior: number | null): School => ({ ...nine, type: "twelve_year", pupils: { ...nine.pupils, senior } });
    expect(complaints([withSenior(300), ...others], closure)).toEqual(["levers.0.schoolCode closesSeniorStage"]);
    expect(complaints([withSenior(0), ...others], closure)).toEqual([]);
    expect(complaints([withSenior(null), ...others], closure)).toEqual([]);
    const child = (type: School["type"], countsAsSchool: boolean, parentCode: string): School => ({
      ...school({ code: "1009", type, primary: [1, 1, 1, 1, 1, 1] }),
      parentCode,
      countsAsSchool,
    });
    expect(complaints([nine, ...others, child("primary", false, "3001")], closure)).toEqual(["levers.0.schoolCode closesWithCampuses"]);
    expect(complaints([nine, ...others, child("primary", true, "3001")], closure)).toEqual([]);
    expect(complaints([nine, ...others, child("primary", false, "1001")], closure)).toEqual([]);
    expect(complaints([nine, ...others, child("teaching_point", false, "3001")], closure)).toEqual([]);
  });
});

describe("a centre that closes while its teaching point stays", () => {
  const point = {
    ...school({ code: "1008", type: "teaching_point", primary: [3, 3, 3, 3, 3, 3] }),
    parentCode: "1001",
    countsAsSchool: false,
  };
  const dataset = county([school({ code: "1001", primary: [...twenty] }), school({ code: "1002", primary: [...twenty] }), point]);
  const close = lever("close_school", { schoolCode: "1001", targets: [{ schoolCode: "1002", share: 1 }] });
  const merging = withValues(quality2017, { "inclusion.smallTeachingPoints": "merged" });
  const told = (ruleSet: typeof merging, ...levers: readonly Lever[]) =>
    project(dataset, scenario({ horizonYears: 3, levers }), ruleSet).notices.filter(({ key }) => key === "closedButJudged");

  it("is told where the rules count the point with it, and not where the point closes too", () => {
    expect(told(merging, close)).toEqual([{ key: "closedButJudged", leverId: close.id, year: 2027, params: { schoolCode: "1001" } }]);
    expect(told(quality2017, close)).toEqual([]);
    expect(told(merging, close, { ...close, id: "point", schoolCode: "1008" } as Lever)).toEqual([]);
  });
});

describe("a planned school before it opens", () => {
  const dataset = county([school({ code: "1001", primary: [...twenty] })]);
  const open = lever("open_school", { code: "N001", leadYears: 2, schoolType: "nine_year" });

  it("is a row without anybody and anything, built when it opens, and owned by the county", () => {
    const { dataset: planned, planned: codes } = withPlannedSchools(dataset, [open]);
    expect([...codes]).toEqual(["N001"]);
    const [, row] = planned.schools;
    expect(row).toMatchObject({
      code: "N001",
      name: "规划新校",
      type: "nine_year",
      ownerCode: 7,
      builtYear: 2028,
      countsAsSchool: true,
      parentCode: null,
      history: [],
      pupils: { primaryByGrade: [0, 0, 0, 0, 0, 0], juniorByGrade: [0, 0, 0], senior: null },
      classes: { primaryByGrade: [0, 0, 0, 0, 0, 0], juniorByGrade: [0, 0, 0] },
      conditions: { builtBy2010: false, builtBy2016: false, denseCentre: false, everyClassUnder30: null, boarding: false },
      quality: unreportedSchool().quality,
    });
    expect(Object.values(row?.facilities ?? { none: 1 })).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(row?.staff).toMatchObject({ certified: 0, posts: null, outsidePosts: 0 });
  });

  it("teaches the stages of its type only", () => {
    const [, primary] = withPlannedSchools(dataset, [{ ...open, schoolType: "primary" } as Lever]).dataset.schools;
    expect([primary?.pupils.juniorByGrade, primary?.classes.juniorByGrade, primary?.teachers.junior]).toEqual([null, null, null]);
    const [, junior] = withPlannedSchools(dataset, [{ ...open, schoolType: "junior" } as Lever]).dataset.schools;
    expect([junior?.pupils.primaryByGrade, junior?.teachers.primary, junior?.teachers.junior?.fullTime]).toEqual([null, null, 0]);
  });

  it("is there once, in order of code, and not for levers that are off or codes that exist", () => {
    const codes = (...levers: readonly Lever[]) => withPlannedSchools(dataset, levers).dataset.schools.map(({ code }) => code);
    const other = { ...open, id: "b", code: "A001" } as Lever;
    expect(codes(open, { ...open, id: "c" }, other)).toEqual(["1001", "A001", "N001"]);
    expect(codes({ ...open, enabled: false }, { ...open, id: "d", code: "1001" } as Lever)).toEqual(["1001"]);
  });
});
