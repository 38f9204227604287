import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { linear } from "./chart-geometry";
import { FigureTable } from "./FigureTable";
import { formatMoneyWan } from "./format";
import { useWidth } from "./use-width";

const rowHeight = 28;
const labels = { left: 44, right: 150 };

/**
 * Cost by year: one bar a year, stacked by kind, the yearly cap as a black tick, hatched and named
 * where it is exceeded. Money in 万元 unless `format` says otherwise.
 */
export const BarsByYear = ({
  title,
  years,
  parts,
  cap = null,
  format = formatMoneyWan,
}: {
  readonly title: string;
  readonly years: readonly number[];
  /** Up to four kinds, drawn in this order; `values` by year. */
  readonly parts: readonly { readonly id: string; readonly name: string; readonly values: readonly number[] }[];
  readonly cap?: number | null;
  readonly format?: (value: number | null) => string;
}) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 520);
  const totals = years.map((_, index) => parts.reduce((sum, part) => sum + (part.values[index] ?? 0), 0));
  const x = linear([0, Math.max(...totals, cap ?? 0, 1)], [labels.left, Math.max(width - labels.right, labels.left + 40)]);
  return (
    <figure className="chart">
      <div ref={box}>
        <svg className="chart__svg" role="img" aria-label={title} width={width} height={years.length * rowHeight + 4}>
          <defs>
            <pattern id="over-cap" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path className="chart__hatch" d="M0 0V5" />
            </pattern>
          </defs>
          {years.map((year, row) => {
            const top = row * rowHeight + 6;
            const total = totals[row] ?? 0;
            const over = cap !== null && total > cap ? total - cap : 0;
            let from = 0;
            return (
              <g key={year}>
                <text className="chart__label" x={labels.left - 8} y={top + 12} textAnchor="end">
                  {year}
                </text>
                {parts.map((part, index) => {
                  const start = from;
                  from += part.values[row] ?? 0;
                  return <rect key={part.id} className={`stack-${index}`} x={x(start)} y={top} width={x(from) - x(start)} height="16" />;
                })}
                {over > 0 && cap !== null ? <rect x={x(cap)} y={top} width={x(total) - x(cap)} height="16" fill="url(#over-cap)" /> : null}
                {cap === null ? null : <path className="chart__cap" d={`M${x(cap)} ${top - 4}v24`} />}
                <text className={over > 0 ? "chart__figure tone-fail" : "chart__figure"} x={x(Math.max(total, cap ?? 0)) + 8} y={top + 12}>
                  {over > 0 ? t("common:chart.over_cap", { total: format(total), over: format(over) }) : format(total)}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className="chart__legend">
        {parts.map((part, index) => (
          <span key={part.id} className="chart__key">
            <svg width="12" height="12" aria-hidden="true">
              <rect className={`stack-${index}`} width="12" height="12" />
            </svg>
            {part.name}
          </span>
        ))}
        {cap === null ? null : (
          <span className="chart__key">
            <span className="chart__key-cap" /> {t("common:chart.cap", { cap: format(cap) })}
          </span>
        )}
      </figcaption>
      <FigureTable title={title} years={years} series={parts} format={format} />
    </figure>
  );
};
