import { useSearchParams } from "@remix-run/react";
import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatCv, formatValue } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";
import { ThresholdBar } from "~/components/ThresholdBar";
import { withParams } from "~/components/url";
import { Tag, toneOf, type VerdictKind, VerdictShape, VerdictWord } from "~/components/VerdictChip";
import { phrase } from "~/i18n/phrase";
import { MatrixFigure } from "./MatrixFigure";
import type { Matrix, MatrixQuery, MatrixRow } from "./matrix";
import { matrixSummary } from "./matrix-summary";
import { ReliefTag } from "./Relief";
import { whyValue } from "./why";

const verdictWords = (t: TFunction): Readonly<Record<VerdictKind, string>> => ({
  met: t("common:verdict.met"),
  borderline: t("common:verdict.borderline"),
  remainder: t("common:verdict.remainder"),
  not_met: t("common:verdict.not_met"),
  below: t("common:verdict.below"),
  not_evaluable: t("common:verdict.not_evaluable"),
});

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
  // Texts and the address are made once, not for each of some hundred cells.
  const names = resourceIndicators.map((indicator) => t(`rules:indicator.${indicator}.name`));
  const words = verdictWords(t);
  const section = t(`rules:section.${stage}`);
  const usesRemainder = t("compliance:matrix.uses_remainder");
  const cellLabel = phrase(t("compliance:matrix.cell", { skipInterpolation: true }));
  const others = withParams(params, { why: null });
  const why = (target: string) => ({ id: `why-${target}`, href: `${others}${others === "?" ? "" : "&"}why=${encodeURIComponent(target)}` });

  const cell = (row: MatrixRow, place: number, indicator: ResourceIndicator): ReactNode => {
    const value = row.values[place] ?? null;
    const kind = row.kinds[place] ?? "not_evaluable";
    const limits = matrix.limits?.[indicator];
    const text = formatValue(value);
    return (
      <MatrixFigure
        kind={kind}
        text={text}
        why={why(whyValue("section", stage, indicator, row.id))}
        label={cellLabel({ school: row.schoolName, indicator: names[place] ?? "", value: text, verdict: words[kind] })}
      >
        {limits ? <ThresholdBar value={value} standard={limits.standard} floor={limits.floor} tone={toneOf(kind)} /> : null}
      </MatrixFigure>
    );
  };

  const cvCell = (indicator: ResourceIndicator): ReactNode => {
    const { cv, verdict, borderline } = matrix.stage.balance[indicator];
    const kind = borderline ? "borderline" : verdict;
    return (
      <MatrixFigure
        kind={kind}
        text={formatCv(cv)}
        why={balanceLinks ? why(whyValue("balance", stage, indicator, null)) : null}
        label={t("compliance:matrix.cv_cell", {
          indicator: t(`rules:indicator.${indicator}.name`),
          value: formatCv(cv),
          verdict: words[kind],
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
          {row.mixedStage ? <span className="caption muted"> {section}</span> : null}
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
      (indicator, place): Column<MatrixRow> => ({
        key: indicator,
        header: t(`rules:indicator.${indicator}.short`),
        title: names[place],
        sub: matrix.limits ? `≥ ${matrix.limits[indicator].standard} ${t(`rules:indicator.${indicator}.unit`)}` : undefined,
        sortable: true,
        align: "end",
        width: "96px",
        cellClass: (row) => `matrix__td matrix__td--${toneOf(row.kinds[place] ?? "not_evaluable")}`,
        render: (row) => cell(row, place, indicator),
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
      width: matrix.rows.some(({ relief }) => relief !== null) ? "216px" : "132px",
      render: (row) => (
        <span className="nowrap">
          <VerdictWord kind={row.verdict} word={words[row.verdict]} plain />{" "}
          {row.usesRemainder ? <Tag tone="near">{usesRemainder}</Tag> : null}{" "}
          {row.verdict === "met" && row.relief !== null ? <ReliefTag endsIn={row.relief.endsIn} /> : null}
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
