import { z } from "zod";
import { specialRoomKinds, sportsKinds } from "../lever-kinds";
import { areaM2, endYear, leverBase, moneyWan, schoolCode } from "./base";

const unitCost = z.number().min(0).max(50_000).describe("yuan a m²");

/** 扩建教学用房: adds teaching area and classrooms, optionally networked multimedia rooms. */
export const buildClassroomsSchema = z.strictObject({
  ...leverBase,
  type: z.literal("build_classrooms"),
  schoolCode,
  rooms: z.number().int().min(1).max(200).describe("classrooms built"),
  areaPerRoomM2: z.number().min(30).max(400).describe("teaching and auxiliary area a classroom, m²"),
  multimedia: z.boolean().describe("each room is equipped as a networked multimedia room"),
  unitCostYuanPerM2: unitCost,
  multimediaCostWanPerRoom: moneyWan,
});

/** 新建运动场、体育馆. A gym lies within the teaching and auxiliary area and is taken out of it again by R4. */
export const buildSportsSchema = z.strictObject({
  ...leverBase,
  type: z.literal("build_sports"),
  schoolCode,
  kind: z.enum(sportsKinds).describe("field 运动场地 outdoors, gym 体育馆 indoors"),
  areaM2: areaM2.min(1),
  unitCostYuanPerM2: unitCost,
});

/** 改造地下、楼顶等空间为运动场地: counts only under the relief for dense city centres. */
export const convertSportsSchema = z.strictObject({
  ...leverBase,
  type: z.literal("convert_sports"),
  schoolCode,
  areaM2: areaM2.min(1),
  unitCostYuanPerM2: unitCost,
});

/** 租赁校外体育场馆: counts only under the relief for dense city centres, and as long as the lease runs. */
export const leaseVenueSchema = z.strictObject({
  ...leverBase,
  type: z.literal("lease_venue"),
  schoolCode,
  areaM2: areaM2.min(1),
  annualRentYuanPerM2: z.number().min(0).max(5000),
  endYear,
});

/** 建音乐、美术专用教室. */
export const buildSpecialRoomsSchema = z.strictObject({
  ...leverBase,
  type: z.literal("build_special_rooms"),
  schoolCode,
  kind: z.enum(specialRoomKinds),
  rooms: z.number().int().min(1).max(50),
  areaPerRoomM2: z.number().min(30).max(400),
  newBuilding: z.boolean().describe("true adds the area to the teaching area; false converts rooms that exist"),
  unitCostYuanPerM2: unitCost,
});

/** 购置教学仪器设备, at original book value. */
export const buyEquipmentSchema = z.strictObject({
  ...leverBase,
  type: z.literal("buy_equipment"),
  schoolCode,
  valueWan: moneyWan.describe("original book value, 万元; it is also what is paid"),
});

/** 配备网络多媒体教室: rooms that exist are equipped. */
export const equipMultimediaSchema = z.strictObject({
  ...leverBase,
  type: z.literal("equip_multimedia"),
  schoolCode,
  rooms: z.number().int().min(1).max(500),
  costWanPerRoom: moneyWan,
  bookValueWanPerRoom: moneyWan.describe("what the equipment of a room adds to the book value, 万元"),
});

/** 设备报废. */
export const writeOffSchema = z.strictObject({
  ...leverBase,
  type: z.literal("write_off"),
  schoolCode,
  valueWan: moneyWan.describe("original book value written off, 万元"),
  multimediaRooms: z.number().int().min(0).max(500),
});

/** 设备调拨: equipment, and multimedia rooms with it, from one school to another. */
export const transferEquipmentSchema = z.strictObject({
  ...leverBase,
  type: z.literal("transfer_equipment"),
  fromCode: schoolCode,
  toCode: schoolCode,
  valueWan: moneyWan.describe("original book value, 万元"),
  multimediaRooms: z.number().int().min(0).max(500).describe("rooms whose equipment moves"),
  costWan: moneyWan.describe("what moving and fitting cost"),
});
