import type { LeverOf } from "../../contract";
import { emptyGroup } from "../../engine/staff";
import type { TeacherField } from "../../engine/state";

type RotateTeachers = LeverOf<"rotate_teachers">;
type Group = Record<TeacherField, number>;

/** Of these a teacher has one at most (任教学科). */
export const subjectFields = ["physicalEducation", "music", "art", "integratedArts"] as const;
export const attributeFields = ["aboveRequiredEducation", "backbone", ...subjectFields] as const;

/** What is asked of the sender that it has not; `mustGo`: so many have it at the least, for there are not enough teachers without. */
type Lacking = (field: string, asked: number, present: number, mustGo?: true) => void;

const tolerance = 1e-9;
const total = (fields: readonly TeacherField[], of: (field: TeacherField) => number): number =>
  fields.reduce((sum, field) => sum + of(field), 0);

/** Teachers of a group who have something at the least, when so many of those who are there have it. */
const leastOf = (going: number, all: number, present: number): number => Math.min(going, Math.max(0, going - (all - present)));

/**
 * Subjects that are not stated go in proportion, but so that neither those who go nor those who stay have more subjects
 * than teachers.
 */
const fitSubjects = (lever: RotateTeachers, group: Group, own: (field: TeacherField) => number, lacking: Lacking): void => {
  const stated = subjectFields.filter((field) => lever[field] !== null);
  const [first] = stated;
  if (first === undefined) return;
  const open = subjectFields.filter((field) => lever[field] === null);
  const going = (field: TeacherField): number => group[field];
  const least = leastOf(group.fullTime, own("fullTime"), total(subjectFields, own));
  const fixed = total(stated, going);
  const [byMix, most] = [total(open, going), total(open, own)];
  const [isTooMuch, isTooLittle] = [fixed + byMix > group.fullTime + tolerance, fixed + byMix < least - tolerance];
  // What is not reported is neither.
  if (!isTooMuch && !isTooLittle) return;
  if (fixed + most < least - tolerance) lacking(first, fixed, least - most, true);
  const rest = Math.min(most, Math.max(0, Math.min(group.fullTime, Math.max(least, fixed + byMix)) - fixed));
  for (const field of open) group[field] = most > 0 ? (rest * own(field)) / most : 0;
  // What was refused is limited to what there is.
  const short = least - fixed - rest;
  const left = total(stated, own) - fixed;
  for (const field of stated) {
    if (fixed > group.fullTime) group[field] *= group.fullTime / fixed;
    else if (short > tolerance && left > 0) group[field] += ((own(field) - group[field]) * short) / left;
  }
};

/**
 * The group that leaves: as stated, the rest in proportion to the sender's mix; never more than there is, and never so
 * few with an attribute that more of them stay than teachers.
 */
export const groupOf = (lever: RotateTeachers, own: (field: TeacherField) => number, lacking: Lacking): Group => {
  const group = emptyGroup();
  const all = own("fullTime");
  const isTooMany = lever.teachers > all + tolerance;
  if (isTooMany) lacking("teachers", lever.teachers, all);
  group.fullTime = Math.min(lever.teachers, all);
  for (const field of attributeFields) {
    const asked = lever[field];
    const present = own(field);
    if (asked === null) {
      group[field] = all > 0 ? Math.min(group.fullTime, (group.fullTime * present) / all) : 0;
      continue;
    }
    const least = leastOf(group.fullTime, all, present);
    if (asked > present + tolerance) lacking(field, asked, present);
    else if (!isTooMany && asked < least - tolerance) lacking(field, asked, least, true);
    group[field] = Math.max(least, Math.min(asked, present, group.fullTime));
  }
  fitSubjects(lever, group, own, isTooMany ? () => {} : lacking);
  return group;
};
