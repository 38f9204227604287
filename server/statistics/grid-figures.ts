import { classesOfStage, pupilsOfStage, type School, stages } from "./contract";

/** Sums shown and sorted in the grid of schools; null when a taught grade is not reported and no total stands for it. */
export interface GridFigures {
  readonly primary_pupils: number | null;
  readonly junior_pupils: number | null;
  readonly senior_pupils: number | null;
  readonly classes: number | null;
  readonly teachers: number | null;
}

const sum = (cells: readonly (number | null)[]): number | null =>
  cells.reduce<number | null>((total, cell) => (total === null || cell === null ? null : total + cell), 0);

/** The grid's columns of a school in canonical form; totals stand in where a return gave no grades. */
export const gridFigures = (school: School): GridFigures => {
  const { classes, teachers, totals, unsplitTeachers } = school;
  const taught = stages.filter((stage) => classes[`${stage}ByGrade`] !== null);
  const groups = [teachers.primary, teachers.junior].flatMap((group) => (group === null ? [] : [group.fullTime]));
  return {
    primary_pupils: pupilsOfStage(school, "primary"),
    junior_pupils: pupilsOfStage(school, "junior"),
    senior_pupils: school.pupils.senior,
    classes: taught.length === 0 ? null : (sum(taught.map((stage) => classesOfStage(school, stage))) ?? totals.classesUnsplit),
    teachers: groups.length === 0 ? null : (sum(groups) ?? unsplitTeachers.fullTime),
  };
};
