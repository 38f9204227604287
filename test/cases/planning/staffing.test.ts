import type { CountyColumns } from "@server/compliance/engine/index";
import type { Lever } from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/check";
import type { School, TeacherGroup } from "@server/statistics/contract";
import { unreportedSchool } from "@server/statistics/facts-contract";
import { describe, expect, it } from "vitest";
import { columnsByYear, county, lever, run, scenario, school, yearOf } from "./county";

const grades = [20, 20, 20, 20, 20, 20] as const;
const staffed = (code: string, teachers: Partial<TeacherGroup>, certified: number, trained360: number): School => ({
  ...school({ code, primary: [...grades], primaryTeachers: teachers }),
  locality: "rural",
  staff: { ...unreportedSchool().staff, certified, trained360, underFiveYears: 0 },
});
/*
 *         teachers  degree  backbone  music  certified  trained
 *   1001     20       12       4        2        18        15
 *   1002     10        8       0        0        10         5
 */
const dataset = county([
  staffed("1001", { fullTime: 20, aboveRequiredEducation: 12, backbone: 4, music: 2 }, 18, 15),
  staffed("1002", { fullTime: 10, aboveRequiredEducation: 8 }, 10, 5),
]);
const read =
  (field: keyof TeacherGroup) =>
  ({ teachers }: CountyColumns) =>
    teachers.primary[field];
const certified = ({ further }: CountyColumns) => further["staff.certified"];
const trained = ({ further }: CountyColumns) => further["staff.trained360"];

describe("programmes, by hand", () => {
  it("give higher degrees where they are lacking, in proportion, to those who succeed", () => {
    // 8 + 2 lack a degree; 5 take part, 0.8 succeed: 4 → 3.2 at 1001, 0.8 at 1002; 5 × 0.5 万 a year
    const levers = [
      lever("upgrade_education", { schoolCode: "", stage: "primary", count: 5, fulfilment: 0.8, endYear: 2027, costWanPerPerson: 0.5 }),
    ];
    const { cell } = columnsByYear(dataset, scenario({ horizonYears: 2, levers }));
    expect(cell(2027, "1001", read("aboveRequiredEducation"))).toBeCloseTo(15.2, 9);
    expect(cell(2027, "1002", read("aboveRequiredEducation"))).toBeCloseTo(8.8, 9);
    expect(cell(2028, "1001", read("aboveRequiredEducation"))).toBeCloseTo(15.2, 9);
    expect(run(dataset, scenario({ horizonYears: 2, levers })).cost.map(({ totalWan }) => totalWan)).toEqual([0, 2.5, 0]);
  });

  it("train backbone teachers at one school, never more than there are teachers", () => {
    const levers = [lever("train_backbone", { schoolCode: "1002", stage: "primary", count: 20, fulfilment: 1, endYear: 2027 })];
    const { cell, trace } = columnsByYear(dataset, scenario({ levers }));
    expect(cell(2027, "1002", read("backbone"))).toBeCloseTo(10, 9);
    expect(trace.notices).toContainEqual({
      key: "programmeBeyondNeed",
      leverId: "train_backbone",
      year: 2027,
      params: { planned: 20, reached: 10 },
    });
  });

  it("complete the 360 hours (G9) and the certificates (G12) of all teachers", () => {
    // 5 + 5 lack the hours, 2 + 0 a certificate
    const levers = [
      lever("train_360", { schoolCode: "", count: 10, fulfilment: 1, endYear: 2027 }),
      lever("certify_teachers", { schoolCode: "1001", count: 2, fulfilment: 1, endYear: 2027 }),
    ];
    const { cell } = columnsByYear(dataset, scenario({ levers }));
    expect(cell(2027, "1001", trained)).toBeCloseTo(20, 9);
    expect(cell(2027, "1002", trained)).toBeCloseTo(10, 9);
    expect(cell(2027, "1001", certified)).toBeCloseTo(20, 9);
    const answer = run(dataset, scenario({ levers }));
    expect([yearOf(answer.baseline, 2027), yearOf(answer.trial, 2027)].map(({ items }) => [items?.G9, items?.G12])).toEqual([
      ["not_met", "not_met"],
      ["met", "met"],
    ]);
  });
});

