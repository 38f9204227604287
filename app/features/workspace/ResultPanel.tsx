import { memo } from "react";
import { useTranslation } from "react-i18next";
import { formatChange, formatCv } from "~/components/format";
import { LineChart } from "~/components/LineChart";
import { VerdictChip } from "~/components/VerdictChip";
import { SpanNotice } from "~/features/planning/SpanNotice";
import { spansOf, yearVerdict } from "~/features/planning/year-verdict";
import { Failures } from "./Failures";
import { OpenItems } from "./OpenItems";
import { balanceRows, balancesMet, type Count, focusBalance, itemsMet, sectionsMet } from "./result-rows";
import type { SimulationAnswer } from "./simulation-protocol";
import { useAnswered } from "./workspace-context";

const written = (count: Count | null): string => (count === null ? "—" : `${count.met} / ${count.of}`);

/** The chosen year at the right: baseline, trial, change; and what does not last. */
export const ResultPanel = memo(({ ms }: { readonly ms: number | null }) => {
  const { t } = useTranslation();
  const { answer, computing } = useAnswered();
  if (answer === null) return null;
  const at = answer.years.indexOf(answer.year);
  const [baseline, trial] = [answer.baseline[at], answer.trial[at]];
  if (baseline === undefined || trial === undefined) return null;
  const counts = [
    { key: "sections", before: sectionsMet(baseline), after: sectionsMet(trial) },
    { key: "balances", before: balancesMet(baseline), after: balancesMet(trial) },
    { key: "assurance", before: itemsMet(baseline, "assurance"), after: itemsMet(trial, "assurance") },
    { key: "quality", before: itemsMet(baseline, "quality"), after: itemsMet(trial, "quality") },
  ];
  const rows = balanceRows(baseline, trial, 5);
  return (
    <section className={computing ? "ws-result is-stale" : "ws-result"} aria-label={t("workspace:result.title", { year: answer.year })}>
      <header className="ws-result__head">
        <h2>{t("workspace:result.title", { year: answer.year })}</h2>
        <VerdictChip kind={yearVerdict(trial).verdict} />
        <span className="spacer" />
        <span className="caption muted" role="status">
          {computing ? t("workspace:result.computing") : ms === null ? "" : t("workspace:result.ms", { ms: Math.round(ms) })}
        </span>
      </header>
      <table className="table table--plain">
        <caption className="visually-hidden">{t("workspace:result.title", { year: answer.year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("workspace:result.item")}</th>
            <th scope="col" className="num">
              {t("workspace:result.baseline")}
            </th>
            <th scope="col" className="num">
              {t("workspace:result.trial")}
            </th>
            <th scope="col" className="num">
              {t("workspace:result.change")}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ key, before, after }) => (
            <tr key={key}>
              <th scope="row">{t(`workspace:result.${key}`)}</th>
              <td className="num">{written(before)}</td>
              <td className="num">
                <strong>{written(after)}</strong>
              </td>
              <td className="num">{before === null || after === null ? "—" : formatChange(after.met - before.met)}</td>
            </tr>
          ))}
          {rows.map(({ stage, indicator, baseline: before, trial: after }) => (
            <tr key={`${stage}${indicator}`}>
              <th scope="row" className="wrap">
                {t("rules:cv.of", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${indicator}.short`) })}
              </th>
              <td className="num">{formatCv(before)}</td>
              <td className="num">
                <strong>{formatCv(after)}</strong>
              </td>
              <td className="num">{before === null || after === null ? "—" : formatChange(after - before, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SpanNotice spans={spansOf(answer.trial.map(yearVerdict))} />
      <Failures />
      <OpenItems year={trial} />
      <Trend answer={answer} />
    </section>
  );
});
ResultPanel.displayName = "ResultPanel";

/** The CV that decides, over the years. */
const Trend = ({ answer }: { readonly answer: SimulationAnswer }) => {
  const { t } = useTranslation();
  const { data } = useAnswered();
  const at = answer.years.indexOf(answer.year);
  const [baseline, trial] = [answer.baseline[at], answer.trial[at]];
  const focus = baseline === undefined || trial === undefined ? null : focusBalance(balanceRows(baseline, trial, 1));
  if (focus === null) return null;
  const { stage, indicator } = focus;
  const limit = data.limits?.[stage][indicator].cv;
  return (
    <LineChart
      title={t("rules:cv.of", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${indicator}.short`) })}
      years={answer.years}
      series={[
        {
          id: "baseline",
          name: t("workspace:result.baseline"),
          values: answer.baseline.map((year) => year.stages[stage].cv[indicator]),
          mark: "b",
        },
        { id: "trial", name: t("workspace:result.trial"), values: answer.trial.map((year) => year.stages[stage].cv[indicator]), mark: "a" },
      ]}
      threshold={limit === undefined ? null : { value: limit, label: formatCv(limit) }}
      format={formatCv}
      selectedYear={answer.year}
      height={150}
    />
  );
};
