import { cellAt } from "./cells";
import type { CountyColumns } from "./columns";
import type { IndicatorRule } from "./rule-set";
import type { Section } from "./sections";
import type { Sharing } from "./split";
import { suppliedCells } from "./supplements";

/** One imported figure that a number rests on. */
export interface Input {
  readonly row: number;
  readonly path: string;
  readonly value: number;
}

/** Where the pupils of those who share a school stand in the dataset. */
export const pupilPaths = {
  primary: "pupils.primaryByGrade",
  junior: "pupils.juniorByGrade",
  senior: "pupils.senior",
  kindergarten: "enrolment.kindergarten",
} as const;

/** The column of their pupils. */
export const pupilsColumn = (columns: CountyColumns, of: Sharing): Float64Array =>
  of === "kindergarten" ? columns.further["enrolment.kindergarten"] : columns.pupils[of];

/** Every imported figure behind one indicator of one section, campuses included; a value not reported is NaN. */
export const inputsOf = (columns: CountyColumns, rule: IndicatorRule, section: Section): readonly Input[] => {
  const { unit, stage } = section;
  const cells = suppliedCells(columns, rule, unit, stage);
  const others = cells.some(({ shared }) => shared) ? section.sharing.filter((other) => other !== stage) : [];
  return unit.members.flatMap((row) => [
    ...cells.filter((cell) => cell.row === row).map(({ path, value }) => ({ row, path, value })),
    ...[stage, ...others].map((of) => ({ row, path: pupilPaths[of], value: cellAt(pupilsColumn(columns, of), row) })),
  ]);
};

/** Paths of the figures that are missing for one indicator of one section, each once. */
export const missingPaths = (columns: CountyColumns, rule: IndicatorRule, section: Section): string[] => [
  ...new Set(
    inputsOf(columns, rule, section)
      .filter(({ value }) => Number.isNaN(value))
      .map(({ path }) => path),
  ),
];
