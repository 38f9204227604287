import { type CountyColumns, itemResults, type Rules } from "@server/compliance/engine/index";
import { classSizeBands } from "@server/statistics/facts-contract";
import type { YearOutcome } from "../contract";
import type { LeanYear } from "./lean-year";

const countSchools = (schools: readonly { readonly schoolCode: string }[]): number =>
  new Set(schools.map(({ schoolCode }) => schoolCode)).size;

/** Lower bound of the highest size band that holds a class; null where no class is known by its size. */
const largestClassOf = ({ classSizes }: CountyColumns): number | null => {
  let largest: number | null = null;
  for (const bands of [classSizes.primary, classSizes.junior, classSizes.unsplit])
    for (const [band, { from }] of classSizeBands.entries())
      if (bands[band]?.some((classes) => classes > 0)) largest = Math.max(largest ?? 0, from);
  return largest;
};

/** What is behind the verdicts of a year's items: drawn up where the answer is kept, not while a slider moves. */
export const itemFiguresOf = ({ columns, inclusion }: LeanYear, rules: Rules): Pick<YearOutcome, "itemFigures" | "largestClass"> => ({
  itemFigures: Object.fromEntries(
    Object.entries(itemResults(columns, { inclusion }, rules)).map(([id, { figures, limits, failing, open }]) => [
      id,
      { figures, limits, schoolsFailing: countSchools(failing), schoolsOpen: countSchools(open) },
    ]),
  ) as NonNullable<YearOutcome["itemFigures"]>,
  largestClass: largestClassOf(columns),
});
