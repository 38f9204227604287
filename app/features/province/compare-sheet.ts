import type { Locale } from "@server/http/context";
import type { TFunction } from "i18next";
import { formatCount } from "~/components/format";
import { type CompareQuery, heatColumns } from "./compare-query";
import type { Order } from "./compare-rows";
import type { CompareSheet, StripsByCounty } from "./drawn";
import { figureColumns } from "./figure-columns";
import { leadColumns } from "./lead-columns";
import type { MoneyByCounty } from "./least-money";
import { schoolColumns } from "./school-columns";

/** The view of an address as a table: what the page shows, its file holds and its picture draws. */
export const sheetOf = (
  t: TFunction,
  locale: Locale,
  query: CompareQuery,
  statisticsYear: number,
  { strips = {}, money = {} }: { readonly strips?: StripsByCounty; readonly money?: MoneyByCounty } = {},
): CompareSheet => {
  const lead = leadColumns(t, statisticsYear, money);
  const figures = figureColumns(t, locale === "zh-CN");
  const failing = { key: "failing", label: t("province:compare.failing_counties"), format: formatCount };
  const { county, city, verdict, gap, sections, share, years, resourceYears, trend, baseline } = lead;
  if (query.view === "heat") {
    const columns = [...figures.worst(query.measure === "cv" ? "cv" : "schools"), ...figures.items];
    return {
      caption: t("comparing:caption.heat"),
      columns: [county, verdict, lead.failing, gap, sections, ...columns, trend],
      summaries: [failing],
    };
  }
  if (query.view === "table") {
    const mean = { key: "mean", label: t(`comparing:mean_of.${query.measure}`), format: figures.format[query.measure] };
    return {
      caption: t(`comparing:caption.${query.measure}`),
      columns: [county, city, verdict, lead.failing, ...figures.byStage(query.measure)],
      summaries: query.measure === "mean" ? [mean] : [failing, mean],
    };
  }
  if (query.view === "multiples")
    return {
      caption: t("comparing:caption.multiples"),
      columns: [county, verdict, lead.failing, gap, ...figures.byStage("cv"), ...figures.items],
      summaries: [],
    };
  if (query.view === "sides")
    return { caption: t("comparing:caption.sides"), columns: [county, verdict, lead.failing, gap], summaries: [] };
  if (query.view === "ranking")
    return {
      caption: t("province:compare.ranking_caption"),
      columns: [county, city, verdict, share, lead.failing, gap, years, resourceYears, lead.money, lead.lacking, baseline, trend],
      summaries: [],
    };
  const asked = heatColumns.find(({ key }) => key === query.column);
  const of = asked === undefined ? "" : `${t(`rules:stage.${asked.stage}`)} ${t(`rules:indicator.${asked.indicator}.name`)}`;
  return {
    caption: t("comparing:caption.schools", { of }),
    columns: [county, verdict, ...schoolColumns(t, query, strips)],
    summaries: [{ key: "total", label: t("comparing:total"), format: formatCount }],
  };
};

/** How the chosen column orders the counties; null when the address chooses none of the view. */
export const orderOf = ({ columns }: CompareSheet, { sort }: CompareQuery): Order =>
  columns.find(({ key, order }) => key === sort && key !== "county" && order !== null)?.order ?? null;
