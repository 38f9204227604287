import { useTranslation } from "react-i18next";
import { formatCount, formatCv, formatValue } from "~/components/format";
import { LineChart } from "~/components/LineChart";
import type { IndicatorSeries, Limits, Measure, ResultView } from "./result-view";

const formats: Readonly<Record<Measure, (value: number | null) => string>> = { cv: formatCv, mean: formatValue, met: formatCount };

/** One chart an indicator and stage: baseline and trial by year against the threshold. */
export const IndicatorCharts = ({
  result,
  measure,
  limits,
}: {
  readonly result: ResultView;
  readonly measure: Measure;
  readonly limits: Limits | null;
}) => {
  const { t } = useTranslation();
  const threshold = (series: IndicatorSeries) => {
    const limit = limits?.[series.stage][series.indicator];
    if (limit === undefined || measure === "met") return null;
    if (measure === "cv") return { value: limit.cv, label: t("compliance:balance.limit", { limit: formatCv(limit.cv) }) };
    return limit.standard === null
      ? null
      : { value: limit.standard, label: t("planning:chart.standard", { standard: formatValue(limit.standard) }) };
  };
  return (
    <div className="charts">
      {result.indicators.map((series) => {
        const name = `${t(`rules:stage.${series.stage}`)} · ${t(`rules:indicator.${series.indicator}.short`)}`;
        return (
          <div key={name} className="card chart-card">
            <h3>
              {name} <span className="caption muted">{t(`planning:measure.${measure}`)}</span>
            </h3>
            <LineChart
              title={t("planning:chart.title", { what: name, measure: t(`planning:measure.${measure}`) })}
              years={result.years}
              series={[
                { id: "trial", name: t("planning:result.trial"), values: series.trial[measure] },
                { id: "baseline", name: t("planning:result.baseline"), values: series.baseline[measure] },
              ]}
              threshold={threshold(series)}
              format={formats[measure]}
              selectedYear={result.year}
              height={150}
            />
          </div>
        );
      })}
    </div>
  );
};
