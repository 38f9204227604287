import { useTranslation } from "react-i18next";
import { FilterBar, plainOptions } from "~/components/FilterBar";
import { Tabs } from "~/components/Tabs";
import { type CompareQuery, measures } from "./compare-query";

const verdicts = ["met", "not_met", "not_evaluable"] as const;

/** Year, city, verdict and measure of the comparison. */
export const CompareFilters = ({
  query,
  years,
  year,
  cities,
}: {
  readonly query: CompareQuery;
  readonly years: readonly number[];
  readonly year: number;
  readonly cities: readonly string[];
}) => {
  const { t } = useTranslation();
  return (
    <FilterBar
      label={t("province:compare.filters")}
      keep={{ measure: query.measure }}
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
      ]}
      after={
        <>
          <span className="spacer" />
          <Tabs
            label={t("province:compare.measure")}
            param="measure"
            value={query.measure}
            items={measures.map((measure) => ({ value: measure, label: t(`province:compare.measures.${measure}`) }))}
          />
        </>
      }
    />
  );
};
