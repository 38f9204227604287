import { Link, useSearchParams } from "@remix-run/react";
import type { IndicatorComparison, ProjectionComparison } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatChange, formatCount, formatCv, formatValue } from "~/components/format";
import { LineChart } from "~/components/LineChart";
import { Card } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import { withParams } from "~/components/url";
import { VerdictShape } from "~/components/VerdictChip";
import { type Limits, type Measure, measures } from "~/features/planning/result-view";
import { PositionPlot } from "./PositionPlot";
import { SideHead } from "./SideHead";
import type { Side } from "./sides";

type Row = IndicatorComparison;
const formats: Readonly<Record<Measure, (value: number | null) => string>> = { cv: formatCv, mean: formatValue, met: formatCount };
const decimals: Readonly<Record<Measure, number>> = { cv: 3, mean: 2, met: 0 };
const fields = { cv: "cv", mean: "mean", met: "sectionsMet" } as const;

const keyOf = ({ stage, indicator }: Row): string => `${stage}-${indicator}`;

/** Indicators of the chosen year: those whose conclusions differ first, each against the first scenario, on one scale a measure. */
export const ComparedIndicators = ({
  comparison,
  sides,
  year,
  limits,
}: {
  readonly comparison: ProjectionComparison;
  readonly sides: readonly Side[];
  readonly year: number;
  readonly limits: Limits | null;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const measure = measures.find((one) => one === params.get("measure")) ?? "cv";
  const [format, field] = [formats[measure], fields[measure]];
  const at = (row: Row) => row.years.find((entry) => entry.year === year);
  const name = ({ stage, indicator }: Row) => `${t(`rules:stage.${stage}`)} · ${t(`rules:indicator.${indicator}.short`)}`;
  const limitOf = ({ stage, indicator }: Row) =>
    measure === "cv" ? limits?.[stage][indicator].cv : measure === "mean" ? (limits?.[stage][indicator].standard ?? undefined) : undefined;
  // One scale for all rows: coefficients and counts as they are, means as parts of their standard.
  const scaled = (row: Row, value: number | null) => {
    const limit = limitOf(row);
    return value === null || measure !== "mean" ? value : limit === undefined ? null : value / limit;
  };
  const differing = comparison.indicators.filter((row) =>
    row.years.some((entry) => entry[field].some((value) => value !== entry[field][0])),
  );
  const same = comparison.indicators.filter((row) => !differing.includes(row));
  const all = differing.flatMap((row) => row.years.flatMap((entry) => entry[field].map((value) => scaled(row, value) ?? 0)));
  const top = Math.max(...all, measure === "met" ? 1 : measure === "mean" ? 2 : 0.6);
  const focus = differing.find((row) => keyOf(row) === params.get("indicator")) ?? differing[0];
  const columns: Column<Row>[] = [
    {
      key: "indicator",
      header: t("compliance:balance.indicator"),
      width: "190px",
      render: (row) => (
        <Link to={withParams(params, { indicator: keyOf(row) })} preventScrollReset aria-current={row === focus ? "true" : undefined}>
          {name(row)}
        </Link>
      ),
    },
    ...sides.map(
      (side): Column<Row> => ({
        key: side.scenarioId,
        header: <SideHead side={side} short />,
        align: "end",
        width: "96px",
        render: (row) => {
          const entry = at(row);
          const verdict = measure === "cv" ? entry?.cvVerdict[side.index] : undefined;
          const [value, first] = [entry?.[field][side.index] ?? null, entry?.[field][0] ?? null];
          return (
            <>
              <span className="years__figure">
                {verdict === undefined || verdict === "met" ? null : (
                  <VerdictShape kind={verdict} size={12} label={t(`common:verdict.${verdict}`)} />
                )}
                {format(value)}
              </span>
              {side.index === 0 ? null : (
                <span className="years__change caption muted">
                  {value === null || first === null ? "—" : formatChange(value - first, decimals[measure])}
                </span>
              )}
            </>
          );
        },
      }),
    ),
    {
      key: "position",
      header: t(`comparison:position.${measure}`),
      width: "220px",
      render: (row) => (
        <PositionPlot
          values={at(row)?.[field].map((value) => scaled(row, value)) ?? []}
          marks={sides.map(({ mark }) => mark)}
          top={top}
          limit={measure === "mean" ? 1 : limitOf(row)}
        />
      ),
    },
  ];
  const limit = focus === undefined ? undefined : limitOf(focus);
  return (
    <Card
      title={t("comparison:indicators.title", { year })}
      note={t("comparison:indicators.note")}
      actions={
        <Tabs
          label={t("planning:measure.label")}
          param="measure"
          value={measure}
          items={measures.map((one) => ({ value: one, label: t(`planning:measure.${one}`) }))}
        />
      }
      flush
    >
      <DataTable
        caption={t("comparison:indicators.title", { year })}
        columns={columns}
        rows={differing}
        rowKey={keyOf}
        rowHeight={44}
        empty={<p className="compare__note">{t("comparison:indicators.none")}</p>}
        rowClass={(row) => (row === focus ? "is-selected" : undefined)}
      />
      {same.length === 0 || differing.length === 0 ? null : (
        <p className="compare__note caption muted">
          {t("comparison:indicators.same", { names: same.map(name).join(t("compliance:gaps.separator")), count: same.length })}
        </p>
      )}
      {focus === undefined ? null : (
        <div className="compare__chart">
          <LineChart
            title={t("comparison:chart", { indicator: name(focus), measure: t(`planning:measure.${measure}`) })}
            years={comparison.years}
            series={sides.map((side) => ({
              id: side.scenarioId,
              name: side.name,
              mark: side.mark,
              values: focus.years.map((entry) => entry[field][side.index] ?? null),
            }))}
            threshold={limit === undefined ? null : { value: limit, label: t("comparison:limit", { limit: format(limit) }) }}
            format={format}
            selectedYear={year}
          />
        </div>
      )}
    </Card>
  );
};
