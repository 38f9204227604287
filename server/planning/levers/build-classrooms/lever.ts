import type { LeverOf } from "../../contract";
import { capitalCost, effectYear, type LeverModel, type LeverYear, ofQuantity } from "../lever";

export type BuildClassrooms = LeverOf<"build_classrooms">;

/** Teaching and auxiliary area that is added, m². */
const addedArea = (lever: BuildClassrooms): number => lever.rooms * lever.areaPerRoomM2;

const capitalAtBasePrices = (lever: BuildClassrooms): number =>
  (addedArea(lever) * lever.unitCostYuanPerM2) / 10_000 + (lever.multimedia ? lever.rooms * lever.multimediaCostWanPerRoom : 0);

/** Rooms and area count from the effect year on; what the school did not report stays unknown. */
const apply = (lever: BuildClassrooms, { state, rowOf, notice }: LeverYear): void => {
  const row = rowOf.get(lever.schoolCode);
  if (row === undefined || state.year !== effectYear(lever)) return;
  const add = (field: "teachingAreaM2" | "ordinaryClassrooms" | "multimediaRooms", amount: number): void => {
    const column = state.facilities[field];
    column[row] = (column[row] ?? Number.NaN) + amount;
    if (Number.isNaN(column[row])) notice(lever.id, "targetNotReported", { schoolCode: lever.schoolCode, field });
  };
  add("teachingAreaM2", addedArea(lever));
  add("ordinaryClassrooms", lever.rooms);
  if (lever.multimedia) add("multimediaRooms", lever.rooms);
};

/** 扩建教学用房. */
export const buildClassrooms: LeverModel<BuildClassrooms> = {
  type: "build_classrooms",
  phase: "works",
  units: ({ rooms }) => rooms,
  reach: ofQuantity((lever, reached) => ({ ...lever, rooms: lever.rooms * reached })),
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  apply,
  cost: (lever, year) => capitalCost(lever, capitalAtBasePrices(lever), year),
  summary: (lever) => ({
    key: lever.multimedia ? "build_classrooms.withMultimedia" : "build_classrooms.plain",
    params: {
      schoolCode: lever.schoolCode,
      rooms: lever.rooms,
      areaM2: addedArea(lever),
      effectYear: effectYear(lever),
      costWan: capitalAtBasePrices(lever),
    },
  }),
};
