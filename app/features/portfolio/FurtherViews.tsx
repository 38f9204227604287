import type { PortfolioAllocation, PortfolioLine, PortfolioView } from "@server/province/portfolio-contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatChange, formatCount, formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { Tag } from "~/components/VerdictChip";
import { cheapestGains, type Delay, delaysShown, marginalOf, wanPerYearGained, yearsGained } from "./figures";
import { useLineWords } from "./line-words";

type Frontier = NonNullable<PortfolioView["frontier"]>;
type Answer = NonNullable<PortfolioAllocation["answer"]>;

/** 各县前沿: a column for each target year. */
export const FrontierTable = ({ frontier }: { readonly frontier: Frontier }) => {
  const { t } = useTranslation();
  const words = useLineWords();
  const { statisticsYear, horizonYears, effort } = frontier.request;
  const years = Array.from({ length: horizonYears - 1 }, (_, index) => statisticsYear + 2 + index);
  const columns: Column<PortfolioLine>[] = [
    { key: "county", header: t("province:compare.county"), width: "120px", render: ({ countyName }) => countyName },
    { key: "city", header: t("province:compare.city"), width: "90px", render: ({ cityName }) => cityName ?? "" },
    ...years.map((year): Column<PortfolioLine> => {
      const of = ({ points }: PortfolioLine) => points.find(({ targetYear }) => targetYear === year);
      return {
        key: String(year),
        header: String(year),
        align: "end",
        width: "132px",
        cellClass: (line) => (line.targetYear === year ? "wrap cell--selected" : "wrap"),
        render: (line) => {
          const by = of(line)?.by ?? null;
          return (
            <>
              {words.point(of(line))}
              {line.targetYear === year ? <span className="visually-hidden"> {t("portfolio:calendar.target")}</span> : null}
              {by === null || effort === 0 ? null : <div className="caption muted">{t(`portfolio:frontier.by_${by}`)}</div>}
              <div className="caption muted">{words.rest(line, of(line))}</div>
            </>
          );
        },
      };
    }),
  ];
  return (
    <>
      <DataTable
        caption={t("portfolio:frontier.caption")}
        columns={columns}
        rows={frontier.lines}
        rowKey={({ countyId }) => countyId}
        foot={<TableFoot total={frontier.lines.length} note={t("portfolio:frontier.note", { year: statisticsYear + horizonYears })} />}
      />
      <p className="caption muted prose">{t("portfolio:frontier.meaning")}</p>
    </>
  );
};

/** 边际成本: what a larger grant brings, and which county is cheapest for each year gained. */
export const MarginalView = ({
  frontier,
  answer,
  budgetWan,
}: {
  readonly frontier: Frontier;
  readonly answer: Answer;
  /** The budget a year that was asked for. */
  readonly budgetWan: number;
}) => {
  const { t } = useTranslation();
  const words = useLineWords();
  const { curve, lastYear } = answer;
  const rows = curve.map((row, index) => ({ ...row, key: String(index), marginal: marginalOf(curve[index - 1], row) }));
  type Row = (typeof rows)[number];
  const curveColumns: Column<Row>[] = [
    {
      key: "budget",
      header: t("portfolio:marginal.budget"),
      width: "180px",
      render: ({ annualBudgetWan }) => (
        <span className="row">
          {formatMoneyWan(annualBudgetWan)}
          {annualBudgetWan === budgetWan ? <Tag tone="accent">{t("portfolio:marginal.asked")}</Tag> : null}
        </span>
      ),
    },
    { key: "counties", header: t("portfolio:marginal.counties"), align: "end", render: ({ counties }) => formatCount(counties) },
    { key: "years", header: t("portfolio:marginal.county_years"), align: "end", render: ({ countyYears }) => formatCount(countyYears) },
    { key: "grant", header: t("portfolio:marginal.grant"), align: "end", render: ({ grantWan }) => formatMoneyWan(grantWan) },
    { key: "next", header: t("portfolio:marginal.next"), align: "end", render: ({ marginal }) => formatMoneyWan(marginal.county) },
    { key: "next_year", header: t("portfolio:marginal.next_year"), align: "end", render: ({ marginal }) => formatMoneyWan(marginal.year) },
  ];
  const lines = cheapestGains(frontier.lines, lastYear);
  const columns: Column<PortfolioLine>[] = [
    { key: "county", header: t("province:compare.county"), width: "140px", render: ({ countyName }) => countyName },
    { key: "target", header: t("portfolio:calendar.target"), render: ({ targetYear }) => String(targetYear) },
    { key: "gained", header: t("portfolio:marginal.gained"), align: "end", render: (line) => formatCount(yearsGained(line, lastYear)) },
    { key: "grant", header: t("portfolio:calendar.grant"), align: "end", render: ({ grantWan }) => formatMoneyWan(grantWan) },
    {
      key: "per",
      header: t("portfolio:marginal.per_year"),
      align: "end",
      render: (line) => formatMoneyWan(wanPerYearGained(line, lastYear)),
    },
    { key: "whole", header: t("portfolio:calendar.whole_then"), cellClass: () => "wrap", render: words.wholeByGrant },
  ];
  return (
    <>
      <Card title={t("portfolio:marginal.curve")} note={t("portfolio:marginal.curve_note")} flush>
        <DataTable
          caption={t("portfolio:marginal.curve")}
          columns={curveColumns}
          rows={rows}
          rowKey={({ key }) => key}
          foot={<TableFoot total={rows.length} />}
        />
      </Card>
      <Card title={t("portfolio:marginal.county")} note={t("portfolio:marginal.county_note")} flush>
        <DataTable
          caption={t("portfolio:marginal.county")}
          columns={columns}
          rows={lines}
          rowKey={({ countyId }) => countyId}
          empty={<EmptyState title={t("portfolio:calendar.not_reached")} />}
          foot={<TableFoot total={lines.length} note={t("portfolio:marginal.order")} />}
        />
      </Card>
    </>
  );
};

