import { shareInterval } from "@server/kernel/share-interval";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatMoneyWan, formatPercent } from "~/components/format";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import { later } from "~/components/later";
import { Card } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";
import { Tabs } from "~/components/Tabs";
import { VerdictChip } from "~/components/VerdictChip";
import type { Limits } from "~/features/planning/result-view";
import { useClauseText } from "./clause-text";
import { intervalOf, unknownBounds } from "./interval-text";
import { UncertaintyBands } from "./UncertaintyBands";
import { UncertaintyDrivers } from "./UncertaintyDrivers";
import type { UncertaintyView } from "./uncertainty-view";

const LineChart = await later("UncertaintyChart", async () => (await import("~/components/LineChart")).LineChart);

const tenthsOf = (share: number | null): string => formatCount(share === null ? null : Math.round(share * 10));

/** The answer in words: how many of ten futures pass, how sure that is, and what it means. */
const Lead = ({ view }: { readonly view: UncertaintyView }) => {
  const { t } = useTranslation();
  const index = view.years.indexOf(view.year);
  const { resource, overall } = view.pass;
  return (
    <Card title={t("answers:uncertainty.lead_title")} note={t("answers:uncertainty.drawn", { drawn: view.drawn, seed: view.seed })}>
      <div className="stack">
        <Tabs
          label={t("answers:uncertainty.year")}
          param="year"
          value={String(view.year)}
          items={view.years.slice(1).map((year) => ({ value: String(year), label: String(year) }))}
        />
        <p className="answer-lead">
          {t("answers:uncertainty.lead", {
            count: tenthsOf(view.metBy.resource),
            share: formatPercent(view.metBy.resource),
            whole: tenthsOf(view.metBy.overall),
            wholeShare: formatPercent(view.metBy.overall),
            year: view.year,
          })}
        </p>
        <KeyFigures>
          {(["resource", "overall"] as const).map((part) => {
            const found = part === "resource" ? resource[index] : overall[index];
            return (
              <KeyFigure
                key={part}
                label={t(`answers:uncertainty.part.${part}`, { year: view.year })}
                value={formatPercent(found?.pass ?? null)}
              >
                {t("answers:uncertainty.margin", {
                  interval: intervalOf(found ?? unknownBounds),
                  unknown: formatCount(found?.notEvaluable ?? null),
                })}
              </KeyFigure>
            );
          })}
          <KeyFigure
            label={t("answers:uncertainty.lasting")}
            value={formatPercent(view.drawn === 0 ? null : view.lasting.resource / view.drawn)}
          >
            {t("answers:uncertainty.lasting_text")}
            {view.drawn === 0 ? null : (
              <> {t("answers:uncertainty.within", { interval: intervalOf(shareInterval(view.drawn, view.lasting.resource)) })}</>
            )}
          </KeyFigure>
          <KeyFigure label={t("answers:uncertainty.cost")} value={formatMoneyWan(view.totalCostWan.p50)} unit={t("planning:unit.wan")}>
            {t("answers:uncertainty.cost_range", {
              low: formatMoneyWan(view.totalCostWan.p10),
              high: formatMoneyWan(view.totalCostWan.p90),
            })}
          </KeyFigure>
        </KeyFigures>
        <details className="no-print">
          <summary>{t("answers:uncertainty.what")}</summary>
          <p className="prose">{t("answers:uncertainty.what_text")}</p>
        </details>
        <LineChart
          title={t("answers:uncertainty.by_year")}
          years={view.years}
          series={[
            { id: "resource", name: t("answers:uncertainty.resource"), values: resource.map(({ pass }) => pass) },
            { id: "overall", name: t("answers:uncertainty.overall"), values: overall.map(({ pass }) => pass) },
          ]}
          bands={[
            {
              label: t("answers:uncertainty.band"),
              low: { id: "low", name: t("answers:uncertainty.low"), values: resource.map(({ low }) => low) },
              high: { id: "high", name: t("answers:uncertainty.high"), values: resource.map(({ high }) => high) },
            },
          ]}
          format={(value) => formatPercent(value, 0)}
          domain={[0, 1]}
          selectedYear={view.year}
        />
      </div>
    </Card>
  );
};

const Clauses = ({ view }: { readonly view: UncertaintyView }) => {
  const { t } = useTranslation();
  const clauseText = useClauseText();
  const columns: Column<UncertaintyView["clauses"][number]>[] = [
    {
      key: "clause",
      header: t("answers:clause.title"),
      width: "260px",
      cellClass: () => "wrap",
      render: ({ clause }) => clauseText(clause),
    },
    {
      key: "failing",
      header: t("answers:clause.failing"),
      align: "end",
      render: ({ failing, outcome }) => (
        <>
          {formatPercent(failing / outcome.draws)}
          <div className="caption muted">{intervalOf(shareInterval(outcome.draws, failing))}</div>
        </>
      ),
    },
    {
      key: "alone",
      header: t("answers:clause.alone"),
      align: "end",
      render: ({ outcome }) => formatPercent(outcome.alone / outcome.draws),
    },
  ];
  const caption = t("answers:clause.caption", { year: view.year });
  return (
    <Card title={caption} note={t("answers:clause.note")} flush>
      <DataTable
        caption={caption}
        columns={columns}
        rows={view.clauses}
        rowKey={({ clause }) => JSON.stringify(clause)}
        empty={<p className="muted">{t("answers:clause.none")}</p>}
      />
    </Card>
  );
};

const Schools = ({ view }: { readonly view: UncertaintyView }) => {
  const { t } = useTranslation();
  const columns: Column<UncertaintyView["sections"][number]>[] = [
    {
      key: "school",
      header: t("compliance:matrix.school"),
      width: "240px",
      render: ({ schoolName, stage }) => (
        <>
          {schoolName} <span className="caption muted">{t(`rules:section.${stage}`)}</span>
        </>
      ),
    },
    {
      key: "pass",
      header: t("answers:uncertainty.pass"),
      align: "end",
      render: ({ probability: { pass } }) => (pass === null ? <VerdictChip plain kind="not_evaluable" /> : formatPercent(pass)),
    },
    {
      key: "error",
      header: t("answers:uncertainty.error"),
      align: "end",
      render: ({ probability }) => (probability.pass === null ? "—" : intervalOf(probability)),
    },
  ];
  const caption = t("answers:uncertainty.schools", { year: view.year });
  const doubtful = view.sections.filter(({ probability }) => probability.pass !== 1);
  return (
    <Card title={caption} note={t("answers:uncertainty.schools_note")} flush>
      <DataTable
        caption={caption}
        columns={columns}
        rows={doubtful}
        rowKey={({ id }) => id}
        empty={<p className="muted">{t("answers:uncertainty.schools_all")}</p>}
        foot={
          <TableFoot
            total={doubtful.length}
            note={t("answers:uncertainty.schools_sure", {
              count: view.sections.length - doubtful.length,
              low: formatPercent(shareInterval(Math.max(1, view.drawn), view.drawn).low),
            })}
          />
        }
      />
    </Card>
  );
};

/** What the draws say: probability, what binds, what drives it, bands, schools. */
export const UncertaintyAnswer = ({ view, limits }: { readonly view: UncertaintyView; readonly limits: Limits | null }) => (
  <div className="stack">
    <Lead view={view} />
    <Clauses view={view} />
    <UncertaintyDrivers view={view} />
    <UncertaintyBands view={view} limits={limits} />
    <Schools view={view} />
  </div>
);
