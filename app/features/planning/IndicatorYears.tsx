import { useTranslation } from "react-i18next";
import { formatChange, formatCount, formatCv, formatValue } from "~/components/format";
import { toneOf, VerdictShape } from "~/components/VerdictChip";
import type { IndicatorSeries, Measure, ResultView } from "./result-view";

const formats: Readonly<Record<Measure, (value: number | null) => string>> = { cv: formatCv, mean: formatValue, met: formatCount };
const decimals: Readonly<Record<Measure, number>> = { cv: 3, mean: 2, met: 0 };

/** Year × indicator: the trial's figure, its verdict where there is one, and the change against the baseline. */
export const IndicatorYears = ({ result, measure }: { readonly result: ResultView; readonly measure: Measure }) => {
  const { t } = useTranslation();
  const caption = t("planning:table.caption", { measure: t(`planning:measure.${measure}`) });
  return (
    <div className="table-card">
      <div className="table-box" tabIndex={0} role="region" aria-label={caption}>
        <table className="table years">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("compliance:balance.indicator")}</th>
              {result.years.map((year) => (
                <th key={year} scope="col" className={year === result.year ? "num years--on" : "num"}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.indicators.map((series) => (
              <SeriesRow key={`${series.stage}-${series.indicator}`} series={series} result={result} measure={measure} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};

const SeriesRow = ({
  series,
  result,
  measure,
}: {
  readonly series: IndicatorSeries;
  readonly result: ResultView;
  readonly measure: Measure;
}) => {
  const { t } = useTranslation();
  const format = formats[measure];
  return (
    <tr>
      <th scope="row" title={t(`rules:indicator.${series.indicator}.name`)}>
        {t(`rules:stage.${series.stage}`)} · {t(`rules:indicator.${series.indicator}.short`)}
        {measure === "mean" ? <span className="caption muted"> {t(`rules:indicator.${series.indicator}.unit`)}</span> : null}
      </th>
      {result.years.map((year, index) => {
        const value = series.trial[measure][index] ?? null;
        const before = series.baseline[measure][index] ?? null;
        const change = value === null || before === null ? 0 : value - before;
        const verdict = measure === "cv" ? series.verdicts.trial[index] : undefined;
        const failing = verdict !== undefined && verdict !== "met";
        return (
          <td key={year} className={year === result.year ? "num years--on" : "num"}>
            <span className="years__figure">
              {failing ? <VerdictShape kind={verdict} size={12} label={t(`common:verdict.${verdict}`)} /> : null}
              <span className={failing ? `tone-${toneOf(verdict)}` : undefined}>
                {format(value)}
                {measure === "met" ? <span className="caption muted">/{series.sections[index]}</span> : null}
              </span>
            </span>
            {Math.abs(change) < 10 ** -decimals[measure] / 2 ? null : (
              <span className="years__change caption muted">{formatChange(change, decimals[measure])}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
};
