import { nice } from "d3-array";

export type Figures = readonly (number | null)[];

/** Smallest and largest figure of several series and extra values, null when there is none. */
export const extent = (series: readonly Figures[], extra: readonly number[] = []): readonly [number, number] | null => {
  const all = [...series.flat().filter((value) => value !== null), ...extra];
  return all.length === 0 ? null : [Math.min(...all), Math.max(...all)];
};

/** A domain with room above and below, rounded to the ticks; flat data get a band around them. What is never below zero is not drawn there. */
export const padded = ([low, high]: readonly [number, number], zero: boolean): readonly [number, number] => {
  const room = high === low ? Math.max(Math.abs(high) * 0.1, 0.01) : (high - low) * 0.08;
  return nice(zero ? Math.min(0, low) : low < 0 ? low - room : Math.max(0, low - room), high + room, 4);
};

/** Where a figure of the domain lies in the range; all of a domain without extent at the range's beginning. */
export const linear =
  ([low, high]: readonly [number, number], [from, to]: readonly [number, number]) =>
  (value: number): number =>
    high === low ? from : from + ((value - low) / (high - low)) * (to - from);

/** SVG path through the known figures; a missing one leaves a gap, one between two gaps a dot. */
export const pathThrough = (figures: Figures, x: (index: number) => number, y: (value: number) => number): string =>
  figures
    .map((value, index) => {
      if (value === null) return "";
      const [before, after] = [figures[index - 1] ?? null, figures[index + 1] ?? null];
      const at = `${x(index)},${y(value)}`;
      return before === null ? `M${at}${after === null ? "Z" : ""}` : `L${at}`;
    })
    .join("");

/** Closed SVG paths between two lines, over each stretch of years in which both are known. */
export const bandPath = (low: Figures, high: Figures, x: (index: number) => number, y: (value: number) => number): string => {
  const stretches: { readonly index: number; readonly low: number; readonly high: number }[][] = [];
  for (const [index, from] of low.entries()) {
    const to = high[index] ?? null;
    if (from === null || to === null) continue;
    const last = stretches.at(-1);
    const point = { index, low: from, high: to };
    if (last === undefined || last.at(-1)?.index !== index - 1) stretches.push([point]);
    else last.push(point);
  }
  return stretches
    .map((points) => {
      const above = points.map((point) => `${x(point.index)},${y(point.high)}`);
      const below = points.toReversed().map((point) => `${x(point.index)},${y(point.low)}`);
      return `M${[...above, ...below].join("L")}Z`;
    })
    .join("");
};
