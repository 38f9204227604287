import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import type { Lever } from "../contract";
import { inOrder } from "../engine/simulate";

/** Levers of which a part may come, and what they hold when half of it does. */
const levers: readonly (readonly [Lever, Readonly<Record<string, number>>])[] = [
  [lever("build_classrooms", { schoolCode: "1001", rooms: 10 }), { rooms: 5 }],
  [lever("build_special_rooms", { schoolCode: "1001", rooms: 10 }), { rooms: 5 }],
  [lever("build_sports", { schoolCode: "1001", areaM2: 10 }), { areaM2: 5 }],
  [lever("convert_sports", { schoolCode: "1001", areaM2: 10 }), { areaM2: 5 }],
  [lever("lease_venue", { schoolCode: "1001", areaM2: 10, endYear: 2030 }), { areaM2: 5 }],
  [lever("buy_equipment", { schoolCode: "1001", valueWan: 10 }), { valueWan: 5 }],
  [lever("equip_multimedia", { schoolCode: "1001", rooms: 10 }), { rooms: 5 }],
  [
    lever("transfer_equipment", { fromCode: "1001", toCode: "1002", valueWan: 10, multimediaRooms: 2 }),
    { valueWan: 5, multimediaRooms: 1 },
  ],
  [lever("itinerant_teachers", { schoolCode: "1001", subject: "music", count: 10, endYear: 2030 }), { count: 5 }],
  [lever("rezone", { fromCode: "1001", toCode: "1002", stage: "primary", scope: "entrants", share: 0.4 }), { share: 0.2 }],
  [lever("rotate_teachers", { fromCode: "1001", toCode: "1002", stage: "primary", teachers: 10 }), { teachers: 5 }],
  [lever("rotation_quota", { endYear: 2030, rotationShare: 0.1 }), { rotationShare: 0.05 }],
];

describe("a lever that comes in part", () => {
  it.each(levers)("is itself with half of its quantity", (own, half) => {
    expect(inOrder([own])[0]?.reach?.reaching(0.5)).toEqual({ ...own, ...half });
  });
});
