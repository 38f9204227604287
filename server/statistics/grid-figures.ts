import type { School } from "./contract";

/** Sums shown and sorted in the grid of schools; null when a taught grade is not reported. */
export interface GridFigures {
  readonly primary_pupils: number | null;
  readonly junior_pupils: number | null;
  readonly senior_pupils: number | null;
  readonly classes: number | null;
  readonly teachers: number | null;
}

const sum = (cells: readonly (number | null)[]): number | null =>
  cells.reduce<number | null>((total, cell) => (total === null || cell === null ? null : total + cell), 0);

/** Null when the stage is not taught. */
const stageSum = (cells: readonly (number | null)[] | null): number | null => (cells === null ? null : sum(cells));

/** The grid's columns of a school in canonical form. */
export const gridFigures = ({ pupils, classes, teachers }: School): GridFigures => {
  const taught = [classes.primaryByGrade, classes.juniorByGrade].flatMap((cells) => (cells === null ? [] : [cells]));
  const groups = [teachers.primary, teachers.junior].flatMap((group) => (group === null ? [] : [group.fullTime]));
  return {
    primary_pupils: stageSum(pupils.primaryByGrade),
    junior_pupils: stageSum(pupils.juniorByGrade),
    senior_pupils: pupils.senior,
    classes: taught.length === 0 ? null : sum(taught.flat()),
    teachers: groups.length === 0 ? null : sum(groups),
  };
};
