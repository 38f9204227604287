import type { Stage } from "@server/statistics/contract";
import type { Assumptions } from "../contract";
import { at, type ByStage, type Column, type CountyState, gradeCount } from "./state";

/** Base-year pupils and classes by grade: what "as observed" means. */
export interface ObservedClasses {
  readonly pupils: ByStage<readonly Column[]>;
  readonly classes: ByStage<readonly Column[]>;
}

/** Whole classes for a number of pupils; the tolerance keeps 3 × 40 / 40 at 3 in binary arithmetic. */
const classesFor = (pupils: number, size: number): number =>
  pupils > 0 ? Math.ceil((pupils / size) * (1 - 1e-12)) : pupils === 0 ? 0 : Number.NaN;

const meanSize = (pupils: number, classes: number): number => (pupils > 0 && classes > 0 ? pupils / classes : Number.NaN);

/** Mean class size of the grade in the base year, else of the whole section, else the cap. Missing figures stay missing. */
const observedSize = (observed: ObservedClasses, stage: Stage, grade: number, row: number, cap: number): number => {
  const pupils = observed.pupils[stage][grade]?.[row] ?? Number.NaN;
  const classes = observed.classes[stage][grade]?.[row] ?? Number.NaN;
  const own = meanSize(pupils, classes);
  if (!Number.isNaN(own)) return own;
  let sectionPupils = 0;
  let sectionClasses = 0;
  observed.pupils[stage].forEach((column, index) => {
    sectionPupils += column[row] ?? Number.NaN;
    sectionClasses += observed.classes[stage][index]?.[row] ?? Number.NaN;
  });
  if (Number.isNaN(sectionPupils + sectionClasses)) return Number.NaN;
  const section = meanSize(sectionPupils, sectionClasses);
  return Number.isNaN(section) ? cap : section;
};

/** Stands for "no class was observed": the cap in force is the size. */
const byCap = -1;

type Sizes = ByStage<readonly Column[]>;
const sizesOf = (observed: ObservedClasses): Sizes => {
  const of = (stage: Stage): readonly Column[] =>
    observed.pupils[stage].map((column, grade) => column.map((_, row) => observedSize(observed, stage, grade, row, byCap)));
  return { primary: of("primary"), junior: of("junior") };
};

/** The base year never changes: its mean sizes are worked out once. */
const knownSizes = new WeakMap<ObservedClasses, Sizes>();
const sizesFor = (observed: ObservedClasses): Sizes => {
  const sizes = knownSizes.get(observed) ?? sizesOf(observed);
  knownSizes.set(observed, sizes);
  return sizes;
};

/** How the pupils of one grade are formed into classes, by row. */
export interface FormedClasses {
  /** Mean size of a class; NaN where it is not known. */
  readonly sizes: Column;
  /** Classes that are kept until the cap binds; none where the size decides alone. */
  readonly kept: Column;
}

/** The same of a grade whose caps stay. A size above the cap is the cap: it asks for as many classes, or more. */
export const formedClasses = (
  observed: ObservedClasses,
  stage: Stage,
  grade: number,
  caps: Column,
  { classPolicy }: Pick<Assumptions, "classPolicy">,
): FormedClasses => {
  const none = new Float64Array(caps.length);
  if (classPolicy === "keep_until_cap") return { sizes: caps, kept: observed.classes[stage][grade] ?? none };
  const own = sizesFor(observed)[stage][grade] ?? caps;
  return { sizes: own.map((size, row) => (size === byCap ? at(caps, row) : Math.min(size, at(caps, row)))), kept: none };
};

/** Classes of so many pupils of a grade, of the mean size and kept as `formedClasses` says: what `formClasses` makes of them. */
export const classesOf = (pupils: number, size: number, kept: number): number =>
  Math.max(pupils === 0 ? 0 : kept, classesFor(pupils, size));

/**
 * 班级 by grade, all of one grade of equal size: `observed_mean_under_cap` keeps the base year's mean
 * size below the cap; `keep_until_cap` keeps the base year's number of classes until the cap binds.
 * Classes that only the cap asks for are counted in `state.split`; the answer is how many grades it split.
 */
export const formClasses = (
  state: CountyState,
  observed: ObservedClasses,
  stage: Stage,
  assumptions: Pick<Assumptions, "classPolicy">,
): { readonly formed: number; readonly capped: number } => {
  const split = state.split[stage].fill(0);
  const taught = state.taught[stage];
  const caps = state.caps[stage];
  const keeps = assumptions.classPolicy === "keep_until_cap";
  const wishes = keeps ? observed.classes[stage] : sizesFor(observed)[stage];
  let formed = 0;
  let capped = 0;
  for (let grade = 0; grade < gradeCount[stage]; grade += 1) {
    const column = state.classes[stage][grade];
    const present = state.pupils[stage][grade];
    const wish = wishes[grade];
    if (column === undefined || present === undefined || wish === undefined) continue;
    for (let row = 0; row < column.length; row += 1) {
      if (taught[row] !== 1) continue;
      const cap = at(caps, row);
      const pupils = at(present, row);
      const own = at(wish, row);
      const wished = keeps ? (pupils === 0 ? 0 : own) : classesFor(pupils, own === byCap ? cap : own);
      // Classes that are wished no larger than the cap are as many as the cap asks for, or more.
      const isWithin = !keeps && own <= cap;
      const classes = isWithin ? wished : Math.max(wished, classesFor(pupils, cap));
      column[row] = classes;
      formed += 1;
      if (classes > wished) {
        capped += 1;
        split[row] = at(split, row) + classes - wished;
      }
    }
  }
  return { formed, capped };
};
