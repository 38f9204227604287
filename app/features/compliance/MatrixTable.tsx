import { useSearchParams } from "@remix-run/react";
import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatCv, formatValue } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";
import { ThresholdBar } from "~/components/ThresholdBar";
import { withParams } from "~/components/url";
import { Tag, toneOf, VerdictChip, VerdictShape } from "~/components/VerdictChip";
import { MatrixFigure } from "./MatrixFigure";
import type { Matrix, MatrixQuery, MatrixRow } from "./matrix";
import { matrixSummary } from "./matrix-summary";
import { whyValue } from "./why";

/** 表Ⅱ-2 of one stage with the rows of 表Ⅲ beneath it. Each figure is a link that opens its reason. */
export const MatrixTable = ({
  matrix,
  query,
  stage,
  open,
  balanceLinks = true,
}: {
  readonly matrix: Matrix;
  readonly query: MatrixQuery;
  readonly stage: Stage;
  readonly open: string | null;
  /** False where only the school figures can be explained. */
  readonly balanceLinks?: boolean;
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
      <MatrixFigure
        kind={kind}
        text={formatValue(value)}
        why={{ id: `why-${target}`, to: why(target) }}
        label={t("compliance:matrix.cell", {
          school: row.schoolName,
          indicator: t(`rules:indicator.${indicator}.name`),
          value: formatValue(value),
          verdict: t(`common:verdict.${kind}`),
        })}
      >
        {limits ? <ThresholdBar value={value} standard={limits.standard} floor={limits.floor} tone={toneOf(kind)} /> : null}
      </MatrixFigure>
    );
  };

  const cvCell = (indicator: ResourceIndicator): ReactNode => {
    const { cv, verdict, borderline } = matrix.stage.balance[indicator];
    const kind = borderline ? "borderline" : verdict;
    const target = whyValue("balance", stage, indicator, null);
    return (
      <MatrixFigure
        kind={kind}
        text={formatCv(cv)}
        why={balanceLinks ? { id: `why-${target}`, to: why(target) } : null}
        label={t("compliance:matrix.cv_cell", {
          indicator: t(`rules:indicator.${indicator}.name`),
          value: formatCv(cv),
          verdict: t(`common:verdict.${kind}`),
        })}
      />
    );
  };

  const columns: Column<MatrixRow>[] = [
    {
      key: "name",
      header: t("compliance:matrix.school"),
      sortable: true,
      width: "184px",
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
      width: "132px",
      render: (row) => (
        <span className="nowrap">
          <VerdictChip kind={row.verdict} plain />{" "}
          {row.usesRemainder ? <Tag tone="near">{t("compliance:matrix.uses_remainder")}</Tag> : null}
        </span>
      ),
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
      summary={matrixSummary(t, matrix.stage, cvCell)}
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