describe("explicit rotation, by hand", () => {
  const rotation = lever("rotate_teachers", {
    fromCode: "1001",
    toCode: "1002",
    stage: "primary",
    teachers: 5,
    backbone: 2,
    music: 1,
    termYears: 2,
    annualCostWanPerTeacher: 1,
  });

  it("moves the stated attributes, the others and the certificates in proportion, and brings all home after the term", () => {
    const { cell } = columnsByYear(dataset, scenario({ horizonYears: 3, levers: [rotation] }));
    // degrees: 5 of 20 teachers → 3 of 12; certificates: 5/20 of 18 = 4.5
    const figures = (year: number, code: string) =>
      [read("fullTime"), read("backbone"), read("music"), read("aboveRequiredEducation"), certified].map((column) =>
        cell(year, code, column),
      );
    expect(figures(2027, "1001")).toEqual([15, 2, 1, 9, 13.5]);
    expect(figures(2028, "1002")).toEqual([15, 2, 1, 11, 14.5]);
    expect(figures(2029, "1001").slice(0, 4)).toEqual([20, 4, 2, 12]);
  });

  it("is what the county reports as rotated, and pays each teacher for each year away", () => {
    const answer = run(dataset, scenario({ horizonYears: 3, levers: [rotation] }));
    expect(answer.flows).toEqual([{ year: 2027, stage: "primary", fromCode: "1001", toCode: "1002", teachers: 5, backbone: 2 }]);
    expect(answer.cost.map(({ totalWan }) => totalWan)).toEqual([0, 5, 5, 0]);
    const { at } = columnsByYear(dataset, scenario({ levers: [rotation] }));
    expect(at(2027).countyFacts.facts).toMatchObject({ rotated: 5, rotatedBackbone: 2 });
  });

  it.each<[string, Partial<Extract<Lever, { type: "rotate_teachers" }>>, readonly string[]]>([
    ["more teachers than there are", { teachers: 21, backbone: null }, ["levers.0.teachers moreThanExists"]],
    ["more backbone teachers than there are", { teachers: 10, backbone: 5 }, ["levers.0.backbone moreThanExists"]],
    ["more of an attribute than teachers", { teachers: 1, backbone: 2 }, ["levers.0.backbone moreThanTeachers"]],
    ["a stage that is not taught", { stage: "junior" }, ["levers.0.stage stageNotTaught", "levers.0.stage stageNotTaught"]],
  ])("refuses %s", (_, parts, expected) => {
    const base = { fromCode: "1001", toCode: "1002", stage: "primary" as const };
    const found = checkLevers(dataset, scenario({ levers: [lever("rotate_teachers", { ...base, ...parts })] }));
    expect(found.map(({ path, message }) => `${path} ${message.replace("planning.issues.", "")}`)).toEqual(expected);
  });
});

describe("visiting teachers, by hand", () => {
  it("are reported at the host while they come, and cost an allowance", () => {
    const visiting = lever("itinerant_teachers", { schoolCode: "1002", subject: "music", count: 2, endYear: 2027, annualCostWan: 0.5 });
    const document = scenario({ horizonYears: 2, levers: [visiting] });
    const { cell } = columnsByYear(dataset, document);
    const music = ({ further }: CountyColumns) => further["staff.visitingMusic"];
    expect([2027, 2028].map((year) => cell(year, "1002", music))).toEqual([2, 0]);
    expect(run(dataset, document).cost.map(({ totalWan }) => totalWan)).toEqual([0, 1, 0]);
  });

  it("count in rural schools only", () => {
    const town = county([school({ code: "1001", primary: [...grades] })]);
    const found = checkLevers(town, scenario({ levers: [lever("itinerant_teachers", { schoolCode: "1001", endYear: 2027 })] }));
    expect(found.map(({ message }) => message)).toEqual(["planning.issues.reliefNeedsRural"]);
  });
});

describe("leaving and coming, by hand", () => {
  it("takes certificates and training along in proportion and refills with the same mix", () => {
    const document = scenario({ assumptions: { teacherAttrition: 0.1, teacherReplacement: 0.5 } });
    const { cell } = columnsByYear(dataset, document);
    // 20 − 2 + 1 = 19, everything × 0.95
    expect(cell(2027, "1001", read("fullTime"))).toBeCloseTo(19, 9);
    expect(cell(2027, "1001", certified)).toBeCloseTo(17.1, 9);
    expect(cell(2027, "1001", ({ further }) => further["staff.underFiveYears"])).toBeCloseTo(1, 9);
  });

  it("lets degrees and backbone grow without programmes where assumed", () => {
    const { cell } = columnsByYear(dataset, scenario({ assumptions: { upgradingRate: 0.25, backboneRate: 0.5 } }));
    expect(cell(2027, "1001", read("aboveRequiredEducation"))).toBeCloseTo(14, 9); // 12 + 8 / 4
    expect(cell(2027, "1001", read("backbone"))).toBeCloseTo(12, 9); // 4 + 16 / 2
  });
});
