import { lever } from "../county";
import type { WorkedExample } from "./example";

/** Works and equipment. Levers begin in 2026 with a year of lead time: they count from 2027 on. */
export const workExamples = {
  build_classrooms: {
    name: "three classrooms of 90 m² with multimedia",
    arithmetic:
      "3 × 90 = 270 m²: 600 + 270 = 870; 3 rooms more: 6 + 3, 3 + 3. R4 600 ÷ 60 = 10, 870 ÷ 60 = 14.5; R7 3 × 100 ÷ 60 = 5, 6 × 100 ÷ 60 = 10. 270 × 4500 yuan = 121.5 万, 3 × 2.5 = 7.5: 129.",
    levers: [
      lever("build_classrooms", {
        schoolCode: "1001",
        rooms: 3,
        areaPerRoomM2: 90,
        unitCostYuanPerM2: 4500,
        multimedia: true,
        multimediaCostWanPerRoom: 2.5,
      }),
    ],
    figures: {
      "1001 facilities.teachingAreaM2": [600, 870, 870],
      "1001 facilities.ordinaryClassrooms": [6, 9, 9],
      "1001 facilities.multimediaRooms": [3, 6, 6],
      "1001:primary R4": [10, 14.5, 14.5],
      "1001:primary R7": [5, 10, 10],
    },
    costWan: [129, 0, 0],
  },
  build_sports: {
    name: "a field of 300 m²",
    arithmetic: "900 + 300 = 1200; R5 900 ÷ 60 = 15, 1200 ÷ 60 = 20. 300 × 400 yuan = 12 万.",
    levers: [lever("build_sports", { schoolCode: "1001", kind: "field", areaM2: 300, unitCostYuanPerM2: 400 })],
    figures: { "1001 facilities.sportsFieldAreaM2": [900, 1200, 1200], "1001:primary R5": [15, 20, 20] },
    costWan: [12, 0, 0],
  },
  convert_sports: {
    name: "a roof of 240 m² made a sports ground in a dense centre, under the relief",
    arithmetic: "R5 2400 ÷ 240 = 10, (2400 + 240) ÷ 240 = 11. 240 × 1000 yuan = 24 万.",
    withReliefs: true,
    levers: [lever("convert_sports", { schoolCode: "1002", areaM2: 240, unitCostYuanPerM2: 1000 })],
    figures: { "1002 reliefSports.convertedAreaM2": [null, 240, 240], "1002:primary R5": [10, 11, 11] },
    costWan: [24, 0, 0],
  },
  lease_venue: {
    name: "a venue of 480 m² leased for one year, under the relief",
    arithmetic: "(2400 + 480) ÷ 240 = 12 in 2027; 10 again when the lease is over. 480 × 100 yuan = 4.8 万 a year.",
    withReliefs: true,
    levers: [lever("lease_venue", { schoolCode: "1002", areaM2: 480, annualRentYuanPerM2: 100, endYear: 2027 })],
    figures: { "1002 reliefSports.leasedAreaM2": [null, 480, 0], "1002:primary R5": [10, 12, 10] },
    costWan: [0, 4.8, 0],
  },
  build_special_rooms: {
    name: "a new music room of 96 m²",
    arithmetic: "1 + 1 = 2 rooms, all of the band from 96 m² on; 600 + 96 = 696 m². 96 × 4500 yuan = 43.2 万.",
    levers: [lever("build_special_rooms", { schoolCode: "1001", kind: "music", rooms: 1, areaPerRoomM2: 96, unitCostYuanPerM2: 4500 })],
    figures: {
      "1001 specialRooms.music96": [1, 2, 2],
      "1001 facilities.musicRooms": [1, 2, 2],
      "1001 facilities.teachingAreaM2": [600, 696, 696],
    },
    costWan: [43.2, 0, 0],
  },
  buy_equipment: {
    name: "equipment of 6 万元",
    arithmetic: "12 + 6 = 18 万; R6 120 000 ÷ 60 = 2000 yuan, 180 000 ÷ 60 = 3000.",
    levers: [lever("buy_equipment", { schoolCode: "1001", valueWan: 6 })],
    figures: { "1001 facilities.equipmentValueWan": [12, 18, 18], "1001:primary R6": [2000, 3000, 3000] },
    costWan: [6, 0, 0],
  },
  equip_multimedia: {
    name: "three rooms fitted out for 3 万元 each, 2.5 of it equipment",
    arithmetic: "3 + 3 = 6 rooms, R7 6 × 100 ÷ 60 = 10; 12 + 3 × 2.5 = 19.5 万. 3 × 3 = 9 万.",
    levers: [lever("equip_multimedia", { schoolCode: "1001", rooms: 3, costWanPerRoom: 3, bookValueWanPerRoom: 2.5 })],
    figures: {
      "1001 facilities.multimediaRooms": [3, 6, 6],
      "1001 facilities.equipmentValueWan": [12, 19.5, 19.5],
      "1001:primary R7": [5, 10, 10],
    },
    costWan: [9, 0, 0],
  },
  write_off: {
    name: "3 万元 of equipment and a room written off",
    arithmetic: "12 − 3 = 9 万, R6 90 000 ÷ 60 = 1500; 3 − 1 = 2 rooms.",
    levers: [lever("write_off", { schoolCode: "1001", valueWan: 3, multimediaRooms: 1 })],
    figures: {
      "1001 facilities.equipmentValueWan": [12, 9, 9],
      "1001 facilities.multimediaRooms": [3, 2, 2],
      "1001:primary R6": [2000, 1500, 1500],
    },
  },
  transfer_equipment: {
    name: "12 万元 and two rooms from one school to the other",
    arithmetic: "60 − 12 = 48, 12 + 12 = 24; 8 − 2 = 6, 3 + 2 = 5: the county keeps 72 万 and 11 rooms.",
    levers: [lever("transfer_equipment", { fromCode: "1002", toCode: "1001", valueWan: 12, multimediaRooms: 2, costWan: 1 })],
    figures: {
      "1002 facilities.equipmentValueWan": [60, 48, 48],
      "1001 facilities.equipmentValueWan": [12, 24, 24],
      "1002 facilities.multimediaRooms": [8, 6, 6],
      "1001 facilities.multimediaRooms": [3, 5, 5],
    },
    costWan: [1, 0, 0],
  },
} satisfies Readonly<Record<string, WorkedExample>>;
