import type { Stage } from "@server/statistics/contract";
import { type CountyColumns, facilityFields, type TeacherField, teacherFields } from "./columns";
import { type FurtherPath, furtherPaths } from "./further-columns";

/**
 * Figures of a school that a local indicator may add up, by dataset path. Teachers are reported by stage
 * (`teachers.fullTime`), all else for the whole school, to be shared between the stages of a mixed one.
 */

const teacherPaths: ReadonlyMap<string, TeacherField> = new Map(teacherFields.map((field) => [`teachers.${field}`, field]));
const facilityPaths: ReadonlyMap<string, (typeof facilityFields)[number]> = new Map(
  facilityFields.map((field) => [`facilities.${field}`, field]),
);
const isFurtherPath = (path: string): path is FurtherPath => (furtherPaths as readonly string[]).includes(path);

/** True for the path of a figure that is reported of a school. */
export const isFigurePath = (path: string): boolean => teacherPaths.has(path) || facilityPaths.has(path) || isFurtherPath(path);

/** The column behind a figure path and whether the stages of a school share it; null for an unknown path. */
export const figureColumn = (
  columns: CountyColumns,
  path: string,
  stage: Stage,
): { readonly column: Float64Array; readonly shared: boolean } | null => {
  const teacher = teacherPaths.get(path);
  if (teacher !== undefined) return { column: columns.teachers[stage][teacher], shared: false };
  const facility = facilityPaths.get(path);
  if (facility !== undefined) return { column: columns.facilities[facility], shared: true };
  return isFurtherPath(path) ? { column: columns.further[path], shared: true } : null;
};
