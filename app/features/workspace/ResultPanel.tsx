import { memo } from "react";
import { useTranslation } from "react-i18next";
import { formatChange, formatCv } from "~/components/format";
import { LineChart } from "~/components/LineChart";
import { Skeleton } from "~/components/states";
import { VerdictChip } from "~/components/VerdictChip";
import { SpanNotice } from "~/features/planning/SpanNotice";
import { spansOf, yearVerdict } from "~/features/planning/year-verdict";
import { Failures } from "./Failures";
import { useKept } from "./keep-equal";
import { OpenItems } from "./OpenItems";
import { balanceRows, balancesMet, type Count, focusBalance, itemsMet, sectionsMet } from "./result-rows";
import type { SimulationAnswer, YearSummary } from "./simulation-protocol";
import { useAnswered } from "./workspace-context";

const written = (count: Count | null): string => (count === null ? "—" : `${count.met} / ${count.of}`);

const Row = memo(
  ({
    name,
    before,
    after,
    change,
  }: {
    readonly name: string;
    readonly before: string;
    readonly after: string;
    readonly change: string;
  }) => (
    <tr>
      <th scope="row" className="wrap">
        {name}
      </th>
      <td className="num">{before}</td>
      <td className="num">
        <strong>{after}</strong>
      </td>
      <td className="num">{change}</td>
    </tr>
  ),
);
Row.displayName = "Row";

const Passing = memo(SpanNotice);

/** The chosen year at the right: baseline, trial, change; and what does not last. */
export const ResultPanel = memo(({ ms }: { readonly ms: number | null }) => {
  const { t } = useTranslation();
  const { answer, computing } = useAnswered();
  const spans = useKept(spansOf((answer?.trial ?? []).map(yearVerdict)));
  if (answer === null) return <Skeleton rows={12} />;
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
            <Row
              key={key}
              name={t(`workspace:result.${key}`)}
              before={written(before)}
              after={written(after)}
              change={before === null || after === null ? "—" : formatChange(after.met - before.met)}
            />
          ))}
          {rows.map(({ stage, indicator, baseline: before, trial: after }) => (
            <Row
              key={`${stage}${indicator}`}
              name={t("rules:cv.of", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${indicator}.short`) })}
              before={formatCv(before)}
              after={formatCv(after)}
              change={before === null || after === null ? "—" : formatChange(after - before, 3)}
            />
          ))}
        </tbody>
      </table>
      <Passing spans={spans} />
      <Failures />
      <OpenItems year={trial} />
      <Trend answer={answer} baseline={baseline} trial={trial} />
    </section>
  );
});
ResultPanel.displayName = "ResultPanel";

const Chart = memo(LineChart);

/** The CV that decides, over the years. */
const Trend = ({
  answer,
  baseline,
  trial,
}: {
  readonly answer: SimulationAnswer;
  readonly baseline: YearSummary;
  readonly trial: YearSummary;
}) => {
  const { t } = useTranslation();
  const { data } = useAnswered();
  const focus = focusBalance(balanceRows(baseline, trial, 1));
  const of = (years: readonly YearSummary[]) => (focus === null ? [] : years.map((year) => year.stages[focus.stage].cv[focus.indicator]));
  const series = useKept([
    { id: "baseline", name: t("workspace:result.baseline"), values: of(answer.baseline), mark: "b" as const },
    { id: "trial", name: t("workspace:result.trial"), values: of(answer.trial), mark: "a" as const },
  ]);
  const limit = focus === null ? undefined : data.limits?.[focus.stage][focus.indicator].cv;
  const threshold = useKept(
    limit === undefined ? null : { value: limit, label: t("compliance:balance.limit", { limit: formatCv(limit) }) },
  );
  if (focus === null) return null;
  const { stage, indicator } = focus;
  const title = t("rules:cv.of", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${indicator}.short`) });
  return (
    <section className="ws-trend">
      <h3>{title}</h3>
      <Chart
        title={title}
        years={answer.years}
        series={series}
        threshold={threshold}
        format={formatCv}
        selectedYear={answer.year}
        height={150}
      />
    </section>
  );
};
