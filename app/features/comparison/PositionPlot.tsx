import { type SeriesName, SeriesPoint } from "~/components/SeriesMark";

const [width, height, edge] = [200, 20, 8];

/** Where the scenarios stand on one line, the limit as a tick. Decoration: the figures stand beside it. */
export const PositionPlot = ({
  values,
  marks,
  top,
  limit,
}: {
  readonly values: readonly (number | null)[];
  readonly marks: readonly SeriesName[];
  readonly top: number;
  readonly limit: number | undefined;
}) => {
  const x = (value: number) => edge + (Math.min(value, top) / top) * (width - 2 * edge);
  return (
    <svg className="compare__plot" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="compare__track" d={`M${edge} ${height / 2}H${width - edge}`} />
      {limit === undefined ? null : <path className="compare__tick" d={`M${x(limit)} 2V${height - 2}`} />}
      {[...values.entries()].reverse().map(([index, value]) => {
        const mark = marks[index];
        return value === null || mark === undefined ? null : <SeriesPoint key={mark} name={mark} x={x(value)} y={height / 2} />;
      })}
    </svg>
  );
};
