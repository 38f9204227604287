import { useId } from "react";
import { formatPercent } from "./format";

/** Anything longer than a second: the step in words, the share done, and an action such as cancel. `value` 0–1, null when unknown. */
export const ProgressBar = ({
  label,
  value,
  detail,
}: {
  readonly label: string;
  readonly value: number | null;
  /** Elapsed time, step n of m. */
  readonly detail?: string | undefined;
}) => {
  const id = useId();
  const done = value === null ? null : Math.max(0, Math.min(1, value));
  return (
    <div className="progress">
      <div className="progress__words">
        <span id={id}>{label}</span>
        <span className="spacer" />
        {detail ? <span className="caption muted">{detail}</span> : null}
        {done === null ? null : <span className="caption">{formatPercent(done, 0)}</span>}
      </div>
      <div
        className="progress__track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={done === null ? undefined : Math.round(done * 100)}
      >
        <span
          className={done === null ? "progress__bar progress__bar--unknown" : "progress__bar"}
          style={{ width: `${(done ?? 1) * 100}%` }}
        />
      </div>
    </div>
  );
};
