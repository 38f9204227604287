import type { Lever } from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/index";
import { unreportedSchool } from "@server/statistics/facts-contract";
import { describe, expect, it } from "vitest";
import { county, lever, scenario, school } from "./county";

const grades = [20, 20, 20, 20, 20, 20] as const;
const base = county([
  { ...school({ code: "1001", primary: [...grades] }), conditions: { ...unreportedSchool().conditions, denseCentre: true } },
  school({ code: "1002", primary: [...grades] }),
  { ...school({ code: "1003", primary: [...grades], ownerCode: 10 }), locality: "rural" },
  school({ code: "2001", junior: [20, 20, 20] }),
]);
const dataset = {
  ...base,
  county: { ...base.county, facts: { ...base.county.facts, specialPupils: 20, civilServantPayWan: 9, teacherPayWan: 8, quotaPlaces: 100 } },
};
const complaints = (...levers: readonly Lever[]): readonly string[] =>
  checkLevers(dataset, scenario({ horizonYears: 5, levers })).map(
    ({ path, message }) => `${path} ${message.replace("planning.issues.", "")}`,
  );

describe("the schools that a lever names", () => {
  it.each<[Lever, readonly string[]]>([
    [lever("build_classrooms", { schoolCode: "7777" }), ["levers.0.schoolCode unknownSchool"]],
    [lever("build_sports", { schoolCode: "7777" }), ["levers.0.schoolCode unknownSchool"]],
    [lever("convert_sports", { schoolCode: "7777" }), ["levers.0.schoolCode unknownSchool"]],
    [lever("lease_venue", { schoolCode: "7777", endYear: 2028 }), ["levers.0.schoolCode unknownSchool"]],
    [lever("build_special_rooms", { schoolCode: "7777" }), ["levers.0.schoolCode unknownSchool"]],
    [lever("buy_equipment", { schoolCode: "7777" }), ["levers.0.schoolCode unknownSchool"]],
    [lever("equip_multimedia", { schoolCode: "7777" }), ["levers.0.schoolCode unknownSchool"]],
    [lever("write_off", { schoolCode: "7777" }), ["levers.0.schoolCode unknownSchool"]],
    [lever("itinerant_teachers", { schoolCode: "7777", endYear: 2028 }), ["levers.0.schoolCode unknownSchool"]],
    [lever("public_funds", { schoolCode: "7777" }), ["levers.0.schoolCode unknownSchool"]],
    [lever("training_funds", { schoolCode: "7777" }), ["levers.0.schoolCode unknownSchool"]],
    [lever("class_cap", { schoolCode: "7777", stage: "primary" }), ["levers.0.schoolCode unknownSchool"]],
    [lever("train_360", { schoolCode: "7777", endYear: 2028 }), ["levers.0.schoolCode unknownSchool"]],
    [lever("certify_teachers", { schoolCode: "7777", endYear: 2028 }), ["levers.0.schoolCode unknownSchool"]],
    [
      lever("transfer_equipment", { fromCode: "7777", toCode: "8888" }),
      ["levers.0.fromCode unknownSchool", "levers.0.toCode unknownSchool"],
    ],
    [
      lever("rotate_teachers", { fromCode: "7777", toCode: "8888", stage: "primary" }),
      ["levers.0.fromCode unknownSchool", "levers.0.toCode unknownSchool"],
    ],
    [
      lever("rezone", { fromCode: "7777", toCode: "8888", stage: "primary" }),
      ["levers.0.fromCode unknownSchool", "levers.0.toCode unknownSchool"],
    ],
    [
      lever("close_school", { schoolCode: "7777", targets: [{ schoolCode: "8888", share: 1 }] }),
      ["levers.0.schoolCode unknownSchool", "levers.0.targets.0.schoolCode unknownSchool"],
    ],
  ])("must be in the data: $type", (measure, expected) => {
    expect(complaints(measure)).toEqual(expected);
  });

  it.each<[Lever, readonly string[]]>([
    [lever("upgrade_education", { schoolCode: "1001", stage: "junior", endYear: 2028 }), ["levers.0.stage stageNotTaught"]],
    [lever("train_backbone", { schoolCode: "2001", stage: "primary", endYear: 2028 }), ["levers.0.stage stageNotTaught"]],
    [lever("class_cap", { schoolCode: "1001", stage: "junior" }), ["levers.0.stage stageNotTaught"]],
    [lever("rezone", { fromCode: "1001", toCode: "2001", stage: "primary" }), ["levers.0.stage stageNotTaught"]],
    [lever("rezone", { fromCode: "1001", toCode: "1001", stage: "primary" }), ["levers.0.toCode sameSchool"]],
    [lever("rotate_teachers", { fromCode: "1001", toCode: "1001", stage: "primary", teachers: 0.5 }), ["levers.0.toCode sameSchool"]],
    [lever("public_funds", { schoolCode: "1003" }), ["levers.0.schoolCode privateSchool"]],
    [lever("training_funds", { schoolCode: "1003" }), ["levers.0.schoolCode privateSchool"]],
    [lever("lease_venue", { schoolCode: "1002", endYear: 2028 }), ["levers.0.schoolCode reliefNeedsDenseCentre"]],
    [lever("itinerant_teachers", { schoolCode: "1002", endYear: 2028 }), ["levers.0.schoolCode reliefNeedsRural"]],
    [lever("open_school", { code: "N001", gymAreaM2: 7000 }), ["levers.0.gymAreaM2 gymBeyondTeachingArea"]],
    [lever("county_fact", { mode: "values", targetYear: null, values: [] }), ["levers.0.values valuesEmpty"]],
    [lever("county_fact", { mode: "linear", targetValue: null, targetYear: 2028 }), ["levers.0.targetValue targetMissing"]],
    [lever("county_fact", { mode: "linear", targetValue: 5, targetYear: 2026 }), ["levers.0.targetYear endBeforeEffect"]],
    [lever("county_fact", { mode: "linear", targetValue: 5, targetYear: null }), ["levers.0.targetYear endBeforeEffect"]],
    [lever("county_fact", { fact: "seniorPlaces", mode: "linear", targetValue: 5, targetYear: 2028 }), ["levers.0.fact factUnknown"]],
    [
      lever("county_fact", {
        mode: "values",
        targetYear: null,
        values: [
          { year: 2026, value: 1 },
          { year: 2028, value: 1 },
          { year: 2028, value: 2 },
        ],
      }),
      ["levers.0.values.0.year startBeforeBase", "levers.0.values.2.year valuesYearTwice"],
    ],
  ])("must suit the measure: $type", (measure, expected) => {
    expect(complaints(measure)).toEqual(expected);
  });

  it("may not be closed, opened or followed twice", () => {
    const close = lever("close_school", { schoolCode: "1001", targets: [{ schoolCode: "1002", share: 1 }] });
    expect(complaints(close, { ...close, id: "again" }).filter((text) => text.endsWith("closedTwice"))).toEqual([
      "levers.0.schoolCode closedTwice",
      "levers.1.schoolCode closedTwice",
    ]);
    const twice = {
      ...close,
      targets: [
        { schoolCode: "1002", share: 0.5 },
        { schoolCode: "1002", share: 0.5 },
      ],
    } as Lever;
    expect(complaints(twice)).toEqual(["levers.0.targets.1.schoolCode targetTwice"]);
    const open = lever("open_school", { code: "N001" });
    expect(complaints(open, { ...open, id: "again" })).toEqual(["levers.0.code codeTaken", "levers.1.code codeTaken"]);
    const fact = lever("county_fact", { targetYear: null });
    expect(complaints(fact, { ...fact, id: "again" })).toEqual(["levers.0.fact factTwice", "levers.1.fact factTwice"]);
    expect(complaints(fact, { ...lever("county_fact", { fact: "quotaRural", targetYear: null }), id: "other" })).toEqual([]);
  });
});
