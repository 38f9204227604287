import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface SpanRow {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** What the span says, written out. */
  readonly text: ReactNode;
  /** `total` for sums, `gain` and `loss` for steps and sides. */
  readonly look: "total" | "gain" | "loss";
}

/** Spans on one common scale, each in the row of a table that says the same in figures: waterfalls and tornados. */
export const SpanBars = ({
  title,
  rows,
  zero,
  header,
  figure,
  bar,
  domain,
}: {
  readonly title: string;
  readonly rows: readonly SpanRow[];
  /** Where the black line stands. */
  readonly zero: number;
  readonly header: string;
  readonly figure: string;
  /** Heads the bars; says their scale where `domain` gives one. */
  readonly bar?: string;
  readonly domain?: readonly [number, number];
}) => {
  const { t } = useTranslation();
  const ends = domain ?? rows.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(zero, ...ends);
  const width = Math.max(zero, ...ends) - low || 1;
  const at = (value: number): string => `${(((value - low) / width) * 100).toFixed(2)}%`;
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={title}>
      <table className="table spans">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{header}</th>
            <th scope="col">{bar ?? t("answers:spans.bar")}</th>
            <th scope="col" className="num">
              {figure}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, from, to, text, look }) => (
            <tr key={id}>
              <th scope="row" className="wrap">
                {label}
              </th>
              <td className="spans__bar">
                <span className="spans__track" aria-hidden="true">
                  <span className="spans__zero" style={{ left: at(zero) }} />
                  <span
                    className={`spans__span spans__span--${look}`}
                    style={{ left: at(Math.min(from, to)), width: `${((Math.abs(to - from) / width) * 100).toFixed(2)}%` }}
                  />
                </span>
              </td>
              <td className="num">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
