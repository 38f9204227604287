import type { CountyColumns } from "@server/compliance/engine/index";
import type { Lever } from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/check";
import { bandOfRoom } from "@server/planning/levers/build-special-rooms/lever";
import { unreportedSchool } from "@server/statistics/facts-contract";
import { describe, expect, it } from "vitest";
import { build, columnsByYear, county, lever, run, scenario, school, sectionOf } from "./county";

/*
 * One school 1001 of 100 pupils (grade 6 is empty, so 120 from 2027 on) and one of 200 (240).
 * Both: teaching area 1000 m², gym 0, field 2000 m², equipment 50 万元, 8 multimedia rooms.
 */
const reported = {
  ...unreportedSchool(),
  specialRooms: { music96: 1, music73: 0, music61: 0, music54: 0, art90: 1, art67: 0, art61: 0, art54: 0 },
};
const denseCentre = { ...unreportedSchool().conditions, denseCentre: true };
const dataset = county([
  { ...school({ code: "1001", primary: [20, 20, 20, 20, 20, 0] }), specialRooms: reported.specialRooms, conditions: denseCentre },
  { ...school({ code: "1002", primary: [40, 40, 40, 40, 40, 0] }), specialRooms: reported.specialRooms },
]);

type Read = (columns: CountyColumns) => Float64Array;
const equipment: Read = ({ facilities }) => facilities.equipmentValueWan;
const multimedia: Read = ({ facilities }) => facilities.multimediaRooms;

/** Lever, then the figures that it changes, once: column, school, before (2026), after (2027 and 2028). Then its money of 2026 and 2027. */
const cases: readonly (readonly [string, Lever, readonly (readonly [Read, string, number, number])[], readonly [number, number]])[] = [
  [
    "a field adds outdoor area",
    lever("build_sports", { schoolCode: "1001", kind: "field", areaM2: 600, unitCostYuanPerM2: 400 }),
    [[({ facilities }) => facilities.sportsFieldAreaM2, "1001", 2000, 2600]],
    [24, 0], // 600 m² × 400 yuan = 24 万
  ],
  [
    "a gym is teaching area that R4 takes out again",
    lever("build_sports", { schoolCode: "1001", kind: "gym", areaM2: 300, unitCostYuanPerM2: 4500 }),
    [
      [({ facilities }) => facilities.gymAreaM2, "1001", 0, 300],
      [({ facilities }) => facilities.teachingAreaM2, "1001", 1000, 1300],
    ],
    [135, 0], // 300 m² × 4500 yuan
  ],
  [
    "converted space is claimed from nothing reported",
    lever("convert_sports", { schoolCode: "1001", areaM2: 200, unitCostYuanPerM2: 1000 }),
    [[({ further }) => further["reliefSports.convertedAreaM2"], "1001", Number.NaN, 200]],
    [20, 0],
  ],
  [
    "a lease is paid by the year",
    lever("lease_venue", { schoolCode: "1001", areaM2: 500, annualRentYuanPerM2: 100, endYear: 2028 }),
    [[({ further }) => further["reliefSports.leasedAreaM2"], "1001", Number.NaN, 500]],
    [0, 5],
  ],
  [
    "a music room of 80 m² is one of 73 to 96 m²",
    lever("build_special_rooms", { schoolCode: "1001", kind: "music", rooms: 2, areaPerRoomM2: 80, unitCostYuanPerM2: 4500 }),
    [
      [({ further }) => further["specialRooms.music73"], "1001", 0, 2],
      [({ further }) => further["specialRooms.music96"], "1001", 1, 1],
      [({ facilities }) => facilities.musicRooms, "1001", 1, 3],
      [({ facilities }) => facilities.teachingAreaM2, "1001", 1000, 1160],
    ],
    [72, 0], // 160 m² × 4500 yuan
  ],
  [
    "an art room in rooms that exist adds no area",
    lever("build_special_rooms", {
      schoolCode: "1001",
      kind: "art",
      rooms: 1,
      areaPerRoomM2: 90,
      newBuilding: false,
      unitCostYuanPerM2: 1000,
    }),
    [
      [({ further }) => further["specialRooms.art90"], "1001", 1, 2],
      [({ facilities }) => facilities.artRooms, "1001", 1, 2],
      [({ facilities }) => facilities.teachingAreaM2, "1001", 1000, 1000],
      [({ facilities }) => facilities.ordinaryClassrooms, "1001", 10, 9],
    ],
    [9, 0],
  ],
  [
    "equipment is bought at its book value",
    lever("buy_equipment", { schoolCode: "1001", valueWan: 12 }),
    [[equipment, "1001", 50, 62]],
    [12, 0],
  ],
  [
    "multimedia rooms bring their equipment",
    lever("equip_multimedia", { schoolCode: "1001", rooms: 4, costWanPerRoom: 3, bookValueWanPerRoom: 2.5 }),
    [
      [multimedia, "1001", 8, 12],
      [equipment, "1001", 50, 60],
    ],
    [12, 0],
  ],
  [
    "a write-off takes from both",
    lever("write_off", { schoolCode: "1001", valueWan: 20, multimediaRooms: 3 }),
    [
      [equipment, "1001", 50, 30],
      [multimedia, "1001", 8, 5],
    ],
    [0, 0],
  ],
  [
    "a transfer gives to one what it takes from the other",
    lever("transfer_equipment", { fromCode: "1001", toCode: "1002", valueWan: 15, multimediaRooms: 2, costWan: 1 }),
    [
      [equipment, "1001", 50, 35],
      [equipment, "1002", 50, 65],
      [multimedia, "1001", 8, 6],
      [multimedia, "1002", 8, 10],
    ],
    [1, 0],
  ],
];

