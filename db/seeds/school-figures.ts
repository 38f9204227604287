import type { Facilities, SchoolType, TeacherGroup } from "@server/statistics/contract";

/**
 * Turns pupils and wished levels into whole teachers, rooms and areas of one school. A level is a
 * multiple of the standard of that indicator (1 = exactly at the standard). The standards are
 * restated here only to size the fictional schools; what a county really reaches is judged by the
 * compliance engine.
 */
export type StaffLevels = Readonly<Record<"R1" | "R2" | "R3", number>>;
export type FacilityLevels = Readonly<Record<"R4" | "R5" | "R6" | "R7", number>>;

const per100 = { primary: { R1: 4.2, R2: 1, R3: 0.9 }, junior: { R1: 5.3, R2: 1, R3: 0.9 } } as const;
const perPupil = {
  primary: { R4: 4.5, R5: 7.5, R6: 2000, R7: 0.023 },
  junior: { R4: 5.8, R5: 10.2, R6: 2500, R7: 0.024 },
} as const;

/** Whole units nearest to a level, on the same side of the standard as the level is. */
const units = (level: number, atStandard: number): number => {
  const least = Math.ceil(Math.round(atStandard * 1e6) / 1e6);
  return level >= 1 ? Math.max(Math.round(level * atStandard), least) : Math.max(0, Math.min(Math.round(level * atStandard), least - 1));
};

/** 专任教师 of one section. `pupilsPerTeacher` is the ordinary ratio; more are hired where the levels ask for it. */
export const teachersFor = (
  stage: "primary" | "junior",
  pupils: number,
  classes: number,
  pupilsPerTeacher: number,
  levels: StaffLevels,
): TeacherGroup => {
  const standard = per100[stage];
  const above = units(levels.R1, (standard.R1 * pupils) / 100);
  const backbone = units(levels.R2, (standard.R2 * pupils) / 100);
  const arts = units(levels.R3, (standard.R3 * pupils) / 100);
  const leastPerClass = stage === "junior" ? 2.4 : pupils < 60 ? 1 : 1.4;
  const fullTime = Math.max(
    Math.ceil(pupils / pupilsPerTeacher),
    Math.ceil(classes * leastPerClass),
    Math.ceil(above / 0.97),
    arts + 1,
    backbone,
  );
  const physicalEducation = Math.ceil(arts / 2);
  const music = Math.ceil((arts - physicalEducation) / 2);
  return {
    fullTime,
    aboveRequiredEducation: Math.max(above, Math.min(fullTime, Math.round(fullTime * Math.min(levels.R1, 1) * 0.8))),
    backbone,
    physicalEducation,
    music,
    art: arts - physicalEducation - music,
    integratedArts: 0,
  };
};

export interface PupilNumbers {
  readonly primary: number;
  readonly junior: number;
  readonly senior: number;
}

/** Pupils weighted as their shared resources are (小 : 初 : 高), and the stage whose standard binds. */
const weighted = (type: SchoolType, pupils: PupilNumbers): { readonly primaryUnits: number; readonly juniorUnits: number } => {
  switch (type) {
    case "nine_year":
    case "twelve_year": {
      const sum = pupils.primary + 1.1 * pupils.junior + 1.32 * pupils.senior;
      return { primaryUnits: sum, juniorUnits: sum / 1.1 };
    }
    case "complete_secondary":
      return { primaryUnits: 0, juniorUnits: pupils.junior + 1.2 * pupils.senior };
    default:
      return { primaryUnits: pupils.primary, juniorUnits: pupils.junior + pupils.senior };
  }
};

/** 校舍与装备 of one school, shared by its stages. `gymAreaM2` is part of both the teaching and the sports area. */
export const facilitiesFor = (
  type: SchoolType,
  pupils: PupilNumbers,
  classes: number,
  gymAreaM2: number,
  levels: FacilityLevels,
): Facilities => {
  const { primaryUnits, juniorUnits } = weighted(type, pupils);
  const need = (indicator: "R4" | "R5" | "R6" | "R7"): number =>
    Math.max(primaryUnits * perPupil.primary[indicator], juniorUnits * perPupil.junior[indicator]);
  const gym = Math.min(gymAreaM2, Math.floor(levels.R5 * need("R5") * 0.4));
  const specialRooms = Math.max(1, Math.ceil(classes / 12));
  return {
    teachingAreaM2: units(levels.R4, need("R4")) + gym,
    gymAreaM2: gym,
    sportsFieldAreaM2: units(levels.R5, need("R5")) - gym,
    equipmentValueWan: units(levels.R6, need("R6") / 100) / 100,
    multimediaRooms: units(levels.R7, need("R7")),
    ordinaryClassrooms: classes + Math.floor(classes / 8),
    musicRooms: specialRooms,
    artRooms: specialRooms,
  };
};
