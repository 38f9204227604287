import { extent, type Figures, pathThrough } from "./chart-geometry";

/**
 * 60 × 18 trend with the threshold dashed and the last point marked. Decoration: its figures must
 * stand in a table nearby. Give the same `domain` to all rows of a group.
 */
export const Sparkline = ({
  values,
  threshold = null,
  domain,
  failing = false,
}: {
  readonly values: Figures;
  readonly threshold?: number | null;
  readonly domain?: readonly [number, number];
  readonly failing?: boolean;
}) => {
  const [low, high] = domain ?? extent([values], threshold === null ? [] : [threshold]) ?? [0, 1];
  const x = (index: number) => 2 + (values.length > 1 ? (index / (values.length - 1)) * 53 : 26);
  const y = (value: number) => (high === low ? 9 : 15.5 - ((value - low) / (high - low)) * 13);
  const last = values.findLastIndex((value) => value !== null);
  const lastValue = last >= 0 ? values[last] : null;
  return (
    <svg className="spark" width="60" height="18" aria-hidden="true">
      {threshold === null ? null : <path className="spark__threshold" d={`M0 ${y(threshold)}H60`} />}
      <path className="spark__line" d={pathThrough(values, x, y)} />
      {lastValue === null || lastValue === undefined ? null : (
        <circle className={failing ? "spark__last spark__last--fail" : "spark__last"} cx={x(last)} cy={y(lastValue)} r="2.4" />
      )}
    </svg>
  );
};
