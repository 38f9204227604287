import { extent, type Figures, linear, pathThrough } from "./chart-geometry";

const width = 60;
const height = 18;

/** A small line of one figure over the years, the limit dashed, the last year marked. The figures stand in words beside it. */
export const Sparkline = ({
  values,
  limit,
  failing,
  text,
}: {
  readonly values: Figures;
  readonly limit: number;
  readonly failing: boolean;
  /** The figures by year, for who does not see the line. */
  readonly text: string;
}) => {
  const range = extent([values], [0, limit]);
  if (range === null) return null;
  const x = linear([0, Math.max(1, values.length - 1)], [3, width - 4]);
  const y = linear(range, [height - 3, 3]);
  const last = values.at(-1) ?? null;
  return (
    <>
      <svg
        className={failing ? "spark spark--fail" : "spark"}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-hidden="true"
      >
        <line x1={0} x2={width} y1={y(limit)} y2={y(limit)} className="spark__limit" />
        <path d={pathThrough(values, x, y)} className="spark__line" />
        {last === null ? null : <circle cx={x(values.length - 1)} cy={y(last)} r={2.5} className="spark__last" />}
      </svg>
      <span className="visually-hidden">{text}</span>
    </>
  );
};
