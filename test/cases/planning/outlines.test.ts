import type { Lever, Projection } from "@server/planning/contract";
import { leverOutlines } from "@server/planning/engine/index";
import { describe, expect, it } from "vitest";
import { lever, scenario } from "./county";

type Summary = Projection["levers"][number]["summary"];

/** In the works of the defaults: 4 rooms of 90 m² at 4500 yuan, and so on; started in 2026, in force from 2027. */
const at = { schoolCode: "1001" };
const sentences: readonly (readonly [string, Lever, Summary["key"], Summary["params"]])[] = [
  [
    "classrooms with multimedia: 4 × 90 × 4500 yuan + 4 × 2.5 万元",
    lever("build_classrooms", at),
    "build_classrooms.withMultimedia",
    { ...at, rooms: 4, areaM2: 360, effectYear: 2027, costWan: 172 },
  ],
  [
    "classrooms without",
    lever("build_classrooms", { ...at, multimedia: false }),
    "build_classrooms.plain",
    { ...at, rooms: 4, areaM2: 360, effectYear: 2027, costWan: 162 },
  ],
  ["a field", lever("build_sports", at), "build_sports.field", { ...at, areaM2: 2000, effectYear: 2027, costWan: 80 }],
  ["a gym", lever("build_sports", { ...at, kind: "gym" }), "build_sports.gym", { ...at, areaM2: 2000, effectYear: 2027, costWan: 80 }],
  ["converted space", lever("convert_sports", at), "convert_sports.plain", { ...at, areaM2: 500, effectYear: 2027, costWan: 50 }],
  [
    "a lease: 1000 m² at 120 yuan a year",
    lever("lease_venue", { ...at, endYear: 2029 }),
    "lease_venue.plain",
    { ...at, areaM2: 1000, effectYear: 2027, endYear: 2029, annualCostWan: 12 },
  ],
  [
    "two music rooms of 96 m²",
    lever("build_special_rooms", { ...at, rooms: 2 }),
    "build_special_rooms.music",
    { ...at, rooms: 2, areaM2: 96, effectYear: 2027, costWan: 86.4 },
  ],
  [
    "an art room",
    lever("build_special_rooms", { ...at, kind: "art", unitCostYuanPerM2: 1000 }),
    "build_special_rooms.art",
    { ...at, rooms: 1, areaM2: 96, effectYear: 2027, costWan: 9.6 },
  ],
  ["equipment", lever("buy_equipment", at), "buy_equipment.plain", { ...at, valueWan: 50, effectYear: 2027 }],
  ["multimedia rooms", lever("equip_multimedia", at), "equip_multimedia.plain", { ...at, rooms: 4, effectYear: 2027, costWan: 10 }],
  [
    "a write-off",
    lever("write_off", { ...at, multimediaRooms: 1 }),
    "write_off.plain",
    { ...at, valueWan: 10, rooms: 1, effectYear: 2027 },
  ],
  [
    "a transfer",
    lever("transfer_equipment", { fromCode: "1001", toCode: "1002", multimediaRooms: 2 }),
    "transfer_equipment.plain",
    { fromCode: "1001", toCode: "1002", valueWan: 10, rooms: 2, effectYear: 2027 },
  ],
  [
    "teachers for a school: 80 % of 5 posts at 11 万元",
    lever("hire_teachers", { target: { mode: "school", schoolCode: "1001", stage: "primary" }, count: 5 }),
    "hire_teachers.toSchool",
    { ...at, stage: "primary", subject: "general", count: 5, hired: 4, effectYear: 2027, annualCostWan: 44 },
  ],
  [
    "teachers where they are lacking",
    lever("hire_teachers", { target: { mode: "largest_deficit", stage: "primary" }, count: 10, subject: "art" }),
    "hire_teachers.byDeficit",
    { stage: "primary", subject: "art", count: 10, hired: 8, effectYear: 2027, annualCostWan: 88 },
  ],
  [
    "degrees at a school: 80 % of 10 a year at 0.6 万元",
    lever("upgrade_education", { ...at, stage: "primary", endYear: 2030 }),
    "upgrade_education.school",
    { ...at, stage: "primary", count: 10, reached: 8, effectYear: 2027, endYear: 2030, annualCostWan: 6 },
  ],
  [
    "backbone teachers over the county",
    lever("train_backbone", { schoolCode: "", stage: "primary", endYear: 2030 }),
    "train_backbone.county",
    { stage: "primary", count: 5, reached: 3, effectYear: 2027, endYear: 2030, annualCostWan: 5 },
  ],
  [
    "hours of training over the county",
    lever("train_360", { schoolCode: "", endYear: 2028 }),
    "train_360.county",
    { count: 100, reached: 95, effectYear: 2027, endYear: 2028, annualCostWan: 15 },
  ],
  [
    "certificates at a school",
    lever("certify_teachers", { ...at, endYear: 2028 }),
    "certify_teachers.school",
    { ...at, count: 5, reached: 4, effectYear: 2027, endYear: 2028, annualCostWan: 0.5 },
  ],
  [
    "named teachers who rotate",
    lever("rotate_teachers", { fromCode: "1001", toCode: "1002", stage: "primary", teachers: 2 }),
    "rotate_teachers.plain",
    { fromCode: "1001", toCode: "1002", stage: "primary", teachers: 2, effectYear: 2027, termYears: 3 },
  ],
  [
    "a rotation quota",
    lever("rotation_quota", { endYear: 2030 }),
    "rotation_quota.policy",
    { eligibleShare: 0.4, rotationShare: 0.1, backboneShare: 0.2, effectYear: 2027, endYear: 2030, termYears: 3 },
  ],
  [
    "visiting teachers",
    lever("itinerant_teachers", { schoolCode: "1003", count: 2, endYear: 2028 }),
    "itinerant_teachers.plain",
    { schoolCode: "1003", subject: "music", count: 2, effectYear: 2027, endYear: 2028, annualCostWan: 1.44 },
  ],
  [
    "a closure, with the first of those that take over",
    lever("close_school", {
      schoolCode: "1001",
      targets: [
        { schoolCode: "1002", share: 0.5 },
        { schoolCode: "1003", share: 0.5 },
      ],
    }),
    "close_school.plain",
    { ...at, toCode: "1002", targets: 2, effectYear: 2027 },
  ],
  [
    "a new school: building and equipment",
    lever("open_school", { code: "N001", leadYears: 3 }),
    "open_school.plain",
    { name: "规划新校", rooms: 24, effectYear: 2029, costWan: 5940 },
  ],
  [
    "a new school that comes from another",
    lever("open_school", { code: "N001", originCode: "1001", buildingCostWan: 0 }),
    "open_school.from",
    { name: "规划新校", originCode: "1001", event: "split", rooms: 24, effectYear: 2027, costWan: 300 },
  ],
  [
    "a zone for entrants",
    lever("rezone", { fromCode: "1001", toCode: "1002", stage: "primary" }),
    "rezone.entrants",
    { fromCode: "1001", toCode: "1002", stage: "primary", movedShare: 0.3, effectYear: 2027 },
  ],
  [
    "a zone for all pupils",
    lever("rezone", { fromCode: "1001", toCode: "1002", stage: "primary", scope: "all_pupils", share: 0.5 }),
    "rezone.pupils",
    { fromCode: "1001", toCode: "1002", stage: "primary", movedShare: 0.5, effectYear: 2027 },
  ],
  [
    "a cap for every school",
    lever("class_cap", { schoolCode: "", stage: "primary" }),
    "class_cap.county",
    { stage: "primary", cap: 45, effectYear: 2027 },
  ],
  [
    "a cap for one school",
    lever("class_cap", { ...at, stage: "primary", cap: 40 }),
    "class_cap.school",
    { ...at, stage: "primary", cap: 40, effectYear: 2027 },
  ],
  [
    "public funds of every school",
    lever("public_funds", { schoolCode: "" }),
    "public_funds.county",
    { primaryYuan: 720, juniorYuan: 940, effectYear: 2027 },
  ],
  [
    "public funds of one school",
    lever("public_funds", at),
    "public_funds.school",
    { ...at, primaryYuan: 720, juniorYuan: 940, effectYear: 2027 },
  ],
  [
    "training funds of every school",
    lever("training_funds", { schoolCode: "" }),
    "training_funds.county",
    { fundsShare: 0.05, effectYear: 2027 },
  ],
  ["training funds of one school", lever("training_funds", at), "training_funds.school", { ...at, fundsShare: 0.05, effectYear: 2027 }],
  ["funds of special education", lever("special_funds", {}), "special_funds.plain", { perPupilYuan: 6000, effectYear: 2027 }],
  ["teachers' pay", lever("teacher_pay", {}), "teacher_pay.plain", { payShare: 1, effectYear: 2027 }],
  [
    "a county figure as last year",
    lever("county_fact", { targetYear: null }),
    "county_fact.as_last_year",
    { fact: "quotaPlaces", effectYear: 2027 },
  ],
  [
    "a county figure straight to its target",
    lever("county_fact", { mode: "linear", targetValue: 160, targetYear: 2029 }),
    "county_fact.linear",
    { fact: "quotaPlaces", effectYear: 2027, target: 160, targetYear: 2029 },
  ],
  [
    "a county figure by years, with the last of them",
    lever("county_fact", {
      mode: "values",
      targetYear: null,
      values: [
        { year: 2027, value: 5 },
        { year: 2028, value: 7 },
      ],
    }),
    "county_fact.values",
    { fact: "quotaPlaces", effectYear: 2027, target: 7, targetYear: 2028 },
  ],
  ["statements", lever("declare", { item: "vetoes", endYear: 2028 }), "declare.plain", { item: "vetoes", effectYear: 2027, endYear: 2028 }],
  [
    "a result of the county, in percent",
    lever("county_fact", { fact: "X1.satisfiedShare", mode: "linear", targetValue: 88, targetYear: 2029 }),
    "county_fact.linear",
    { fact: "X1.satisfiedShare", effectYear: 2027, target: 88, targetYear: 2029 },
  ],
  [
    "what every school finds of itself",
    lever("school_findings", { schoolCode: "", moralEducation: "keep" }),
    "school_findings.county",
    { charter: "yes", informatised: "yes", moralEducation: "keep", effectYear: 2027 },
  ],
];

describe("a lever in words", () => {
  it.each(sentences)("says of %s", (_, measure, key, params) => {
    const [outline] = leverOutlines(scenario({ levers: [measure] }));
    expect(outline).toMatchObject({ id: measure.id, type: measure.type, effectYear: measure.startYear + measure.leadYears });
    expect(outline?.summary.key).toBe(key);
    const told = Object.entries(outline?.summary.params ?? {}).map(([name, value]) => [
      name,
      typeof value === "number" ? Number(value.toFixed(9)) : value,
    ]);
    expect(Object.fromEntries(told)).toEqual(params);
  });
});
