import type { CSSProperties } from "react";

/**
 * Value bar with the standard as a black tick and the 85 % floor as a dashed tick. Decoration: the
 * figure itself stands beside it as text. The scale is 0–2 × standard, so ticks align down a column;
 * give `scaleMax` for a fixed scale per table.
 */
export const ThresholdBar = ({
  value,
  standard,
  floor = null,
  scaleMax,
  tone = "pass",
  size = "cell",
}: {
  readonly value: number | null;
  readonly standard: number;
  readonly floor?: number | null;
  readonly scaleMax?: number;
  /** Red only when it fails, amber for 余项, hatch when it cannot be judged. */
  readonly tone?: "pass" | "near" | "fail" | "none";
  /** `cell` is 3 px high, `row` 6, `panel` 8. */
  readonly size?: "cell" | "row" | "panel";
}) => {
  const top = scaleMax ?? standard * 2;
  const at = (figure: number) => `${Number((Math.max(0, Math.min(1, top > 0 ? figure / top : 0)) * 100).toFixed(1))}%`;
  const ticks = { "--standard": at(standard), "--floor": floor === null ? undefined : at(floor) } as CSSProperties;
  // Ticks are the bar's own, and stand where the style sheet says unless the scale is another: a table has hundreds of bars.
  const usual = at(standard) === "50%" && (floor === null || at(floor) === "42.5%");
  return (
    <span
      className={floor === null ? `bar bar--${size}` : `bar bar--${size} bar--floor`}
      style={usual ? undefined : ticks}
      aria-hidden="true"
    >
      {value === null ? (
        <span className="bar__missing" />
      ) : (
        <span className={`bar__value bar__value--${tone}`} style={{ width: at(value) }} />
      )}
    </span>
  );
};

/** Segments for counts (30 of 34 passed): filled, failing, not evaluable, in that order. Decoration. */
export const SegmentBar = ({
  met,
  failing,
  unknown = 0,
}: {
  readonly met: number;
  readonly failing: number;
  readonly unknown?: number;
}) => {
  const total = met + failing + unknown;
  const share = (count: number) => ({ width: `${total > 0 ? (count / total) * 100 : 0}%` });
  return (
    <span className="segments" aria-hidden="true">
      <span className="segments__met" style={share(met)} />
      <span className="segments__failing" style={share(failing)} />
      <span className="segments__unknown" style={share(unknown)} />
    </span>
  );
};
