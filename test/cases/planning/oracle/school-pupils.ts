import type { Assumptions } from "@server/planning/contract";
import { type School, type Stage, stages } from "@server/statistics/contract";
import type { ClassSizes } from "@server/statistics/facts-contract";
import { bandsOf, classSizesOf, nextClasses } from "./classes";
import { asCell, gradesOf, sixOf, teaches, threeOf } from "./figures";

/** A school of a year later by its pupils and classes; grades that the school never reports stay so. */
export const withPupils = (
  base: School,
  before: School,
  grades: Readonly<Record<Stage, readonly number[]>>,
  assumptions: Assumptions,
  capOf: (stage: Stage) => number,
): School => {
  const classes = {
    primary: nextClasses(base, "primary", grades.primary, assumptions, capOf("primary")),
    junior: nextClasses(base, "junior", grades.junior, assumptions, capOf("junior")),
  };
  const bands = (stage: Stage): ClassSizes | null => {
    if (gradesOf(base, stage) === null) return null;
    const [a, b, c, d, e, f, g, h, i, j] = bandsOf(grades[stage], classes[stage]).map(asCell);
    return [a, b, c, d, e, f, g, h, i, j].every((cell) => cell === null || cell === undefined)
      ? null
      : [a ?? null, b ?? null, c ?? null, d ?? null, e ?? null, f ?? null, g ?? null, h ?? null, i ?? null, j ?? null];
  };
  const teachesAny = stages.some((stage) => teaches(base, stage));
  const sizes = stages.flatMap((stage) => classSizesOf(grades[stage], classes[stage]));
  const everyClassUnder30 = sizes.some((size) => size >= 30) ? false : sizes.length === 0 || sizes.some(Number.isNaN) ? null : true;
  return {
    ...before,
    conditions: teachesAny ? { ...before.conditions, everyClassUnder30 } : before.conditions,
    pupils: {
      primaryByGrade: base.pupils.primaryByGrade === null ? null : sixOf(grades.primary),
      juniorByGrade: base.pupils.juniorByGrade === null ? null : threeOf(grades.junior),
      senior: base.pupils.senior,
    },
    classes: {
      primaryByGrade: base.classes.primaryByGrade === null ? null : sixOf(classes.primary),
      juniorByGrade: base.classes.juniorByGrade === null ? null : threeOf(classes.junior),
    },
    totals: { pupilsPrimary: null, pupilsJunior: null, classesPrimary: null, classesJunior: null, classesUnsplit: null },
    classSizes: { primary: bands("primary"), junior: bands("junior"), unsplit: null },
  };
};
