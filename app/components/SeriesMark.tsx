/** Up to four series are told apart by shape first, then by colour: circle, diamond, square, triangle. */
export const seriesNames = ["a", "b", "c", "d"] as const;
export type SeriesName = (typeof seriesNames)[number];

const dashes: Readonly<Record<SeriesName, string | undefined>> = { a: undefined, b: "6 3", c: "2 2", d: "8 3 2 3" };
export const dashOf = (name: SeriesName): string | undefined => dashes[name];

/** Shapes of the series around 0, 0, as SVG paths. */
export const seriesOutline: Readonly<Record<SeriesName, string>> = {
  a: "M0 -4A4 4 0 1 1 0 4A4 4 0 1 1 0 -4Z",
  b: "M0 -5L5 0L0 5L-5 0Z",
  c: "M-3.8 -3.8H3.8V3.8H-3.8Z",
  d: "M0 -4.6L4.8 3.8H-4.8Z",
};

/** The mark of a series inside an SVG, centred at x, y. */
export const SeriesPoint = ({
  name,
  x,
  y,
  scale = 1,
}: {
  readonly name: SeriesName;
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
}) => <path className={`series-${name}`} d={seriesOutline[name]} transform={`translate(${x} ${y}) scale(${scale})`} />;

/** The mark of a series in a legend or table head. */
export const SeriesMark = ({ name, size = 12 }: { readonly name: SeriesName; readonly size?: number }) => (
  <svg width={size} height={size} viewBox="-6 -6 12 12" aria-hidden="true">
    <SeriesPoint name={name} x={0} y={0} />
  </svg>
);
