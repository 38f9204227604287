import { useTranslation } from "react-i18next";
import { FilterBar } from "~/components/FilterBar";
import { EmptyState } from "~/components/states";
import { CompareTable } from "./CompareTable";
import { heatColumns } from "./compare-query";
import { ItemHeatTable } from "./ItemHeatTable";
import type { loadComparison } from "./load-comparison";
import { RankingChart } from "./RankingChart";
import { SchoolStrips } from "./SchoolStrips";

/** The same counties in the chosen view. */
export const CompareView = ({ data }: { readonly data: NonNullable<Awaited<ReturnType<typeof loadComparison>>> }) => {
  const { t } = useTranslation();
  const { rows, query } = data;
  const published = rows.filter(({ publication }) => publication !== null).length;
  if (rows.length === 0) return <EmptyState title={t("province:compare.no_match")} />;
  if (query.view === "items") return <ItemHeatTable rows={rows} published={published} />;
  if (query.view === "ranking") return <RankingChart rows={rows} published={published} />;
  if (query.view === "resource") return <CompareTable rows={rows} query={query} published={published} />;
  const keep: Record<string, string> = { view: query.view, year: String(data.statisticsYear) };
  for (const name of ["city", "verdict", "like"] as const) {
    const value = query[name];
    if (value !== null) keep[name] = value;
  }
  return (
    <>
      <FilterBar
        label={t("province:compare.column")}
        keep={keep}
        filters={[
          {
            name: "column",
            label: t("province:compare.column"),
            value: query.column,
            always: true,
            options: heatColumns.map(({ key, stage, indicator }) => ({
              value: key,
              label: `${t(`rules:stage.${stage}`)} ${t(`rules:indicator.${indicator}.name`)}`,
            })),
          },
        ]}
      />
      <SchoolStrips rows={rows} strips={data.strips} />
    </>
  );
};