describe("works and equipment, by hand", () => {
  it.each(cases)("%s", (_, measure, figures, [first, second]) => {
    const document = scenario({ levers: [measure] });
    expect(checkLevers(dataset, document)).toEqual([]);
    const { cell } = columnsByYear(dataset, { ...document, horizonYears: 2 });
    for (const [read, code, before, after] of figures) {
      expect(cell(2026, code, read)).toEqual(before);
      for (const year of [2027, 2028]) expect(cell(year, code, read)).toBeCloseTo(after, 9);
    }
    const { cost } = run(dataset, document);
    expect(cost.map(({ totalWan }) => Number(totalWan.toFixed(9)))).toEqual([first, second]);
  });

  it("leaves R4 as it was when a gym is built, and raises R5", () => {
    const answer = run(dataset, scenario({ levers: [lever("build_sports", { schoolCode: "1001", kind: "gym", areaM2: 300 })] }));
    const section = sectionOf(answer.trial, 2027, "1001:primary");
    expect(section.values.R4).toBeCloseTo(1000 / 120, 9);
    expect(section.values.R5).toBeCloseTo(2300 / 120, 9);
  });

  it("ends a lease with its last year", () => {
    const document = scenario({ horizonYears: 2, levers: [lever("lease_venue", { schoolCode: "1001", areaM2: 500, endYear: 2027 })] });
    const { cell } = columnsByYear(dataset, document);
    expect(cell(2028, "1001", ({ further }) => further["reliefSports.leasedAreaM2"])).toBe(0);
  });
});

describe("works at a school that does not report", () => {
  const silent = county([
    {
      ...school({
        code: "1001",
        primary: [20, 20, 20, 20, 20, 0],
        facilities: { sportsFieldAreaM2: null, equipmentValueWan: null, multimediaRooms: null },
      }),
      specialRooms: { ...unreportedSchool().specialRooms },
    },
    school({ code: "1002", primary: [20, 20, 20, 20, 20, 0] }),
  ]);
  const trialOf = (measure: Lever) => columnsByYear(silent, scenario({ levers: [measure] }));

  it.each<[string, Lever, Read, readonly string[]]>([
    ["a field", lever("build_sports", { schoolCode: "1001" }), ({ facilities }) => facilities.sportsFieldAreaM2, ["sportsFieldAreaM2"]],
    ["equipment", lever("buy_equipment", { schoolCode: "1001" }), equipment, ["equipmentValueWan"]],
    ["multimedia rooms", lever("equip_multimedia", { schoolCode: "1001" }), multimedia, ["multimediaRooms", "equipmentValueWan"]],
  ])("leave what was unknown unknown, and say so: %s", (_, measure, read, fields) => {
    const { cell, trace } = trialOf(measure);
    expect(cell(2027, "1001", read)).toBeNaN();
    expect(trace.notices).toEqual(
      fields.map((field) => ({ key: "targetNotReported", leverId: measure.id, year: 2027, params: { schoolCode: "1001", field } })),
    );
  });

  it.each<[string, Lever]>([
    ["transfer", lever("transfer_equipment", { fromCode: "1001", toCode: "1002", valueWan: 15, multimediaRooms: 2 })],
    ["write-off", lever("write_off", { schoolCode: "1001", valueWan: 15, multimediaRooms: 2 })],
  ])("cannot be refused a %s of what nobody knows, of which nothing is taken, and say so", (_, measure) => {
    expect(checkLevers(silent, scenario({ levers: [measure] }))).toEqual([]);
    const { cell, trace } = trialOf(measure);
    expect([cell(2027, "1001", equipment), cell(2027, "1002", equipment), cell(2027, "1002", multimedia)]).toEqual([Number.NaN, 50, 8]);
    expect(trace.lacking).toEqual([]);
    expect(trace.notices.map(({ key, params }) => [key, params])).toEqual([
      ["giverNotReported", { schoolCode: "1001", field: "equipmentValueWan" }],
      ["giverNotReported", { schoolCode: "1001", field: "multimediaRooms" }],
    ]);
  });
});

