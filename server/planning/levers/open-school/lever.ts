import { stagesOfType } from "@server/statistics/contract";
import type { LeverOf } from "../../contract";
import { capitalCost, effectYear, type LeverModel } from "../lever";

export type OpenSchool = LeverOf<"open_school">;

const capitalWan = (lever: OpenSchool): number => lever.buildingCostWan + lever.equipmentValueWan;

/** 新建学校: its row is there from the beginning, empty; from the effect year on it has its rooms and can take pupils and staff. */
export const openSchool: LeverModel<OpenSchool> = {
  type: "open_school",
  phase: "openings",
  schools: () => [],
  issues: (lever, county, all) => [
    ...(all.some((other) => other !== lever && other.type === "open_school" && other.code === lever.code) || county.existing.has(lever.code)
      ? [{ field: "code", key: "codeTaken" as const, params: { schoolCode: lever.code } }]
      : []),
    ...(lever.gymAreaM2 > lever.teachingAreaM2 ? [{ field: "gymAreaM2", key: "gymBeyondTeachingArea" as const }] : []),
  ],
  apply: (lever, { state, rowOf }) => {
    const row = rowOf.get(lever.code);
    if (row === undefined || state.year !== effectYear(lever)) return;
    for (const stage of stagesOfType[lever.schoolType]) state.taught[stage][row] = 1;
    const { facilities, further } = state;
    facilities.teachingAreaM2[row] = lever.teachingAreaM2;
    facilities.gymAreaM2[row] = lever.gymAreaM2;
    facilities.sportsFieldAreaM2[row] = lever.sportsFieldAreaM2;
    facilities.equipmentValueWan[row] = lever.equipmentValueWan;
    facilities.multimediaRooms[row] = lever.multimediaRooms;
    facilities.ordinaryClassrooms[row] = lever.classrooms;
    facilities.musicRooms[row] = lever.musicRooms;
    facilities.artRooms[row] = lever.artRooms;
    further["specialRooms.music96"][row] = lever.musicRooms;
    further["specialRooms.art90"][row] = lever.artRooms;
  },
  cost: (lever, year) => capitalCost(lever, capitalWan(lever), year),
  summary: (lever) => ({
    key: "open_school.plain",
    params: { name: lever.name, rooms: lever.classrooms, effectYear: effectYear(lever), costWan: capitalWan(lever) },
  }),
};
