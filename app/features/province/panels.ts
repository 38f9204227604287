import { resourceIndicators, type Verdict } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import type { CountyComparisonRow } from "@server/province/contract";
import { stages } from "@server/statistics/contract";
import { cellOf, itemOf } from "./heat";

export const panelWidth = 190;
export const panelHeight = 62;
const barsHeight = 44;
const barWidth = 9;
const step = 12;
const stageGap = 14;
/** Height of the limit: bars reach from nothing to twice the limit. */
export const limitLine = barsHeight / 2;

/** One county drawn small: 14 coefficients against their limits, and the 25 items beneath. */
export interface Panel {
  /** Coefficients within their limit, above it, and those of which nobody can say, as SVG paths. */
  readonly met: string;
  readonly over: string;
  readonly unknown: string;
  /** Items that pass, fail, or cannot be judged: a line, a filled square, a dot. */
  readonly itemsMet: string;
  readonly itemsFailing: string;
  readonly itemsUnknown: string;
  readonly counts: { readonly cvOver: number; readonly cvUnknown: number; readonly itemsFailing: number; readonly itemsUnknown: number };
}

const bar = (x: number, ratio: number): string => {
  const height = Math.max(1, Math.min(2, ratio) * limitLine);
  return `M${x} ${(barsHeight - height).toFixed(1)}h${barWidth}V${barsHeight}h-${barWidth}z`;
};

/** Draws what a county has published; what it has not, or what cannot be judged, is a hatch mark and never a short bar. */
export const panelOf = (row: CountyComparisonRow): Panel => {
  const paths = { met: "", over: "", unknown: "", itemsMet: "", itemsFailing: "", itemsUnknown: "" };
  const counts = { cvOver: 0, cvUnknown: 0, itemsFailing: 0, itemsUnknown: 0 };
  stages.forEach((stage, half) => {
    resourceIndicators.forEach((indicator, place) => {
      const x = 2 + half * (resourceIndicators.length * step + stageGap) + place * step;
      const cell = cellOf(row, stage, indicator);
      const limit = cell?.limit ?? (cell?.cvExcess && cell.cv !== null ? cell.cv / (1 + cell.cvExcess) : null);
      if (cell === null || cell.cvVerdict === "not_evaluable" || cell.cv === null || limit === null) {
        counts.cvUnknown += 1;
        paths.unknown += `M${x} ${barsHeight - 2}l${barWidth} -${barWidth}`;
        return;
      }
      const over = cell.cvVerdict === "not_met";
      if (over) counts.cvOver += 1;
      paths[over ? "over" : "met"] += bar(x, cell.cv / limit);
    });
  });
  itemIds.forEach((id, place) => {
    const x = 2 + place * 7.5;
    const verdict: Verdict = itemOf(row, id)?.verdict ?? "not_evaluable";
    if (verdict === "met") paths.itemsMet += `M${x} 58h5`;
    if (verdict === "not_met") {
      counts.itemsFailing += 1;
      paths.itemsFailing += `M${x} 52h5v8h-5z`;
    }
    if (verdict === "not_evaluable") {
      counts.itemsUnknown += 1;
      paths.itemsUnknown += `M${x + 1} 56h3`;
    }
  });
  return { ...paths, counts };
};
