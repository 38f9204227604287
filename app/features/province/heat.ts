import type { ResourceIndicator } from "@server/compliance/contract";
import type { ItemId } from "@server/compliance/items-contract";
import type { CountyComparisonRow, Digest, HeatCell } from "@server/province/contract";
import { type Stage, stages } from "@server/statistics/contract";
import type { Measure } from "./compare-query";

/**
 * Heat of a cell: 0 nothing to mend, else the relative excess or the share of sections known to be below. Null when it
 * cannot be judged, also when no section is known to fail but one cannot be judged: that is no pass.
 */
export const heatOf = (cell: HeatCell, measure: Measure): number | null => {
  if (measure === "cv") return cell.cvExcess;
  const { met, remainder, below, not_evaluable } = cell.sections;
  const short = remainder + below;
  const total = met + short + not_evaluable;
  return total === 0 || (short === 0 && not_evaluable > 0) ? null : short / total;
};

/** Depth of a cell by how far off it is: 0 met, then < 10 %, 10–25 %, from 25 %. */
export type Depth = 0 | 1 | 2 | 3;
export const depthOf = (heat: number): Depth => (heat <= 0 ? 0 : heat < 0.1 ? 1 : heat < 0.25 ? 2 : 3);

export const cellOf = (row: CountyComparisonRow, stage: Stage, indicator: ResourceIndicator): HeatCell | null =>
  row.publication?.cells.find((cell) => cell.stage === stage && cell.indicator === indicator) ?? null;

/**
 * The cell of the worse stage of an indicator. A stage known to fail comes before one that cannot be judged, and that
 * before one that passes; a stage without sections is not looked at.
 */
export const worseCell = (row: CountyComparisonRow, indicator: ResourceIndicator, measure: Measure): HeatCell | null => {
  const cells = stages.flatMap((stage) => {
    const cell = cellOf(row, stage, indicator);
    return cell !== null && Object.values(cell.sections).some((count) => count > 0) ? [cell] : [];
  });
  const rank = (cell: HeatCell): number => {
    const heat = heatOf(cell, measure);
    return heat === null ? 0 : heat > 0 ? 1 + heat : -1;
  };
  return cells.reduce<HeatCell | null>((worst, cell) => (worst === null || rank(cell) > rank(worst) ? cell : worst), null);
};

type DigestItem = NonNullable<NonNullable<Digest["items"]>[ItemId]>;
export const itemOf = (row: CountyComparisonRow, id: ItemId): DigestItem | null => row.publication?.digest?.items?.[id] ?? null;
