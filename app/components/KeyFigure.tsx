import type { ReactNode } from "react";
import { VerdictChip, type VerdictKind } from "./VerdictChip";

/** One figure of a summary line: label, verdict, figure with its total or unit, a bar and a line of detail. */
export const KeyFigure = ({
  label,
  value,
  unit,
  verdict,
  verdictText,
  bar,
  children,
}: {
  readonly label: ReactNode;
  /** Written by `format.ts`. */
  readonly value: string;
  readonly unit?: string | undefined;
  readonly verdict?: VerdictKind | undefined;
  readonly verdictText?: string | undefined;
  readonly bar?: ReactNode;
  readonly children?: ReactNode;
}) => (
  <div className="figure">
    <div className="figure__head">
      <span>{label}</span>
      <span className="spacer" />
      {verdict === undefined ? null : <VerdictChip kind={verdict} plain text={verdictText} />}
    </div>
    <div className="figure__value">
      {value}
      {unit === undefined ? null : <small> {unit}</small>}
    </div>
    {bar}
    {children === undefined ? null : <div className="caption muted">{children}</div>}
  </div>
);

/** Key figures side by side on one sheet, divided by hairlines. */
export const KeyFigures = ({ children }: { readonly children: ReactNode }) => <div className="figure-row">{children}</div>;
