import { useTranslation } from "react-i18next";
import { formatCv, formatValue } from "~/components/format";
import { later } from "~/components/later";
import { Card } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import type { Limits } from "~/features/planning/result-view";
import { type BandFigure, bandFigures, type UncertaintyView } from "./uncertainty-view";

const LineChart = await later("BandsChart", async () => (await import("~/components/LineChart")).LineChart);

const formats: Readonly<Record<BandFigure, (value: number | null) => string>> = { cv: formatCv, mean: formatValue };

/** Where the seven indicators of the county, or their coefficients of variation, may come to lie by year. */
export const UncertaintyBands = ({ view, limits }: { readonly view: UncertaintyView; readonly limits: Limits | null }) => {
  const { t } = useTranslation();
  const { figure } = view;
  const format = formats[figure];
  const thresholdOf = ({ stage, indicator }: UncertaintyView["bands"][number]) => {
    const limit = limits?.[stage][indicator];
    if (limit === undefined) return null;
    if (figure === "cv") return { value: limit.cv, label: t("compliance:balance.limit", { limit: formatCv(limit.cv) }) };
    return limit.standard === null
      ? null
      : { value: limit.standard, label: t("futures:bands.standard", { standard: formatValue(limit.standard) }) };
  };
  return (
    <Card title={t("futures:bands.title")} note={t("futures:bands.note")}>
      <div className="stack">
        <Tabs
          label={t("futures:bands.choose")}
          param="bands"
          value={figure}
          items={bandFigures.map((value) => ({ value, label: t(`planning:measure.${value}`) }))}
        />
        <div className="charts">
          {view.bands.map((row) => {
            const name = `${t(`rules:stage.${row.stage}`)} · ${t(`rules:indicator.${row.indicator}.short`)}`;
            const part = (quantile: "p10" | "p25" | "p50" | "p75" | "p90") => ({
              id: quantile,
              name: t(`futures:bands.${quantile}`),
              values: row.byYear.map((band) => band[quantile]),
            });
            return (
              <div key={name} className="chart-card">
                <h3>
                  {name}{" "}
                  <span className="caption muted">
                    {figure === "cv" ? t("planning:measure.cv") : t(`rules:indicator.${row.indicator}.unit`)}
                  </span>
                </h3>
                <LineChart
                  title={t("futures:bands.chart", { what: name, figure: t(`planning:measure.${figure}`) })}
                  years={view.years}
                  series={[part("p50")]}
                  bands={[
                    { label: t("futures:bands.eight"), low: part("p10"), high: part("p90") },
                    { label: t("futures:bands.half"), low: part("p25"), high: part("p75") },
                  ]}
                  threshold={thresholdOf(row)}
                  format={format}
                  selectedYear={view.year}
                  height={150}
                />
              </div>
            );
          })}
        </div>
      </div>
    </Card>
  );
};
