import { ticks } from "d3-array";
import { useRef } from "react";
import { bandPath, extent, linear, padded, pathThrough } from "./chart-geometry";
import { FigureTable, type FigureTableSeries } from "./FigureTable";
import { dashOf, SeriesMark, type SeriesName, SeriesPoint, seriesNames } from "./SeriesMark";
import { useWidth } from "./use-width";

export interface LineSeries extends FigureTableSeries {
  /** Shape, dash and colour; by position when left out. */
  readonly mark?: SeriesName;
}

/** A range around the lines, shaded. */
interface ChartBand {
  readonly label: string;
  readonly low: FigureTableSeries;
  readonly high: FigureTableSeries;
}

const margin = { top: 10, right: 12, bottom: 22, left: 46 };

/**
 * Lines by year with the threshold as a black line. The accessible name is `title`, the figures are a
 * table behind "show figures"; prints in black and white by shape and dash. The y scale depends on
 * `domain` alone when given, so it does not move while a slider does.
 */
export const LineChart = ({
  title,
  years,
  series,
  threshold = null,
  bands = [],
  format,
  domain,
  selectedYear = null,
  height = 180,
}: {
  readonly title: string;
  readonly years: readonly number[];
  readonly series: readonly LineSeries[];
  readonly threshold?: { readonly value: number; readonly label: string } | null;
  /** Each within the one before it, and darker. */
  readonly bands?: readonly ChartBand[];
  readonly format: (value: number | null) => string;
  readonly domain?: readonly [number, number];
  readonly selectedYear?: number | null;
  readonly height?: number;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 520);
  const edges = bands.flatMap(({ low, high }) => [low, high]);
  const range =
    domain ??
    padded(
      extent(
        [...series, ...edges].map((one) => one.values),
        threshold ? [threshold.value] : [],
      ) ?? [0, 1],
      false,
    );
  const y = linear(range, [height - margin.bottom, margin.top]);
  const inner = width - margin.left - margin.right;
  const x = (index: number) => margin.left + (years.length > 1 ? (index / (years.length - 1)) * inner : inner / 2);
  const selected = selectedYear === null ? -1 : years.indexOf(selectedYear);
  const every = Math.max(1, Math.ceil((years.length * 38) / Math.max(inner, 1)));
  const marked = series.map((one, index) => ({ ...one, mark: one.mark ?? seriesNames[index % seriesNames.length] ?? "a" }));
  return (
    <figure className="chart">
      <div ref={box}>
        <svg className="chart__svg" role="img" aria-label={title} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          {selected < 0 ? null : <rect className="chart__selected" x={x(selected) - 12} y={margin.top} width="24" height={height - 32} />}
          {ticks(...range, 4).map((tick) => (
            <g key={tick} className="chart__axis">
              <path d={`M${margin.left} ${y(tick)}H${width - margin.right}`} />
              <text x={margin.left - 6} y={y(tick) + 4} textAnchor="end">
                {format(tick)}
              </text>
            </g>
          ))}
          {years.map((year, index) =>
            index % every === 0 ? (
              <text key={year} className="chart__label" x={x(index)} y={height - 6} textAnchor="middle">
                {year}
              </text>
            ) : null,
          )}
          {bands.map(({ label, low, high }) => (
            <path key={label} className="chart__band" d={bandPath(low.values, high.values, x, y)} />
          ))}
          {threshold ? <path className="chart__threshold" d={`M${margin.left} ${y(threshold.value)}H${width - margin.right}`} /> : null}
          {marked.map((one) => (
            <g key={one.id}>
              <path
                className={`chart__line series-line-${one.mark}`}
                d={pathThrough(one.values, x, y)}
                strokeDasharray={dashOf(one.mark)}
              />
              {one.values.map((value, index) =>
                value === null ? null : <SeriesPoint key={years[index]} name={one.mark} x={x(index)} y={y(value)} scale={0.75} />,
              )}
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="chart__legend">
        {marked.map((one) => (
          <span key={one.id} className="chart__key">
            <SeriesMark name={one.mark} /> {one.name}
          </span>
        ))}
        {bands.map(({ label }, index) => (
          <span key={label} className="chart__key">
            <span className={index === 0 ? "chart__key-band" : "chart__key-band chart__key-band--inner"} /> {label}
          </span>
        ))}
        {threshold ? (
          <span className="chart__key">
            <span className="chart__key-threshold" /> {threshold.label}
          </span>
        ) : null}
      </figcaption>
      <FigureTable title={title} years={years} series={[...series, ...edges]} format={format} />
    </figure>
  );
};
