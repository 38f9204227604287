import type { CountyDataset, Facilities, Locality, School, SchoolType, TeacherGroup } from "@server/statistics/contract";
import { stagesOfType, typesWithSenior } from "@server/statistics/contract";
import { type FurtherSchoolFacts, unreportedCounty, unreportedSchool } from "@server/statistics/facts-contract";

/** A school in the few words that matter to a situation; everything not said is generous. */
export interface SchoolSketch {
  readonly code: string;
  readonly type?: SchoolType;
  /** Pupils by stage; `null` is not reported. */
  readonly primary?: number | null;
  readonly junior?: number | null;
  readonly senior?: number | null;
  readonly ownerCode?: number;
  readonly countsAsSchool?: boolean;
  readonly parent?: string;
  readonly primaryTeachers?: Partial<TeacherGroup>;
  readonly juniorTeachers?: Partial<TeacherGroup>;
  readonly facilities?: Partial<Facilities>;
  readonly locality?: Locality;
  /** Further facts of the return, group by group; what is not said is not reported. */
  readonly conditions?: Partial<FurtherSchoolFacts["conditions"]>;
  readonly enrolment?: Partial<FurtherSchoolFacts["enrolment"]>;
  readonly staff?: Partial<FurtherSchoolFacts["staff"]>;
  readonly unsplitTeachers?: Partial<FurtherSchoolFacts["unsplitTeachers"]>;
  readonly reliefSports?: Partial<FurtherSchoolFacts["reliefSports"]>;
}

type Grades<N extends 6 | 3> = N extends 6
  ? [number | null, number | null, number | null, number | null, number | null, number | null]
  : [number | null, number | null, number | null];

const six = (total: number | null): Grades<6> => {
  if (total === null) return [null, 0, 0, 0, 0, 0];
  const each = Math.floor(total / 6);
  return [total - 5 * each, each, each, each, each, each];
};
const three = (total: number | null): Grades<3> => {
  if (total === null) return [null, 0, 0];
  const each = Math.floor(total / 3);
  return [total - 2 * each, each, each];
};

/** Twice the standards and more, so that only what a sketch says can fail. */
const generousTeachers = (pupils: number): TeacherGroup => ({
  fullTime: Math.ceil(pupils / 8),
  aboveRequiredEducation: Math.ceil(pupils / 9),
  backbone: Math.ceil(pupils / 40),
  physicalEducation: Math.ceil(pupils / 90),
  music: Math.ceil(pupils / 150),
  art: Math.ceil(pupils / 150),
  integratedArts: 0,
});
const generousFacilities = (pupils: number): Facilities => ({
  teachingAreaM2: pupils * 15,
  gymAreaM2: pupils,
  sportsFieldAreaM2: pupils * 24,
  equipmentValueWan: pupils * 0.6,
  multimediaRooms: Math.ceil(pupils / 16),
  ordinaryClassrooms: Math.ceil(pupils / 40),
  musicRooms: 4,
  artRooms: 4,
});

/** The full school of a sketch. */
export const school = (sketch: SchoolSketch): School => {
  const type = sketch.type ?? "primary";
  const taught = stagesOfType[type];
  const primary = sketch.primary === undefined ? (taught.includes("primary") ? 600 : 0) : sketch.primary;
  const junior = sketch.junior === undefined ? (taught.includes("junior") ? 600 : 0) : sketch.junior;
  const senior = sketch.senior === undefined ? (typesWithSenior.includes(type) ? 600 : null) : sketch.senior;
  const hasPrimary = taught.includes("primary") || primary !== 0;
  const hasJunior = taught.includes("junior") || junior !== 0;
  const facts = unreportedSchool();
  const pupils = (primary ?? 600) + (junior ?? 600) + (senior ?? 0);
  return {
    code: sketch.code,
    name: `学校 ${sketch.code}`,
    type,
    ownerCode: sketch.ownerCode ?? 7,
    township: "城关镇",
    locality: sketch.locality ?? "town",
    builtYear: 2005,
    countsAsSchool: sketch.countsAsSchool ?? true,
    parentCode: sketch.parent ?? null,
    pupils: { primaryByGrade: hasPrimary ? six(primary) : null, juniorByGrade: hasJunior ? three(junior) : null, senior },
    classes: { primaryByGrade: hasPrimary ? [3, 3, 3, 3, 3, 3] : null, juniorByGrade: hasJunior ? [4, 4, 4] : null },
    teachers: {
      primary: hasPrimary ? { ...generousTeachers(primary ?? 600), ...sketch.primaryTeachers } : null,
      junior: hasJunior ? { ...generousTeachers(junior ?? 600), ...sketch.juniorTeachers } : null,
    },
    facilities: { ...generousFacilities(pupils), ...sketch.facilities },
    history: [],
    ...facts,
    conditions: { ...facts.conditions, ...sketch.conditions },
    enrolment: { ...facts.enrolment, ...sketch.enrolment },
    staff: { ...facts.staff, ...sketch.staff },
    unsplitTeachers: { ...facts.unsplitTeachers, ...sketch.unsplitTeachers },
    reliefSports: { ...facts.reliefSports, ...sketch.reliefSports },
  };
};

/** A county of sketched schools. */
export const county = (sketches: readonly SchoolSketch[]): CountyDataset => ({
  format: "hengce.county-dataset/1",
  county: { code: "990199", name: "示例县", statisticsYear: 2025, fiscalYear: 2024, births: [], ...unreportedCounty() },
  schools: sketches.map(school),
});
