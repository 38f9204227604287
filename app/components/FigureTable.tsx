import { useTranslation } from "react-i18next";
import type { Figures } from "./chart-geometry";

export interface FigureTableSeries {
  readonly id: string;
  readonly name: string;
  readonly values: Figures;
}

/** The figures of a chart as a table, folded away until asked for; on paper only when open. */
export const FigureTable = ({
  title,
  years,
  series,
  format,
}: {
  readonly title: string;
  readonly years: readonly number[];
  readonly series: readonly FigureTableSeries[];
  readonly format: (value: number | null) => string;
}) => {
  const { t } = useTranslation();
  return (
    <details className="figures">
      <summary>{t("common:chart.show_figures")}</summary>
      <div className="figures__box" tabIndex={0} role="region" aria-label={title}>
        <table className="table table--plain">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("common:chart.year")}</th>
              {series.map((one) => (
                <th key={one.id} scope="col" className="num">
                  {one.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year, index) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {series.map((one) => (
                  <td key={one.id} className="num">
                    {format(one.values[index] ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