describe("more multimedia rooms than a school has rooms", () => {
  const told = (...levers: readonly Lever[]) =>
    run(dataset, scenario({ levers })).notices.flatMap(({ key, params }) => (key === "roomsBeyondReported" ? [params] : []));
  // Eight of ten ordinary classrooms, a music and an art room.
  const equip = (rooms: number) => ({ ...lever("equip_multimedia", { schoolCode: "1001", rooms }), id: "a" });

  it("are told, with rooms that are built in the same year counted, and not refused: laboratories are in no figure", () => {
    expect(told(equip(4))).toEqual([]);
    expect(told(equip(5))).toEqual([{ schoolCode: "1001", rooms: 13, present: 12 }]);
    expect(checkLevers(dataset, scenario({ levers: [equip(5)] }))).toEqual([]);
    expect(told(equip(5), build({ id: "b", rooms: 1, multimedia: false }))).toEqual([]);
    expect(told(equip(5), { ...lever("build_special_rooms", { schoolCode: "1001" }), id: "c" })).toEqual([]);
  });

  it("are told where their equipment comes from another school", () => {
    const hand = lever("transfer_equipment", { fromCode: "1002", toCode: "1001", multimediaRooms: 5 });
    expect(told(hand)).toEqual([{ schoolCode: "1001", rooms: 13, present: 12 }]);
  });

  it("are not told where nobody knows the rooms", () => {
    const [first, ...others] = dataset.schools;
    if (first === undefined) throw new Error("a school");
    const silent = county([{ ...first, facilities: { ...first.facilities, ordinaryClassrooms: null } }, ...others]);
    const { notices } = run(silent, scenario({ levers: [equip(100)] }));
    expect(notices.map(({ key }) => key)).not.toContain("roomsBeyondReported");
  });
});

describe("the size band of a music or art room", () => {
  it.each([
    ["music", 96, "specialRooms.music96"],
    ["music", 95.9, "specialRooms.music73"],
    ["music", 73, "specialRooms.music73"],
    ["music", 61, "specialRooms.music61"],
    ["music", 54, "specialRooms.music54"],
    ["music", 53.9, null],
    ["art", 90, "specialRooms.art90"],
    ["art", 67, "specialRooms.art67"],
    ["art", 66, "specialRooms.art61"],
    ["art", 60, "specialRooms.art54"],
    ["art", 30, null],
  ] as const)("%s of %d m²", (kind, area, path) => {
    expect(bandOfRoom(kind, area)).toBe(path);
  });
});

describe("impossible works", () => {
  const complaints = (...levers: readonly Lever[]) =>
    checkLevers(dataset, scenario({ horizonYears: 3, levers })).map(({ path, message, params }) => [
      path,
      message.replace("planning.issues.", ""),
      params?.present,
    ]);

  it.each<[string, Lever, readonly unknown[]]>([
    [
      "more written off than there is",
      lever("write_off", { schoolCode: "1001", valueWan: 51 }),
      ["levers.0.valueWan", "moreThanExists", 50],
    ],
    [
      "more handed over than there is",
      lever("transfer_equipment", { fromCode: "1001", toCode: "1002", valueWan: 1, multimediaRooms: 9 }),
      ["levers.0.multimediaRooms", "moreThanExists", 8],
    ],
    [
      "a transfer to itself",
      lever("transfer_equipment", { fromCode: "1001", toCode: "1001" }),
      ["levers.0.toCode", "sameSchool", undefined],
    ],
    [
      "relief space outside a dense centre",
      lever("convert_sports", { schoolCode: "1002" }),
      ["levers.0.schoolCode", "reliefNeedsDenseCentre", undefined],
    ],
  ])("refuses %s", (_, measure, expected) => {
    expect(complaints(measure)).toEqual([expected]);
  });

  it("counts what comes before: after a purchase the write-off is possible", () => {
    const bought = { ...lever("buy_equipment", { schoolCode: "1001", valueWan: 10 }), id: "a" };
    expect(complaints(bought, { ...lever("write_off", { schoolCode: "1001", valueWan: 55 }), id: "b" })).toEqual([]);
  });

  it("leaves a refused lever out of the run and says so", () => {
    const answer = run(dataset, scenario({ levers: [lever("write_off", { schoolCode: "1001", valueWan: 51 })] }));
    expect(answer.trial).toEqual(answer.baseline);
    expect(answer.notices).toContainEqual({ key: "leverImpossible", leverId: "write_off", year: null, params: {} });
  });
});
