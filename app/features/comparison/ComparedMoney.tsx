import type { ProjectionComparison } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatChange, formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { SideHead } from "./SideHead";
import type { Side } from "./sides";

type Year = ProjectionComparison["cost"][number];

/** Money by year, one bar a scenario on the one scale, the difference from the first beneath; the cap as a tick. */
export const ComparedMoney = ({ comparison, sides }: { readonly comparison: ProjectionComparison; readonly sides: readonly Side[] }) => {
  const { t } = useTranslation();
  const total = (row: Year, index: number) => (row.capital[index] ?? 0) + (row.recurrent[index] ?? 0);
  const rows = comparison.cost.filter((row) => sides.some(({ index }) => total(row, index) > 0));
  const most = Math.max(
    1,
    ...rows.flatMap((row) => sides.map(({ index, annualBudgetWan }) => Math.max(total(row, index), annualBudgetWan ?? 0))),
  );
  const part = (wan: number) => `${((wan / most) * 100).toFixed(2)}%`;
  const sums = (read: (row: Year) => readonly number[], { index }: Side) => rows.reduce((sum, row) => sum + (read(row)[index] ?? 0), 0);
  const columns: Column<Year>[] = [
    { key: "year", header: t("common:chart.year"), width: "72px", render: ({ year }) => String(year) },
    ...sides.map(
      (side): Column<Year> => ({
        key: side.scenarioId,
        header: <SideHead side={side} short />,
        align: "end",
        width: `${Math.floor(92 / sides.length)}%`,
        render: (row) => {
          const wan = total(row, side.index);
          const over = side.annualBudgetWan !== null && wan > side.annualBudgetWan;
          return (
            <>
              <span className={over ? "tone-fail" : undefined}>{formatMoneyWan(wan)}</span>
              {side.index === 0 ? null : <span className="caption muted"> {formatChange(wan - total(row, 0), 1)}</span>}
              {over ? <span className="caption tone-fail"> {t("comparison:money.over")}</span> : null}
              <span className={`compare__bar compare__bar--${side.mark}`} aria-hidden="true">
                <span style={{ width: part(wan) }} />
                {side.annualBudgetWan === null ? null : <i style={{ left: part(side.annualBudgetWan) }} />}
              </span>
            </>
          );
        },
      }),
    ),
  ];
  const summary = (key: "capital" | "recurrent") => ({
    key,
    cells: {
      year: t(`planning:cost.${key}`),
      ...Object.fromEntries(sides.map((side) => [side.scenarioId, formatMoneyWan(sums((row) => row[key], side))])),
    },
  });
  return (
    <Card title={t("comparison:money.title")} note={t("comparison:money.note")} flush>
      <DataTable
        caption={t("comparison:money.title")}
        columns={columns}
        rows={rows}
        rowKey={({ year }) => String(year)}
        rowHeight={44}
        empty={<p className="compare__note">{t("comparison:money.none")}</p>}
        summary={[
          summary("capital"),
          summary("recurrent"),
          {
            key: "total",
            cells: {
              year: <strong>{t("planning:cost.total")}</strong>,
              ...Object.fromEntries(
                sides.map(({ scenarioId, index }) => [
                  scenarioId,
                  <strong key={scenarioId}>{formatMoneyWan(comparison.totalCost[index] ?? 0)}</strong>,
                ]),
              ),
            },
          },
        ]}
      />
    </Card>
  );
};
