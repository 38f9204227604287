import { cellAt } from "./cells";
import type { CountyColumns } from "./columns";
import type { IndicatorRule } from "./rule-set";
import { type Section, termColumns } from "./sections";

/** One imported figure that a number rests on. */
export interface Input {
  readonly row: number;
  readonly path: string;
  readonly value: number;
}

const pupilPaths = { primary: "pupils.primaryByGrade", junior: "pupils.juniorByGrade", senior: "pupils.senior" } as const;

/** Dataset paths (within a school) of the resource figures of an indicator, in the order of its terms. */
const termPaths = (rule: IndicatorRule, section: Section): readonly string[] =>
  rule.numerator.from === "teachers"
    ? rule.numerator.terms.map(({ field }) => `teachers.${section.stage}.${field}`)
    : rule.numerator.terms.map(({ field }) => `facilities.${field}`);

/** Every imported figure behind one indicator of one section, campuses included; a value not reported is NaN. */
export const inputsOf = (columns: CountyColumns, rule: IndicatorRule, section: Section): readonly Input[] => {
  const { unit, stage } = section;
  const paths = termPaths(rule, section);
  const sharing =
    rule.numerator.from === "facilities" && section.mixed
      ? (["primary", "junior", "senior"] as const).filter((other) => other !== stage && unit.pupils[other] !== 0)
      : [];
  return unit.members.flatMap((row) => [
    ...termColumns(columns, rule, stage).map(({ column }, term) => ({ row, path: paths[term] ?? "", value: cellAt(column, row) })),
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
