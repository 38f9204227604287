import type { Assumptions } from "@server/planning/contract";
import type { School, Stage } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { classesOf, gradesOf, known, sumOf } from "./figures";

/** 班级 of the next year and the bands that they are in. */

/** A hair above a whole number of classes is that number. */
const wholeClasses = (classes: number): number => Math.ceil(classes - 1e-9);

/** Mean size of the base year's classes of a grade, of the stage where the grade had none; no limit where there were none. */
const meanSize = (base: School, stage: Stage, grade: number): number => {
  const pupils = (gradesOf(base, stage) ?? []).map(known);
  const classes = (classesOf(base, stage) ?? []).map(known);
  const [ownPupils, ownClasses] = [known(pupils[grade]), known(classes[grade])];
  if (Number.isNaN(ownPupils) || Number.isNaN(ownClasses)) return Number.NaN;
  if (ownPupils > 0 && ownClasses > 0) return ownPupils / ownClasses;
  const [allPupils, allClasses] = [sumOf(pupils), sumOf(classes)];
  return allPupils === 0 || allClasses === 0 ? Number.POSITIVE_INFINITY : allPupils / allClasses;
};

/** Classes of each grade for its pupils. */
export const nextClasses = (
  base: School,
  stage: Stage,
  pupils: readonly number[],
  { classPolicy }: Assumptions,
  cap: number,
): readonly number[] =>
  pupils.map((persons, grade) => {
    const classesAtBase = known(classesOf(base, stage)?.[grade]);
    if (persons === 0) return 0;
    if (classPolicy === "keep_until_cap") return Math.max(classesAtBase, wholeClasses(persons / cap));
    return Math.max(1, wholeClasses(persons / Math.min(meanSize(base, stage, grade), cap)));
  });

/** Mean size of the classes of each grade that has any. */
export const classSizesOf = (pupils: readonly number[], classes: readonly number[]): readonly number[] =>
  pupils.flatMap((persons, grade) => (classes[grade] === 0 ? [] : [persons / known(classes[grade])]));

/** Classes by size band: all classes of a grade are equal, a mean between two whole numbers is in the band of the larger. */
export const bandsOf = (pupils: readonly number[], classes: readonly number[]): readonly number[] => {
  const unknown = [...pupils, ...classes].some(Number.isNaN);
  return classSizeBands.map(({ from, to }) => {
    if (unknown) return Number.NaN;
    const inBand = pupils.map((persons, grade) => {
      const count = known(classes[grade]);
      if (count === 0) return 0;
      const size = Math.max(1, wholeClasses(persons / count));
      return size >= from && (to === null || size <= to) ? count : 0;
    });
    return sumOf(inBand);
  });
};
