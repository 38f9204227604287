import type { Lever, LeverOf } from "@server/planning/contract";
import type { School, Stage } from "@server/statistics/contract";
import { stages } from "@server/statistics/contract";
import { asCell, type Cell, gradesOf, known, sumOf, teaches } from "./figures";
import { effectOf, ofType, plus } from "./levers";

/** 培训与提升 in the years of a programme: so many of those who lack something gain it. */

type Programme = LeverOf<"upgrade_education" | "train_backbone" | "train_360" | "certify_teachers">;

const isTaught = (school: School, stage: Stage): boolean => teaches(school, stage) && gradesOf(school, stage) !== null;

/** Who has it at a school, of how many; and the school with so many more who have it. */
const attributeOf = (
  lever: Programme,
  school: School,
): { readonly has: Cell; readonly of: Cell; readonly gaining: (persons: number) => School } => {
  const { teachers, staff } = school;
  const inStage = (stage: Stage, field: "aboveRequiredEducation" | "backbone") => {
    const own = teachers[stage];
    const has = own === null ? (teaches(school, stage) ? null : 0) : own[field];
    const gaining = (persons: number): School =>
      own === null ? school : { ...school, teachers: { ...teachers, [stage]: { ...own, [field]: plus(own[field], persons) } } };
    return { has, of: own === null ? (teaches(school, stage) ? null : 0) : own.fullTime, gaining };
  };
  const all = asCell(sumOf(stages.map((stage) => (teaches(school, stage) ? known(teachers[stage]?.fullTime) : 0))));
  switch (lever.type) {
    case "upgrade_education":
      return inStage(lever.stage, "aboveRequiredEducation");
    case "train_backbone":
      return inStage(lever.stage, "backbone");
    case "train_360":
      return {
        has: staff.trained360,
        of: all,
        gaining: (more) => ({ ...school, staff: { ...staff, trained360: plus(staff.trained360, more) } }),
      };
    case "certify_teachers":
      return {
        has: staff.certified,
        of: all,
        gaining: (more) => ({ ...school, staff: { ...staff, certified: plus(staff.certified, more) } }),
      };
  }
};

/** Those who lack it at the school that is named, or at every school in proportion to how many do. */
const afterOne = (schools: readonly School[], lever: Programme): readonly School[] => {
  const lackAt = (school: School): number => {
    const { has, of } = attributeOf(lever, school);
    const isMeant = lever.schoolCode === "" ? stages.some((stage) => isTaught(school, stage)) : school.code === lever.schoolCode;
    return !isMeant || has === null || of === null ? 0 : Math.max(0, of - has);
  };
  const lacking = sumOf(schools.map(lackAt));
  const share = lacking === 0 ? 0 : Math.min(1, (lever.count * lever.fulfilment) / lacking);
  return schools.map((school) => {
    const lack = lackAt(school);
    return lack === 0 ? school : attributeOf(lever, school).gaining(lack * share);
  });
};

export const withProgrammes = (schools: readonly School[], levers: readonly Lever[], year: number): readonly School[] => {
  const programmes: readonly Programme[] = [
    ...ofType(levers, "upgrade_education"),
    ...ofType(levers, "train_backbone"),
    ...ofType(levers, "train_360"),
    ...ofType(levers, "certify_teachers"),
  ];
  return programmes.filter((lever) => effectOf(lever) <= year && year <= lever.endYear).reduce(afterOne, schools);
};
