import { Link } from "@remix-run/react";
import type { PortfolioAllocation, PortfolioLine, PortfolioView } from "@server/province/portfolio-contract";
import { useTranslation } from "react-i18next";
import { BarsByYear } from "~/components/BarsByYear";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatMoneyWan } from "~/components/format";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import { LineChart } from "~/components/LineChart";
import { Card } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";
import { horizonOf, passingByYear, wholeByPush, yuanPerPupil } from "./figures";
import { useLineWords } from "./line-words";

/** Grant for each county more than would pass unaided; null when there is none. */
const perCounty = (grantWan: number, more: number): number | null => (more > 0 ? grantWan / more : null);

const Totals = ({
  allocation,
  answer,
  lines,
}: {
  readonly allocation: PortfolioAllocation;
  readonly answer: NonNullable<PortfolioAllocation["answer"]>;
  readonly lines: readonly PortfolioLine[];
}) => {
  const { t } = useTranslation();
  const { totals, lastYear, statisticsYear } = answer;
  const unaided = lines.filter(({ baselineYear }) => baselineYear !== null).length;
  const budgetWan = allocation.request.annualBudgetWan * (lastYear - statisticsYear);
  return (
    <KeyFigures>
      <KeyFigure
        label={t("portfolio:figure.counties", { year: lastYear })}
        value={formatCount(totals.counties)}
        unit={t("portfolio:figure.of", { total: lines.length })}
      >
        {t("portfolio:figure.unaided", { count: unaided, whole: wholeByPush(lines) })}
      </KeyFigure>
      <KeyFigure label={t("portfolio:figure.county_years")} value={formatCount(totals.countyYears)} />
      <KeyFigure label={t("portfolio:figure.grant")} value={formatMoneyWan(totals.grantWan)}>
        {t("portfolio:figure.budget", { wan: formatMoneyWan(budgetWan) })}
      </KeyFigure>
      <KeyFigure label={t("portfolio:figure.per_county")} value={formatMoneyWan(perCounty(totals.grantWan, totals.counties - unaided))}>
        {t("portfolio:figure.per_county_note")}
      </KeyFigure>
    </KeyFigures>
  );
};

/** 认定日历: which county passes when, when it may apply, what it takes. */
export const CalendarView = ({
  portfolio,
  frontier,
  allocation,
}: {
  readonly portfolio: PortfolioView;
  readonly frontier: NonNullable<PortfolioView["frontier"]>;
  readonly allocation: PortfolioAllocation | null;
}) => {
  const { t } = useTranslation();
  const words = useLineWords();
  const { lines } = frontier;
  const years = horizonOf(frontier);
  const answer = allocation?.answer ?? null;
  // The first target year is two years on: what passes sooner is not told apart.
  const targets = years.slice(1);
  const { pushed, unaided } = passingByYear(lines, targets);
  const allocated: Column<PortfolioLine>[] = [
    { key: "cost", header: t("portfolio:calendar.cost"), align: "end", render: ({ costWan }) => formatMoneyWan(costWan) },
    { key: "grant", header: t("portfolio:calendar.grant"), align: "end", render: ({ grantWan }) => formatMoneyWan(grantWan) },
    { key: "per", header: t("portfolio:calendar.per_pupil"), align: "end", render: (line) => formatCount(yuanPerPupil(line)) },
    { key: "source", header: t("portfolio:calendar.source"), width: "150px", cellClass: () => "wrap", render: words.source },
  ];
  const columns: Column<PortfolioLine>[] = [
    {
      key: "county",
      header: t("province:compare.county"),
      width: "120px",
      render: ({ countyName, publicationId }) => <Link to={`/province/counties/${publicationId}`}>{countyName}</Link>,
    },
    { key: "city", header: t("province:compare.city"), width: "90px", render: ({ cityName }) => cityName ?? "" },
    ...(answer === null
      ? [{ key: "least", header: t("portfolio:calendar.least"), width: "190px", render: words.least }]
      : [{ key: "target", header: t("portfolio:calendar.target"), width: "150px", render: words.target }]),
    {
      key: "whole",
      header: t("portfolio:calendar.whole_then"),
      width: "190px",
      cellClass: () => "wrap",
      render: answer === null ? words.wholeByLeast : words.wholeByGrant,
    },
    { key: "unaided", header: t("portfolio:calendar.unaided"), width: "120px", render: words.unaided },
    { key: "apply", header: t("portfolio:calendar.apply"), width: "130px", cellClass: () => "wrap", render: words.apply },
    { key: "items", header: t("portfolio:calendar.items"), width: "150px", cellClass: () => "wrap", render: words.items },
    { key: "pupils", header: t("portfolio:calendar.pupils"), align: "end", render: ({ pupils }) => formatCount(pupils) },
    ...(answer === null ? [] : allocated),
  ];
  return (
    <>
      {allocation === null || answer === null ? null : (
        <>
          <Totals allocation={allocation} answer={answer} lines={lines} />
          <div className="columns">
            <Card title={t("portfolio:calendar.money")} note={t("portfolio:calendar.money_note")}>
              <BarsByYear
                title={t("portfolio:calendar.money")}
                years={years}
                cap={allocation.request.carryOver ? null : allocation.request.annualBudgetWan}
                parts={[
                  { id: "grant", name: t("portfolio:calendar.granted"), values: allocation.money.map(({ grantWan }) => grantWan) },
                  { id: "own", name: t("portfolio:calendar.own"), values: allocation.money.map(({ countyWan }) => countyWan) },
                ]}
              />
            </Card>
            <Card title={t("portfolio:calendar.passing")}>
              <LineChart
                title={t("portfolio:calendar.passing")}
                years={targets}
                domain={[0, Math.max(1, lines.length)]}
                series={[
                  { id: "without", name: t("portfolio:calendar.without"), values: unaided, mark: "a" },
                  { id: "with", name: t("portfolio:calendar.with"), values: pushed, mark: "b" },
                ]}
                format={formatCount}
              />
            </Card>
          </div>
        </>
      )}
      <DataTable
        caption={t("portfolio:calendar.caption")}
        columns={columns}
        rows={lines}
        rowKey={({ countyId }) => countyId}
        foot={
          <TableFoot
            total={lines.length}
            note={t(answer === null ? "portfolio:calendar.order_code" : "portfolio:calendar.order", {
              count: portfolio.published,
              rest: portfolio.total - portfolio.published,
            })}
          />
        }
      />
      <p className="caption muted prose">{t("portfolio:frontier.meaning")}</p>
    </>
  );
};
