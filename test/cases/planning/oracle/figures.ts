import { type CountyDataset, type School, type Stage, stagesOfType } from "@server/statistics/contract";

/** What the second reading of the projection has in common: unknown figures are NaN while they are worked with. */

export type Cell = number | null;

export const known = (cell: Cell | undefined): number => cell ?? Number.NaN;
export const asCell = (value: number): Cell => (Number.isNaN(value) ? null : value);
/** What is all of a school stays all of it: arithmetic makes it neither more nor less. */
export const settled = (figure: Cell, whole: number): Cell =>
  figure !== null && Math.abs(figure - whole) <= whole * 1e-9 ? whole : figure;
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const lastGrade = { primary: 5, junior: 2 } as const;

type Grades = Pick<School, "pupils">["pupils"];
export const gradesOf = (school: Pick<School, "pupils">, stage: Stage): readonly Cell[] | null =>
  stage === "primary" ? school.pupils.primaryByGrade : school.pupils.juniorByGrade;
export const classesOf = (school: Pick<School, "classes">, stage: Stage): readonly Cell[] | null =>
  stage === "primary" ? school.classes.primaryByGrade : school.classes.juniorByGrade;

export const sixOf = ([a, b, c, d, e, f]: readonly number[]): NonNullable<Grades["primaryByGrade"]> => [
  asCell(known(a)),
  asCell(known(b)),
  asCell(known(c)),
  asCell(known(d)),
  asCell(known(e)),
  asCell(known(f)),
];
export const threeOf = ([a, b, c]: readonly number[]): NonNullable<Grades["juniorByGrade"]> => [
  asCell(known(a)),
  asCell(known(b)),
  asCell(known(c)),
];

export const teaches = (school: School, stage: Stage): boolean => stagesOfType[school.type].includes(stage);

/** Pupils of a grade; unknown where not reported, nobody where the stage is not taught. */
export const gradeOf = (school: School, stage: Stage, grade: number): number =>
  teaches(school, stage) ? known(gradesOf(school, stage)?.[grade]) : 0;

/** Pupils of a stage by its grades. */
export const pupilsIn = (school: School, stage: Stage): number => {
  if (!teaches(school, stage)) return 0;
  const grades = gradesOf(school, stage);
  return grades === null ? Number.NaN : sumOf(grades.map(known));
};

/** How one run turns out: a factor on an input for a school in a projected year (1 = the first). */
export type Chance = (
  input: "entrants" | "progression" | "migration" | "attrition" | "replacement" | "gains",
  code: string,
  yearsOn: number,
) => number;
export const asLikely: Chance = () => 1;

/** Grades of a school as observed in a year. */
export interface Observed {
  readonly year: number;
  readonly primary: readonly Cell[] | null;
  readonly junior: readonly Cell[] | null;
}

/** All that was observed of a school up to the base year, oldest first. */
export const observedOf = (school: School, { statisticsYear }: CountyDataset["county"]): readonly Observed[] =>
  [
    ...school.history.map((entry) => ({ year: entry.year, primary: entry.primaryByGrade, junior: entry.juniorByGrade })),
    { year: statisticsYear, primary: school.pupils.primaryByGrade, junior: school.pupils.juniorByGrade },
  ].sort((left, right) => left.year - right.year);
