import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

export type Figures = readonly (number | null)[];

/** Smallest and largest figure of several series and extra values, null when there is none. */
export const extent = (series: readonly Figures[], extra: readonly number[] = []): readonly [number, number] | null => {
  const all = [...series.flat().filter((value) => value !== null), ...extra];
  return all.length === 0 ? null : [Math.min(...all), Math.max(...all)];
};

/** A domain with room above and below, rounded to the ticks; flat data get a band around them. */
export const padded = ([low, high]: readonly [number, number], zero: boolean): readonly [number, number] => {
  const room = high === low ? Math.max(Math.abs(high) * 0.1, 0.01) : (high - low) * 0.08;
  const nice = scaleLinear()
    .domain([zero ? Math.min(0, low) : low - room, high + room])
    .nice(4)
    .domain();
  return [nice[0] ?? low, nice[1] ?? high];
};

/** SVG path through the known figures; a missing one leaves a gap. */
export const pathThrough = (figures: Figures, x: (index: number) => number, y: (value: number) => number): string =>
  line<{ readonly value: number | null; readonly index: number }>()
    .defined((point) => point.value !== null)
    .x((point) => x(point.index))
    .y((point) => y(point.value ?? 0))(figures.map((value, index) => ({ value, index }))) ?? "";
