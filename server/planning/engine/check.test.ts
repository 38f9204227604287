import { build, county, hire, rotate, scenario, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import type { Lever, ScenarioDocument } from "../contract";
import { issueKeys } from "../contract";
import { checkLevers } from "./check";

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

  it("uses only keys of the catalogue", () => {
    const issues = checkLevers(dataset, scenario({ levers: [build({ schoolCode: "7777", startYear: 1999 + 26 })] }));
    for (const issue of issues) expect(issueKeys.map((key) => `planning.issues.${key}`)).toContain(issue.message);
  });
});
