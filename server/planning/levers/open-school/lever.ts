import { stagesOfType } from "@server/statistics/contract";
import type { Lever, LeverOf } from "../../contract";
import { type CheckedCounty, capitalCost, effectYear, type LeverIssue, type LeverModel } from "../lever";

export type OpenSchool = LeverOf<"open_school">;

const capitalWan = (lever: OpenSchool): number => lever.buildingCostWan + lever.equipmentValueWan;

/** Where it comes from must be a school of the base year, and closes when this one opens if this one is all that is left of it. */
const originIssues = (lever: OpenSchool, county: CheckedCounty, all: readonly Lever[]): readonly LeverIssue[] => {
  const { originCode, originEvent } = lever;
  if (originCode === "") return [];
  const origin = county.existing.has(originCode) ? county.schoolOf(originCode) : undefined;
  if (origin === undefined) return [{ field: "originCode", key: "unknownSchool", params: { schoolCode: originCode } }];
  const opens = effectYear(lever);
  const closing = all.find((other) => other.type === "close_school" && other.schoolCode === originCode);
  const closes = closing === undefined ? Number.POSITIVE_INFINITY : effectYear(closing);
  const schoolName = origin.name;
  if (originEvent !== "split" && closes !== opens)
    return [{ field: "originEvent", key: "originGoesOn", params: { schoolName, year: opens } }];
  return closes < opens ? [{ field: "originCode", key: "schoolClosed", params: { schoolName, year: closes } }] : [];
};

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
    ...originIssues(lever, county, all),
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
    key: lever.originCode === "" ? "open_school.plain" : "open_school.from",
    params: {
      name: lever.name,
      ...(lever.originCode === "" ? {} : { originCode: lever.originCode, event: lever.originEvent }),
      rooms: lever.classrooms,
      effectYear: effectYear(lever),
      costWan: capitalWan(lever),
    },
  }),
};
