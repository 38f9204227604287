import type { Assumptions } from "@server/planning/contract";
import { type School, type Stage, stages, type TeacherGroup } from "@server/statistics/contract";
import type { ClassSizes } from "@server/statistics/facts-contract";
import { bandsOf, classSizesOf, nextClasses } from "./classes";
import { asCell, type Cell, gradesOf, known, settled, sixOf, sumOf, teaches, threeOf } from "./figures";
import type { Turnover } from "./staff";

/** A school a year later, figure by figure as its return would report it. */

const scaled = (cell: Cell, share: number): Cell => asCell(known(cell) * share);

/** Pupils and classes of the year; grades that the school never reports stay so. */
export const withPupils = (
  base: School,
  before: School,
  grades: Readonly<Record<Stage, readonly number[]>>,
  assumptions: Assumptions,
): School => {
  const classes = {
    primary: nextClasses(base, "primary", grades.primary, assumptions),
    junior: nextClasses(base, "junior", grades.junior, assumptions),
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

const groupAfter = (group: TeacherGroup, share: number, upgrading: number, backbone: number): TeacherGroup => {
  const fullTime = known(group.fullTime) * share;
  const gained = (cell: Cell, rate: number): Cell => {
    const has = known(cell) * share;
    return asCell(rate === 0 ? has : has + Math.max(0, fullTime - has) * rate);
  };
  return {
    fullTime: asCell(fullTime),
    aboveRequiredEducation: gained(group.aboveRequiredEducation, upgrading),
    backbone: gained(group.backbone, backbone),
    physicalEducation: scaled(group.physicalEducation, share),
    music: scaled(group.music, share),
    art: scaled(group.art, share),
    integratedArts: scaled(group.integratedArts, share),
  };
};

/** A fifth of those in post for less than five years completes the fifth year. */
const stillNew = 0.8;

const teachersOf = (school: School): number =>
  sumOf(stages.map((stage) => (teaches(school, stage) ? known(school.teachers[stage]?.fullTime) : 0)));

/** Teachers of the year, with what goes in proportion to them: certificates, hours, posts, titles. */
export const withStaff = (before: School, turnover: Turnover, { upgradingRate, backboneRate }: Assumptions, gains: number): School => {
  const gaining = (rate: number): number => Math.min(1, rate * gains);
  // Of a number that is not reported nobody knows how many leave, nor of what they have.
  const shareOf = (teachers: number): number =>
    turnover.stay === 1 ? 1 : Number.isNaN(teachers) ? Number.NaN : turnover.stay + turnover.replaced;
  const group = (stage: Stage): TeacherGroup | null => {
    const own = before.teachers[stage];
    return own === null ? null : groupAfter(own, shareOf(known(own.fullTime)), gaining(upgradingRate), gaining(backboneRate));
  };
  const teachers = teachersOf(before);
  const share = teachers === 0 ? 1 : shareOf(teachers);
  const { staff, unsplitTeachers, basic } = before;
  const recent = known(staff.underFiveYears);
  const now = { ...before, teachers: { primary: group("primary"), junior: group("junior") } };
  const among = (figure: Cell): Cell => settled(figure, teachersOf(now));
  return {
    ...now,
    staff: {
      ...staff,
      total: null,
      primaryTotal: null,
      juniorTotal: null,
      certified: among(scaled(staff.certified, share)),
      trained360: among(scaled(staff.trained360, share)),
      postsFilled: scaled(staff.postsFilled, share),
      outsidePosts: scaled(staff.outsidePosts, share),
      underFiveYears: among(asCell(teachers === 0 ? recent : recent * stillNew * (1 - turnover.leaving) + teachers * turnover.replaced)),
    },
    unsplitTeachers: {
      fullTime: scaled(unsplitTeachers.fullTime, share),
      backbone: scaled(unsplitTeachers.backbone, share),
      physicalEducation: scaled(unsplitTeachers.physicalEducation, share),
      music: scaled(unsplitTeachers.music, share),
      art: scaled(unsplitTeachers.art, share),
      integratedArts: scaled(unsplitTeachers.integratedArts, share),
    },
    basic: {
      ...basic,
      midTitlePrimary: scaled(basic.midTitlePrimary, shareOf(known(before.teachers.primary?.fullTime))),
      midTitleJunior: scaled(basic.midTitleJunior, shareOf(known(before.teachers.junior?.fullTime))),
    },
  };
};
