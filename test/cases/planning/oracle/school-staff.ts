import type { Assumptions } from "@server/planning/contract";
import { type School, type Stage, stages, type TeacherGroup } from "@server/statistics/contract";
import { asCell, type Cell, known, settled, sumOf, teaches } from "./figures";
import type { Turnover } from "./staff";

/** The teachers of a school a year later: who is left, who is hired, who has gained what. */

const scaled = (cell: Cell, share: number): Cell => asCell(known(cell) * share);
const plus = (cell: Cell, persons: number): Cell => (persons === 0 ? cell : asCell(known(cell) + persons));

const scaledGroup = (group: TeacherGroup, share: number): TeacherGroup => ({
  fullTime: scaled(group.fullTime, share),
  aboveRequiredEducation: scaled(group.aboveRequiredEducation, share),
  backbone: scaled(group.backbone, share),
  physicalEducation: scaled(group.physicalEducation, share),
  music: scaled(group.music, share),
  art: scaled(group.art, share),
  integratedArts: scaled(group.integratedArts, share),
});

export const stageTeachers = (school: School, stage: Stage): number =>
  teaches(school, stage) ? known(school.teachers[stage]?.fullTime) : 0;
export const teachersOf = (school: School): number => sumOf(stages.map((stage) => stageTeachers(school, stage)));

/** A fifth of those in post for less than five years completes the fifth year. */
const stillNew = 0.8;

/** Those who are left and replaced, with what goes in proportion to them: certificates, hours, posts, titles. */
export const afterTurnover = (before: School, turnover: Readonly<Record<Stage, Turnover>>): School => {
  // Of a number that is not reported nobody knows how many leave, nor of what they have.
  const shareOf = (stage: Stage): number => {
    const { stay, replaced } = turnover[stage];
    return stay === 1 ? 1 : Number.isNaN(stageTeachers(before, stage)) ? Number.NaN : stay + replaced;
  };
  const group = (stage: Stage): TeacherGroup | null => {
    const own = before.teachers[stage];
    return own === null ? null : scaledGroup(own, shareOf(stage));
  };
  const now = { ...before, teachers: { primary: group("primary"), junior: group("junior") } };
  const teachers = teachersOf(before);
  const isCalm = stages.every((stage) => turnover[stage].stay === 1);
  const share = teachers === 0 || isCalm ? 1 : teachersOf(now) / teachers;
  const replaced = sumOf(stages.map((stage) => stageTeachers(before, stage) * turnover[stage].replaced));
  const { staff, unsplitTeachers, basic } = before;
  const recent = known(staff.underFiveYears);
  return {
    ...now,
    staff: {
      ...staff,
      total: null,
      primaryTotal: null,
      juniorTotal: null,
      certified: scaled(staff.certified, share),
      trained360: scaled(staff.trained360, share),
      postsFilled: scaled(staff.postsFilled, share),
      outsidePosts: scaled(staff.outsidePosts, share),
      underFiveYears: asCell(teachers === 0 ? recent : recent * stillNew * (1 - turnover.primary.leaving) + replaced),
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
      midTitlePrimary: scaled(basic.midTitlePrimary, shareOf("primary")),
      midTitleJunior: scaled(basic.midTitleJunior, shareOf("junior")),
    },
  };
};

/** Persons with attributes who join one stage of a school. */
export type Newcomers = Readonly<Record<keyof TeacherGroup | "certified", number>>;

/** They hold posts and are new in theirs. */
export const withNewcomers = (school: School, stage: Stage, group: Newcomers): School => {
  const own = school.teachers[stage];
  if (own === null) return school;
  const { staff } = school;
  return {
    ...school,
    teachers: {
      ...school.teachers,
      [stage]: {
        fullTime: plus(own.fullTime, group.fullTime),
        aboveRequiredEducation: plus(own.aboveRequiredEducation, group.aboveRequiredEducation),
        backbone: plus(own.backbone, group.backbone),
        physicalEducation: plus(own.physicalEducation, group.physicalEducation),
        music: plus(own.music, group.music),
        art: plus(own.art, group.art),
        integratedArts: plus(own.integratedArts, group.integratedArts),
      },
    },
    staff: {
      ...staff,
      certified: plus(staff.certified, group.certified),
      underFiveYears: plus(staff.underFiveYears, group.fullTime),
      postsFilled: plus(staff.postsFilled, group.fullTime),
    },
  };
};

/** What goes with teachers who go to another school: of the school's papers and posts one share, of the stage's titles another. */
export const shareOfStaff = (from: School, stage: Stage, shares: { readonly school: number; readonly stage: number }) => {
  const goes = (cell: Cell, share: number): number => (share === 0 ? 0 : known(cell) * share);
  const title = stage === "primary" ? "midTitlePrimary" : "midTitleJunior";
  const after = (school: School, sign: 1 | -1): School => {
    const papers = (field: "certified" | "trained360" | "underFiveYears" | "postsFilled" | "outsidePosts"): Cell =>
      plus(school.staff[field], sign * goes(from.staff[field], shares.school));
    const unsplit = (field: keyof School["unsplitTeachers"]): Cell =>
      plus(school.unsplitTeachers[field], sign * goes(from.unsplitTeachers[field], shares.school));
    return {
      ...school,
      staff: {
        ...school.staff,
        certified: papers("certified"),
        trained360: papers("trained360"),
        underFiveYears: papers("underFiveYears"),
        postsFilled: papers("postsFilled"),
        outsidePosts: papers("outsidePosts"),
      },
      unsplitTeachers: {
        fullTime: unsplit("fullTime"),
        backbone: unsplit("backbone"),
        physicalEducation: unsplit("physicalEducation"),
        music: unsplit("music"),
        art: unsplit("art"),
        integratedArts: unsplit("integratedArts"),
      },
      basic: { ...school.basic, [title]: plus(school.basic[title], sign * goes(from.basic[title], shares.stage)) },
    };
  };
  return { leaving: (school: School): School => after(school, -1), arriving: (school: School): School => after(school, 1) };
};

/** Higher degrees and backbone teachers that come without programmes. */
export const afterGains = (school: School, { upgradingRate, backboneRate }: Assumptions, factor: number): School => {
  const group = (stage: Stage): TeacherGroup | null => {
    const own = school.teachers[stage];
    if (own === null) return null;
    const gained = (cell: Cell, rate: number): Cell => {
      const share = Math.min(1, rate * factor);
      return share === 0 ? cell : asCell(known(cell) + Math.max(0, known(own.fullTime) - known(cell)) * share);
    };
    return {
      ...own,
      aboveRequiredEducation: gained(own.aboveRequiredEducation, upgradingRate),
      backbone: gained(own.backbone, backboneRate),
    };
  };
  return { ...school, teachers: { primary: group("primary"), junior: group("junior") } };
};

/** Certificates, hours and newcomers at the end of a year: what is all of the teachers is exactly all of them. */
export const withWholes = (school: School): School => {
  const among = (figure: Cell): Cell => settled(figure, teachersOf(school));
  const { certified, trained360, underFiveYears } = school.staff;
  return {
    ...school,
    staff: {
      ...school.staff,
      certified: among(certified),
      trained360: among(trained360),
      underFiveYears: among(underFiveYears),
    },
  };
};
