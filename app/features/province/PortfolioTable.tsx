import { Link } from "@remix-run/react";
import type { Portfolio, PortfolioLine } from "@server/province/portfolio-contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatChange, formatCount, formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";

/** 认定日历: cheapest for each failing item first, the year in which the budget reaches it. */
export const PortfolioTable = ({ portfolio }: { readonly portfolio: Portfolio }) => {
  const { t } = useTranslation();
  const { lines, statisticsYear, horizonYears } = portfolio;
  const columns: Column<PortfolioLine>[] = [
    {
      key: "county",
      header: t("province:compare.county"),
      width: "120px",
      render: ({ countyName, publicationId }) =>
        publicationId === null ? countyName : <Link to={`/province/counties/${publicationId}`}>{countyName}</Link>,
    },
    { key: "city", header: t("province:compare.city"), width: "90px", render: ({ cityName }) => cityName ?? "" },
    {
      key: "push",
      header: t("policies:portfolio.push"),
      width: "130px",
      render: ({ pushYear, passesNow, publicationId }) => {
        if (publicationId === null) return <span className="muted">{t("policies:portfolio.unknown")}</span>;
        if (passesNow) return t("policies:portfolio.push_now");
        return pushYear === null ? t("policies:portfolio.push_none") : String(pushYear);
      },
    },
    {
      key: "baseline",
      header: t("policies:portfolio.baseline"),
      width: "120px",
      render: ({ baselineYear, publicationId }) => {
        if (publicationId === null) return "";
        return baselineYear === null ? t("policies:portfolio.never") : String(baselineYear);
      },
    },
    { key: "failing", header: t("policies:portfolio.failing"), align: "end", width: "70px", render: ({ failing }) => formatCount(failing) },
    { key: "cost", header: t("policies:portfolio.cost"), align: "end", render: ({ costWan }) => formatMoneyWan(costWan) },
    { key: "per", header: t("policies:portfolio.per_item"), align: "end", render: ({ wanPerFailing }) => formatMoneyWan(wanPerFailing) },
    { key: "sum", header: t("policies:portfolio.cumulative"), align: "end", render: ({ cumulativeWan }) => formatMoneyWan(cumulativeWan) },
    {
      key: "delay",
      header: t("policies:portfolio.delay"),
      align: "end",
      render: ({ distanceAfterDelay }) => formatChange(distanceAfterDelay, 2),
    },
  ];
  const reached = lines.filter(({ pushYear }) => pushYear !== null).length;
  return (
    <Card
      title={t("policies:portfolio.calendar")}
      note={t("policies:portfolio.reached", { count: reached, year: statisticsYear + horizonYears })}
      flush
    >
      <DataTable
        caption={t("policies:portfolio.calendar_caption")}
        columns={columns}
        rows={lines}
        rowKey={({ countyId }) => countyId}
        foot={<TableFoot total={lines.length} note={t("policies:portfolio.order")} />}
      />
    </Card>
  );
};
