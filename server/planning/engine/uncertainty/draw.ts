import type { Column } from "../state";

/**
 * What turns out otherwise than likely in one run of the years: factors by school row, index 0 = first
 * projected year. Without a draw a projection takes the likely figures.
 */
export interface Draw {
  /** On the grade-1 entrants; keeps the errors of the years before. */
  readonly entrants: readonly Column[];
  /** On the progression ratios. */
  readonly progression: readonly Column[];
  /** On the primary leavers who enter the county's junior schools. */
  readonly migration: readonly Column[];
  /** On the attrition of teachers. */
  readonly attrition: readonly Column[];
  /** On the share of the leavers who are replaced. */
  readonly replacement: readonly Column[];
  /** On upgrading and backbone selection without programmes. */
  readonly gains: readonly Column[];
}
