import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { FilterBar, plainOptions } from "~/components/FilterBar";
import { Tabs } from "~/components/Tabs";
import { withParams } from "~/components/url";
import { type CompareQuery, compareViews, measures } from "./compare-query";

const verdicts = ["met", "not_met", "not_evaluable"] as const;

/** Year, city, verdict and measure of the comparison. */
export const CompareFilters = ({
  query,
  years,
  year,
  cities,
  counties,
}: {
  readonly query: CompareQuery;
  readonly years: readonly number[];
  readonly year: number;
  readonly cities: readonly string[];
  /** Published counties, for "most similar to". */
  readonly counties: readonly { readonly id: string; readonly name: string }[];
}) => {
  const [params] = useSearchParams();
  const { t } = useTranslation();
  return (
    <FilterBar
      label={t("province:compare.filters")}
      keep={{ measure: query.measure, view: query.view, column: query.column }}
      filters={[
        { name: "year", label: t("province:compare.year"), value: String(year), options: plainOptions(years.map(String)), always: true },
        ...(cities.length > 1
          ? [{ name: "city", label: t("province:compare.city"), value: query.city, options: plainOptions(cities) }]
          : []),
        {
          name: "verdict",
          label: t("compliance:matrix.verdict"),
          value: query.verdict,
          options: verdicts.map((verdict) => ({ value: verdict, label: t(`common:verdict.${verdict}`) })),
        },
        {
          name: "like",
          label: t("province:compare.like"),
          value: query.like,
          options: counties.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      before={
        <Tabs
          label={t("province:compare.view")}
          param="view"
          value={query.view}
          items={compareViews.map((view) => ({ value: view, label: t(`province:compare.view_name.${view}`) }))}
        />
      }
      after={
        <>
          <span className="spacer" />
          {query.view === "resource" ? (
            <Tabs
              label={t("province:compare.measure")}
              param="measure"
              value={query.measure}
              items={measures.map((measure) => ({ value: measure, label: t(`province:compare.measures.${measure}`) }))}
            />
          ) : null}
          {(["csv", "xlsx"] as const).map((format) => (
            <LinkButton key={format} download to={`/province/compare/file${withParams(params, { format })}`}>
              {t(`province:compare.download.${format}`)}
            </LinkButton>
          ))}
        </>
      }
    />
  );
};
