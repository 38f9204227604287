import { Link, useSearchParams } from "@remix-run/react";
import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Column, DataTable, type SummaryRow } from "~/components/DataTable";
import { formatCount, formatCv, formatPercent, formatValue } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";
import { ThresholdBar } from "~/components/ThresholdBar";
import { withParams } from "~/components/url";
import { Tag, toneOf, VerdictChip, VerdictShape } from "~/components/VerdictChip";
import type { Matrix, MatrixQuery, MatrixRow } from "./matrix";
import { whyValue } from "./why";

/** 表Ⅱ-2 of one stage with the rows of 表Ⅲ beneath it. Each figure is a link that opens its reason. */
export const MatrixTable = ({
  matrix,
  query,
  stage,
  open,
}: {
  readonly matrix: Matrix;
  readonly query: MatrixQuery;
  readonly stage: Stage;
  readonly open: string | null;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const why = (value: string) => withParams(params, { why: value });

  const cell = (row: MatrixRow, indicator: ResourceIndicator): ReactNode => {
    const { value, state, borderline } = row.cells[indicator];
    const kind = borderline ? "borderline" : state;
    const limits = matrix.limits?.[indicator];
    const target = whyValue("section", stage, indicator, row.id);
    return (
      <Link
        id={`why-${target}`}
        className="matrix__cell"
        to={why(target)}
        preventScrollReset
        aria-label={t("compliance:matrix.cell", {
          school: row.schoolName,
          indicator: t(`rules:indicator.${indicator}.name`),
          value: formatValue(value),
          verdict: t(`common:verdict.${kind}`),
        })}
      >
        <span className="matrix__figure">
          {kind === "met" ? null : <VerdictShape kind={kind} size={12} />}
          <span className={`matrix__value tone-${kind === "met" ? "ink" : toneOf(kind)}`}>{formatValue(value)}</span>
        </span>
        {limits ? <ThresholdBar value={value} standard={limits.standard} floor={limits.floor} tone={toneOf(kind)} /> : null}
      </Link>
    );
  };

  const columns: Column<MatrixRow>[] = [
    {
      key: "name",
      header: t("compliance:matrix.school"),
      sortable: true,
      width: "190px",
      render: (row) => (
        <>
          {row.schoolName}
          {row.mixedStage ? <span className="caption muted"> {t(`rules:section.${stage}`)}</span> : null}
        </>
      ),
    },
    {
      key: "pupils",
      header: t("compliance:matrix.pupils"),
      sortable: true,
      align: "end",
      width: "72px",
      render: (row) => formatCount(row.pupils),
    },
    ...resourceIndicators.map(
      (indicator): Column<MatrixRow> => ({
        key: indicator,
        header: t(`rules:indicator.${indicator}.short`),
        title: t(`rules:indicator.${indicator}.name`),
        sub: matrix.limits ? `≥ ${matrix.limits[indicator].standard} ${t(`rules:indicator.${indicator}.unit`)}` : undefined,
        sortable: true,
        align: "end",
        width: "96px",
        cellClass: (row) => {
          const { state, borderline } = row.cells[indicator];
          return borderline ? "matrix__td matrix__td--near" : `matrix__td matrix__td--${toneOf(state)}`;
        },
        render: (row) => cell(row, indicator),
      }),
    ),
    {
      key: "met",
      header: t("compliance:matrix.met_count"),
      sortable: true,
      align: "end",
      width: "64px",
      render: (row) => `${row.metCount}/7`,
    },
    {
      key: "verdict",
      header: t("compliance:matrix.verdict"),
      width: "140px",
      render: (row) => (
        <span className="nowrap">
          <VerdictChip kind={row.verdict} plain />{" "}
          {row.usesRemainder ? <Tag tone="near">{t("compliance:matrix.uses_remainder")}</Tag> : null}
        </span>
      ),
    },
  ];

  const { balance, indicatorMet, sectionsTotal, sectionsMet, pupils, balanceVerdict } = matrix.stage;
  const perColumn = (read: (indicator: ResourceIndicator) => ReactNode) =>
    Object.fromEntries(resourceIndicators.map((indicator) => [indicator, read(indicator)]));
  const limit = balance.R1.limit;
  const summary: SummaryRow[] = [
    {
      key: "mean",
      cells: {
        name: t("compliance:matrix.mean"),
        pupils: formatCount(pupils),
        ...perColumn((indicator) => formatValue(balance[indicator].mean)),
        verdict: <span className="caption muted">{t("compliance:matrix.mean_note")}</span>,
      },
    },
    {
      key: "cv",
      cells: {
        name: t("compliance:matrix.cv", { limit: formatCv(limit) }),
        ...perColumn((indicator) => {
          const { cv, verdict, borderline } = balance[indicator];
          const kind = borderline ? "borderline" : verdict;
          const target = whyValue("balance", stage, indicator, null);
          return (
            <Link
              id={`why-${target}`}
              className="matrix__cell"
              to={why(target)}
              preventScrollReset
              aria-label={t("compliance:matrix.cv_cell", {
                indicator: t(`rules:indicator.${indicator}.name`),
                value: formatCv(cv),
                verdict: t(`common:verdict.${kind}`),
              })}
            >
              <span className="matrix__figure">
                {kind === "met" ? null : <VerdictShape kind={kind} size={12} />}
                <span className={`matrix__value tone-${kind === "met" ? "ink" : toneOf(kind)}`}>{formatCv(cv)}</span>
              </span>
            </Link>
          );
        }),
        met: `${resourceIndicators.filter((indicator) => balance[indicator].verdict === "met").length}/7`,
        verdict: <VerdictChip kind={balanceVerdict} plain />,
      },
    },
    {
      key: "sections",
      cells: {
        name: t("compliance:matrix.sections_met"),
        pupils: formatCount(sectionsTotal),
        ...perColumn((indicator) => (
          <span>
            {indicatorMet[indicator]}{" "}
            <span className="caption muted">{formatPercent(sectionsTotal > 0 ? indicatorMet[indicator] / sectionsTotal : null)}</span>
          </span>
        )),
        met: formatCount(sectionsMet),
        verdict: formatPercent(sectionsTotal > 0 ? sectionsMet / sectionsTotal : null),
      },
    },
  ];

  return (
    <DataTable
      caption={t("compliance:matrix.caption", { stage: t(`rules:stage.${stage}`) })}
      columns={columns}
      rows={matrix.rows}
      rowKey={(row) => row.id}
      rowHeight={32}
      fill
      sort={query.sort === "worst" ? null : { key: query.sort, direction: query.direction }}
      summary={summary}
      rowClass={(row) => (open?.includes(`~${row.id}`) ? "is-selected" : undefined)}
      empty={undefined}
      foot={
        <TableFoot total={matrix.rows.length} note={query.sort === "worst" ? t("compliance:matrix.worst_first") : undefined}>
          <MatrixLegend />
        </TableFoot>
      }
    />
  );
};

const MatrixLegend = () => {
  const { t } = useTranslation();
  return (
    <span className="legend caption">
      {(["remainder", "below", "borderline", "not_evaluable"] as const).map((kind) => (
        <span key={kind} className="legend__item">
          <VerdictShape kind={kind} size={12} /> {t(`compliance:legend.${kind}`)}
        </span>
      ))}
    </span>
  );
};
