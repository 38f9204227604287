import type { TeacherGroup } from "@server/statistics/contract";
import type { FurtherSchoolFacts } from "@server/statistics/facts-contract";
import type { SchoolSketch } from "./build";

const noArts = { physicalEducation: 0, music: 0, art: 0, integratedArts: 0 };

/** A small rural primary school with so many PE and arts teachers of its own, and some that come to teach. */
export const small = (
  primary: number,
  own: Partial<TeacherGroup>,
  staff: Partial<FurtherSchoolFacts["staff"]>,
  code = "A001",
): SchoolSketch => ({ code, primary, locality: "rural", primaryTeachers: { ...noArts, ...own }, staff });

/** One that has none of its own and one visiting music teacher. */
export const visiting = (primary: number, code = "A001"): SchoolSketch => small(primary, {}, { visitingMusic: 1 }, code);

/** A primary school in a dense city centre with so much sports ground of its own, and what only the relief counts. */
export const sports = (primary: number, area: number, reliefSports: Partial<FurtherSchoolFacts["reliefSports"]>): SchoolSketch => ({
  code: "A001",
  primary,
  locality: "urban",
  conditions: { denseCentre: true },
  facilities: { sportsFieldAreaM2: area, gymAreaM2: 0, teachingAreaM2: 20 * primary },
  reliefSports,
});
