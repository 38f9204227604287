import { smallCounty } from "@db/seeds/small-county";
import { type LeverDefaults, leverSchema, leverTypes, type ScenarioSchool } from "@server/planning/contract";
import { planningDefaults } from "@server/planning/defaults";
import { describe, expect, test } from "vitest";
import { newLever } from "~/features/planning/lever-form";
import { coverShortfalls } from "./bulk";
import { addLevers } from "./edits";
import { figureOf, schoolsOf, sizeField, sliderRange } from "./lever-figures";
import { readLevers, type TsvContext, type TsvWords, tsvColumns, writeLevers } from "./lever-tsv";
import type { SectionOutcome } from "./simulation-protocol";

const defaults = planningDefaults(smallCounty());
const levers: LeverDefaults = defaults.levers;
const schools: readonly ScenarioSchool[] = [
  { code: "1001", name: "城关镇第一小学", township: "城关镇", stages: ["primary"] },
  { code: "1002", name: "临江镇中心小学", township: "临江镇", stages: ["primary"] },
  { code: "2001", name: "城关镇初级中学", township: "城关镇", stages: ["junior"] },
];
const context: TsvContext = {
  document: {
    format: "hengce.scenario/1",
    name: "甲",
    horizonYears: 10,
    assumptions: defaults.assumptions,
    levers: [],
    annualBudgetWan: null,
  },
  baseYear: 2026,
  defaults: levers,
  schools,
};
const words: TsvWords = {
  header: (column) => `列${column}`,
  type: (type) => `类${type}`,
  stage: (stage) => (stage === "primary" ? "小学" : "初中"),
  yes: "是",
  no: "否",
};
const nameOf = (code: string) => schools.find((school) => school.code === code)?.name ?? code;
const added = (rows: ReturnType<typeof readLevers>) =>
  addLevers(rows.flatMap((row) => ("lever" in row ? [row.lever] : [])))(context.document)?.levers ?? [];

describe("rows for a spreadsheet", () => {
  test("of every kind of lever come back as they went", () => {
    const written = leverTypes.map((type) => leverSchema.parse(newLever(type, context.document, 2026, levers, schools, null)));
    const back = added(readLevers(writeLevers(written, words, nameOf), words, context));
    expect(back.map(({ type }) => type)).toEqual(leverTypes);
    for (const lever of back) {
      const before = written.find(({ type }) => type === lever.type);
      if (before === undefined) throw new Error(lever.type);
      expect([lever.startYear, lever.leadYears, figureOf(lever, sizeField(lever.type).name), schoolsOf(lever)]).toEqual([
        before.startYear,
        before.leadYears,
        figureOf(before, sizeField(before.type).name),
        schoolsOf(before),
      ]);
    }
  });

  test("are read by school name, full-width figures, and columns in any order", () => {
    const text = "列size\t列school\t列type\t列startYear\r\n１２\t临江镇中心小学\t类build_classrooms\t２０２８\r\n";
    expect(added(readLevers(text, words, context))).toMatchObject([
      { type: "build_classrooms", schoolCode: "1002", rooms: 12, startYear: 2028 },
    ]);
  });

  test("that are not understood are named by their line and keep nobody else out", () => {
    const row = (cells: Readonly<Record<string, string>>) => tsvColumns.map((column) => cells[column] ?? "").join("\t");
    const text = [
      row({ type: "类没有" }),
      row({ type: "类buy_equipment", school: "无名小学", size: "3" }),
      row({ type: "类rotate_teachers", school: "1001", to: "9", size: "2" }),
      row({ type: "类buy_equipment", schoolCode: "1001", size: "三" }),
      row({ type: "类buy_equipment", schoolCode: "1001", size: "-3" }),
      row({ type: "类buy_equipment", schoolCode: "1001", size: "3", enabled: "否" }),
    ].join("\n");
    const rows = readLevers(text, words, context);
    expect(rows.map((row) => ("problem" in row ? row.problem : "lever"))).toEqual(["type", "school", "to", "figure", "figure", "lever"]);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(added(rows)).toMatchObject([{ enabled: false, valueWan: 3 }]);
  });
});

describe("covering shortfalls", () => {
  const perIndicator = <T>(value: T) => ({ R1: value, R2: value, R3: value, R4: value, R5: value, R6: value, R7: value });
  const section: SectionOutcome = {
    id: "1001:primary",
    schoolCode: "1001",
    schoolName: "城关镇第一小学",
    stage: "primary",
    pupils: 400,
    verdict: "not_met",
    metCount: 6,
    values: perIndicator(0.5),
    states: perIndicator("below"),
  };
  test("hires whole teachers for a school, and enlarges the lever that is there", () => {
    const cover = coverShortfalls([{ section, amount: 1.6 }], "R3", 2030, context);
    const once = cover(context.document);
    expect(once?.levers).toMatchObject([
      { type: "hire_teachers", count: 2, subject: "physical_education", target: { schoolCode: "1001", stage: "primary" } },
    ]);
    expect(once === null ? null : cover(once)?.levers).toMatchObject([{ count: 4 }]);
  });
  test("does not double a work that is planned but not yet in use in the year of the shortfall", () => {
    const once = coverShortfalls([{ section, amount: 300 }], "R5", 2030, context)(context.document);
    const [built] = once?.levers ?? [];
    if (once === null || built === undefined) throw new Error("nothing was built");
    const before = built.startYear + built.leadYears - 1;
    expect(coverShortfalls([{ section, amount: 300 }], "R5", before, context)(once)?.levers).toEqual([built]);
    expect(coverShortfalls([{ section, amount: 420 }], "R5", before, context)(once)?.levers).toMatchObject([{ areaM2: 420 }]);
  });
  test("builds as many rooms as the missing area needs", () => {
    const area = levers.build_classrooms.areaPerRoomM2;
    expect(coverShortfalls([{ section, amount: area * 2.1 }], "R4", 2030, context)(context.document)?.levers).toMatchObject([{ rooms: 3 }]);
  });
});

test("the slider's range grows in steps and does not follow the value", () => {
  const field = sizeField("build_sports");
  expect(sliderRange(field, 500)).toEqual(sliderRange(field, 480));
  expect(sliderRange(field, 5000).max).toBeGreaterThanOrEqual(10_000);
});
