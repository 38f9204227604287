import { build, county, hire, lever, rotate, scenario, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import type { Assumptions, Lever, LeverOf, ScenarioDocument } from "../contract";
import { issueKeys } from "../contract";
import { checkLevers, possibleLevers } from "./check";

const dataset = county([
  school({ code: "1001", primary: [1, 1, 1, 1, 1, 1] }),
  school({ code: "2001", junior: [1, 1, 1] }),
  school({ code: "9001", type: "senior" }),
]);

const complaints = (levers: readonly Lever[], assumptions: Partial<ScenarioDocument["assumptions"]> = {}) =>
  checkLevers(dataset, scenario({ horizonYears: 5, levers, assumptions })).map(({ path, message }) => [
    path,
    message.replace("planning.issues.", ""),
  ]);

describe("checking a scenario", () => {
  it("finds nothing in levers that are possible", () => {
    expect(complaints([build({}), hire({}), rotate({})])).toEqual([]);
  });

  it.each<[string, readonly Lever[], readonly (readonly string[])[]]>([
    ["a school that is not in the data", [build({ schoolCode: "7777" })], [["levers.0.schoolCode", "unknownSchool"]]],
    ["classrooms at a school without a compulsory stage", [build({ schoolCode: "9001" })], [["levers.0.schoolCode", "schoolWithoutStage"]]],
    [
      "teachers for an unknown school",
      [hire({ target: { mode: "school", schoolCode: "7777", stage: "primary" } })],
      [["levers.0.target.schoolCode", "unknownSchool"]],
    ],
    [
      "teachers for a stage that the school does not teach",
      [hire({ target: { mode: "school", schoolCode: "1001", stage: "junior" } })],
      [["levers.0.target.stage", "stageNotTaught"]],
    ],
    ["a start before the base year", [build({ startYear: 2025 })], [["levers.0.startYear", "startBeforeBase"]]],
    ["an effect in the base year, which is observed", [build({ leadYears: 0 })], [["levers.0.leadYears", "effectInBaseYear"]]],
    ["an effect beyond the horizon", [build({ leadYears: 6 })], [["levers.0.leadYears", "effectBeyondHorizon"]]],
    ["a policy that ends before it takes effect", [rotate({ endYear: 2026 })], [["levers.0.endYear", "endBeforeEffect"]]],
    [
      "more teachers away at a time than there are",
      [rotate({ eligibleShare: 1, rotationShare: 0.4, termYears: 3 })],
      [["levers.0.termYears", "rotationMoreThanExist"]],
    ],
    [
      "overlapping quotas of more than all eligible teachers",
      [rotate({ id: "a", rotationShare: 0.6, eligibleShare: 0.2 }), rotate({ id: "b", rotationShare: 0.6, eligibleShare: 0.2 })],
      [
        ["levers.0.rotationShare", "rotationSharesOverOne"],
        ["levers.1.rotationShare", "rotationSharesOverOne"],
      ],
    ],
    ["two levers of one id", [build({ id: "x" }), hire({ id: "x" })], [["levers.1.id", "duplicateId"]]],
  ])("refuses %s", (_, levers, expected) => {
    expect(complaints(levers)).toEqual(expected);
  });

  it("lets quotas follow each other", () => {
    expect(
      complaints([
        rotate({ id: "a", rotationShare: 0.6, eligibleShare: 0.2, endYear: 2028 }),
        rotate({ id: "b", rotationShare: 0.6, eligibleShare: 0.2, startYear: 2028, endYear: 2030 }),
      ]),
    ).toEqual([]);
  });

  it("does not judge a lever that is switched off", () => {
    expect(complaints([build({ schoolCode: "7777", startYear: 2020, enabled: false })])).toEqual([]);
  });

  it("refuses teachers for a stage that no school teaches", () => {
    const onlyPrimary = county([school({ code: "1001", primary: [1, 1, 1, 1, 1, 1] })]);
    const document = scenario({ levers: [hire({ target: { mode: "largest_deficit", stage: "junior" } })] });
    expect(checkLevers(onlyPrimary, document)).toEqual([
      { path: "levers.0.target.stage", message: "planning.issues.stageNotTaughtInCounty" },
    ]);
  });

  it("refuses an empty or contradictory series of entrants", () => {
    expect(complaints([], { entrants: { mode: "series", series: [] } })).toEqual([["assumptions.entrants.series", "seriesEmpty"]]);
    const twice = [
      { year: 2027, entrants: 1 },
      { year: 2027, entrants: 2 },
    ];
    expect(complaints([], { entrants: { mode: "series", series: twice } })).toEqual([
      ["assumptions.entrants.series.1.year", "seriesYearTwice"],
    ]);
  });

  it("refuses shares that add up to more than one, unknown schools among them, and ages of nobody, with the figures", () => {
    const found = checkLevers(
      dataset,
      scenario({
        assumptions: {
          zoneShares: [
            { schoolCode: "1001", share: 0.7 },
            { schoolCode: "7777", share: 0.5 },
          ],
          feederShares: [
            { fromCode: "1001", toCode: "2001", share: 0.6 },
            { fromCode: "1001", toCode: "7777", share: 0.6 },
            { fromCode: "8888", toCode: "2001", share: 1 },
          ],
          retirement: "by_age",
          ageShares: [0, 0, 0, 0, 0, 0, 0, 0, 0],
        },
      }),
    );
    expect(found).toEqual([
      { path: "assumptions.zoneShares.1.schoolCode", message: "planning.issues.unknownSchool", params: { schoolCode: "7777" } },
      { path: "assumptions.zoneShares", message: "planning.issues.zoneSharesOverOne", params: { share: 1.2 } },
      { path: "assumptions.feederShares.1.toCode", message: "planning.issues.unknownSchool", params: { schoolCode: "7777" } },
      { path: "assumptions.feederShares.2.fromCode", message: "planning.issues.unknownSchool", params: { schoolCode: "8888" } },
      { path: "assumptions.feederShares", message: "planning.issues.feederSharesOverOne", params: { schoolCode: "1001", share: 1.2 } },
      { path: "assumptions.ageShares", message: "planning.issues.ageSharesEmpty" },
    ]);
  });

  it("refuses a zone share of a school that does not teach grade 1, and of a school twice, but not of one that will open", () => {
    const zoneShares = ["2001", "1001", "1001", "N001"].map((schoolCode) => ({ schoolCode, share: 0.1 }));
    const levers = [lever("open_school", { code: "N001", schoolType: "primary", leadYears: 2 })];
    expect(checkLevers(dataset, scenario({ horizonYears: 5, assumptions: { zoneShares }, levers }))).toEqual([
      {
        path: "assumptions.zoneShares.0.schoolCode",
        message: "planning.issues.gradeNotTaught",
        params: { schoolName: "学校2001", grade: 1 },
      },
      { path: "assumptions.zoneShares.2", message: "planning.issues.zoneShareTwice", params: { schoolName: "学校1001" } },
    ]);
  });

  it("refuses ages of the teachers of an unknown school, of nobody, and of a school twice", () => {
    const ages = (schoolCode: string, first: number) => ({ schoolCode, teachers: [first, 0, 0, 0, 0, 0, 0, 0, 0], womenShare: 0.5 });
    const schoolAges = [ages("7777", 1), ages("1001", 3), ages("1001", 3), ages("2001", 0)] as Assumptions["schoolAges"];
    expect(checkLevers(dataset, scenario({ assumptions: { schoolAges } }))).toEqual([
      { path: "assumptions.schoolAges.0.schoolCode", message: "planning.issues.unknownSchool", params: { schoolCode: "7777" } },
      { path: "assumptions.schoolAges.2", message: "planning.issues.schoolAgesTwice", params: { schoolName: "学校1001" } },
      { path: "assumptions.schoolAges.3.teachers", message: "planning.issues.schoolAgesEmpty", params: { schoolName: "学校2001" } },
    ]);
  });

  it("allows shares that add up to exactly one, and ages where nobody retires by them", () => {
    const zoneShares = [{ schoolCode: "1001", share: 1 }];
    const feederShares = [
      { fromCode: "1001", toCode: "2001", share: 0.7 },
      { fromCode: "1001", toCode: "2001", share: 0.3 },
    ];
    expect(complaints([], { zoneShares, feederShares, ageShares: [0, 0, 0, 0, 0, 0, 0, 0, 0] })).toEqual([]);
  });

  it("says which year, which school and how much a complaint is about", () => {
    const first = (lever: Lever) => checkLevers(dataset, scenario({ horizonYears: 5, levers: [lever] }))[0]?.params;
    expect(first(build({ startYear: 2025 }))).toEqual({ baseYear: 2026 });
    expect(first(build({ leadYears: 0 }))).toEqual({ baseYear: 2026 });
    expect(first(build({ leadYears: 6 }))).toEqual({ effectYear: 2032, lastYear: 2031 });
    expect(first(rotate({ endYear: 2026 }))).toEqual({ effectYear: 2027 });
    expect(checkLevers(dataset, scenario({ horizonYears: 5, levers: [build({ id: "x" }), hire({ id: "x" })] }))[0]?.params).toEqual({
      id: "x",
    });
    expect(first(build({ schoolCode: "7777" }))).toEqual({ schoolCode: "7777" });
    expect(first(build({ schoolCode: "9001" }))).toEqual({ schoolName: "学校9001" });
    const closes = lever("close_school", { id: "close", schoolCode: "1001", targets: [{ schoolCode: "1002", share: 1 }] });
    const two = county([...dataset.schools, school({ code: "1002", primary: [1, 1, 1, 1, 1, 1] })]);
    const paramsOf = (...levers: readonly Lever[]) => checkLevers(two, scenario({ horizonYears: 5, levers })).map(({ params }) => params);
    // Closed in 2027: what counts from that year on comes too late.
    expect(paramsOf(closes, build({}))).toEqual([{ schoolName: "学校1001", year: 2027 }]);
    const opens = lever("open_school", { id: "open", code: "N001", leadYears: 3 });
    const zone = (leadYears: number) =>
      lever("rezone", { id: "zone", fromCode: "1001", toCode: "N001", stage: "primary", scope: "entrants", share: 0.5, leadYears });
    expect(paramsOf(opens, zone(2))).toEqual([{ schoolName: "规划新校", year: 2029 }]);
    expect(paramsOf(opens, zone(3))).toEqual([]);
    expect(first(rotate({ eligibleShare: 1, rotationShare: 0.4, termYears: 3 }))).toEqual({ share: expect.closeTo(1.2, 9) });
    const entrants = { mode: "series" as const, series: [2027, 2027].map((year) => ({ year, entrants: 1 })) };
    expect(checkLevers(dataset, scenario({ assumptions: { entrants } }))[0]?.params).toEqual({ year: 2027 });
  });

  it("lets a lever count in the first year after the base year and in the last of the horizon", () => {
    expect(complaints([build({ leadYears: 1 })])).toEqual([]);
    expect(complaints([build({ leadYears: 5 })])).toEqual([]);
    expect(complaints([rotate({ endYear: 2027 })])).toEqual([]);
  });

  it("refuses a lever for a stage that its school's type has but its return has not, by name", () => {
    const silent = county([school({ code: "1001", type: "nine_year", primary: [1, 1, 1, 1, 1, 1] })]);
    const document = scenario({ levers: [hire({ target: { mode: "school", schoolCode: "1001", stage: "junior" } })] });
    expect(checkLevers(silent, document)).toEqual([
      { path: "levers.0.target.stage", message: "planning.issues.stageNotTaught", params: { schoolName: "学校1001" } },
    ]);
    const anywhere = scenario({ levers: [hire({ target: { mode: "largest_deficit", stage: "junior" } })] });
    expect(checkLevers(silent, anywhere).map(({ message }) => message)).toEqual(["planning.issues.stageNotTaughtInCounty"]);
  });

  it("lets a lever count before its school closes, and after a closing that is switched off", () => {
    const two = county([...dataset.schools, school({ code: "1002", primary: [1, 1, 1, 1, 1, 1] })]);
    const closing = (parts: Partial<LeverOf<"close_school">>) =>
      lever("close_school", { id: "close", schoolCode: "1001", targets: [{ schoolCode: "1002", share: 1 }], ...parts });
    const found = (...levers: readonly Lever[]) => checkLevers(two, scenario({ horizonYears: 5, levers })).length;
    expect(found(closing({ leadYears: 3 }), build({ leadYears: 2 }))).toBe(0);
    expect(found(closing({ leadYears: 2 }), build({ leadYears: 2 }))).toBe(1);
    expect(found(closing({ leadYears: 2, enabled: false }), build({ leadYears: 2 }))).toBe(0);
  });

  it("names the lever that takes more than there is, whatever stands before it, and leaves that one out", () => {
    // 50 万 of equipment: the twelfth asks for 60.
    const fine = Array.from({ length: 11 }, (_, index) => build({ id: `build-${index}` }));
    const levers = [...fine, lever("write_off", { schoolCode: "1001", valueWan: 60, multimediaRooms: 0 })];
    const document = scenario({ horizonYears: 5, levers });
    expect(checkLevers(dataset, document)).toEqual([
      { path: "levers.11.valueWan", message: "planning.issues.moreThanExists", params: { asked: 60, present: 50 } },
    ]);
    const { possible, impossible } = possibleLevers(dataset, document);
    expect([possible, impossible]).toEqual([fine, levers.slice(11)]);
  });

  it("uses only keys of the catalogue", () => {
    const issues = checkLevers(dataset, scenario({ levers: [build({ schoolCode: "7777", startYear: 1999 + 26 })] }));
    for (const issue of issues) expect(issueKeys.map((key) => `planning.issues.${key}`)).toContain(issue.message);
  });
});
