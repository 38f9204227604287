import { cellAt } from "./cells";
import type { CountyColumns } from "./columns";
import type { IndicatorRule } from "./rule-set";
import type { Section } from "./sections";
import { suppliedCells } from "./supplements";

/** One imported figure that a number rests on. */
export interface Input {
  readonly row: number;
  readonly path: string;
  readonly value: number;
}

const pupilPaths = { primary: "pupils.primaryByGrade", junior: "pupils.juniorByGrade", senior: "pupils.senior" } as const;

/** Every imported figure behind one indicator of one section, campuses included; a value not reported is NaN. */
export const inputsOf = (columns: CountyColumns, rule: IndicatorRule, section: Section): readonly Input[] => {
  const { unit, stage } = section;
  const cells = suppliedCells(columns, rule, unit, stage);
  const sharing =
    section.mixed && cells.some(({ shared }) => shared)
      ? (["primary", "junior", "senior"] as const).filter((other) => other !== stage && unit.pupils[other] !== 0)
      : [];
  return unit.members.flatMap((row) => [
    ...cells.filter((cell) => cell.row === row).map(({ path, value }) => ({ row, path, value })),
    ...[stage, ...sharing].map((of) => ({ row, path: pupilPaths[of], value: cellAt(columns.pupils[of], row) })),
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