/** 推迟的代价: of the whole grant, and of each county. */
export const DelayView = ({ frontier, answer }: { readonly frontier: Frontier; readonly answer: Answer | null }) => {
  const { t } = useTranslation();
  const words = useLineWords();
  const now = answer?.totals;
  const columns: Column<Delay>[] = [
    { key: "county", header: t("province:compare.county"), width: "140px", render: ({ line }) => line.countyName },
    {
      key: "from",
      header: t("portfolio:delay.column"),
      width: "240px",
      render: ({ before, targetYear }) => t("portfolio:delay.from", { before, year: targetYear }),
    },
    { key: "capital", header: t("portfolio:delay.capital"), align: "end", render: ({ capitalWan }) => formatChange(capitalWan, 1) },
    { key: "recurrent", header: t("portfolio:delay.recurrent"), align: "end", render: ({ recurrentWan }) => formatChange(recurrentWan, 1) },
    { key: "pupils", header: t("portfolio:delay.waiting"), align: "end", render: ({ line }) => formatCount(line.pupils) },
    {
      key: "whole",
      header: t("portfolio:calendar.whole_then"),
      cellClass: () => "wrap",
      render: ({ line, targetYear }) =>
        words.rest(
          line,
          line.points.find((point) => point.targetYear === targetYear),
        ),
    },
  ];
  const rows = delaysShown(frontier.lines);
  return (
    <>
      {answer === null ? null : (
        <Card title={t("portfolio:delay.whole")} note={t("portfolio:delay.whole_note")} flush>
          <DataTable
            caption={t("portfolio:delay.whole")}
            columns={[
              {
                key: "years",
                header: t("portfolio:delay.years"),
                render: ({ years }) => t("portfolio:delay.years_value", { count: years }),
              },
              { key: "counties", header: t("portfolio:marginal.counties"), align: "end", render: ({ counties }) => formatCount(counties) },
              {
                key: "all",
                header: t("portfolio:marginal.county_years"),
                align: "end",
                render: ({ countyYears }) => formatCount(countyYears),
              },
              {
                key: "lost",
                header: t("portfolio:delay.lost"),
                align: "end",
                render: ({ countyYears }) => formatCount((now?.countyYears ?? countyYears) - countyYears),
              },
              { key: "grant", header: t("portfolio:marginal.grant"), align: "end", render: ({ grantWan }) => formatMoneyWan(grantWan) },
            ]}
            rows={answer.delays}
            rowKey={({ years }) => String(years)}
            foot={<TableFoot total={answer.delays.length} />}
          />
        </Card>
      )}
      <Card title={t("portfolio:delay.county")} note={t("portfolio:delay.county_note")} flush>
        <DataTable
          caption={t("portfolio:delay.county")}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          empty={<EmptyState title={t("portfolio:delay.none")} />}
          foot={<TableFoot total={rows.length} note={t("portfolio:delay.order")} />}
        />
      </Card>
    </>
  );
};
