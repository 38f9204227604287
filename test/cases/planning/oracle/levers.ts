import type { Lever } from "@server/planning/contract";
import type { Facilities, School, Stage } from "@server/statistics/contract";
import { asCell, type Cell, known } from "./figures";
import { type Newcomers, withNewcomers } from "./school-staff";

/** The levers that the second reading knows, in the year in which each takes effect: rooms, equipment, teachers for a named school. */

const inEffect = (levers: readonly Lever[], year: number): readonly Lever[] =>
  levers.filter(({ enabled, startYear, leadYears }) => enabled && startYear + leadYears === year);

/** Teachers hired for a stage of a school in a year, one group a lever. */
export const hiredFor = (levers: readonly Lever[], year: number, code: string, stage: Stage): readonly Newcomers[] =>
  inEffect(levers, year).flatMap((lever): readonly Newcomers[] => {
    if (lever.type !== "hire_teachers" || lever.target.mode !== "school") return [];
    if (lever.target.schoolCode !== code || lever.target.stage !== stage) return [];
    const persons = lever.count * lever.fulfilment;
    const those = (isSo: boolean): number => (isSo ? persons : 0);
    return [
      {
        fullTime: persons,
        aboveRequiredEducation: those(lever.aboveRequiredEducation),
        backbone: those(lever.backbone),
        physicalEducation: those(lever.subject === "physical_education"),
        music: those(lever.subject === "music"),
        art: those(lever.subject === "art"),
        integratedArts: those(lever.subject === "integrated_arts"),
        certified: those(lever.certified),
      },
    ];
  });

export const withHires = (school: School, levers: readonly Lever[], year: number, stage: Stage): School =>
  hiredFor(levers, year, school.code, stage).reduce((now, group) => withNewcomers(now, stage, group), school);

const plus = (cell: Cell, amount: number): Cell => asCell(known(cell) + amount);

const afterWork = (facilities: Facilities, lever: Lever): Facilities => {
  if (lever.type === "buy_equipment") return { ...facilities, equipmentValueWan: plus(facilities.equipmentValueWan, lever.valueWan) };
  if (lever.type !== "build_classrooms") return facilities;
  return {
    ...facilities,
    teachingAreaM2: plus(facilities.teachingAreaM2, lever.rooms * lever.areaPerRoomM2),
    ordinaryClassrooms: plus(facilities.ordinaryClassrooms, lever.rooms),
    multimediaRooms: plus(facilities.multimediaRooms, lever.multimedia ? lever.rooms : 0),
  };
};

/** Rooms and equipment that are ready in a year. */
export const withWorks = (school: School, levers: readonly Lever[], year: number): School => {
  const own = inEffect(levers, year).filter((lever) => "schoolCode" in lever && lever.schoolCode === school.code);
  return { ...school, facilities: own.reduce(afterWork, school.facilities) };
};
