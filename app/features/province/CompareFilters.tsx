import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { FilterChips } from "~/components/FilterChips";
import { Toolbar } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import { withParams } from "~/components/url";
import { type CompareQuery, measures } from "./compare-query";

const verdicts = ["met", "not_met", "not_evaluable"] as const;

/** Year, city, verdict and measure of the comparison; a plain form, sent at once when script is there. */
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
  const [params] = useSearchParams();
  const submit = useSubmit();
  const all = { value: "", label: t("compliance:filter.all") };
  const chips = [
    ...(query.city === null ? [] : [{ key: "city", label: query.city, to: withParams(params, { city: null }) }]),
    ...(query.verdict === null
      ? []
      : [{ key: "verdict", label: t(`common:verdict.${query.verdict}`), to: withParams(params, { verdict: null }) }]),
  ];
  return (
    <>
      <Toolbar label={t("province:compare.filters")}>
        <Form
          key={params.toString()}
          className="row"
          method="get"
          onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
        >
          <input type="hidden" name="measure" value={query.measure} />
          <Select
            name="year"
            label={t("province:compare.year")}
            inline
            defaultValue={String(year)}
            options={years.map((one) => ({ value: String(one), label: String(one) }))}
          />
          {cities.length > 1 ? (
            <Select
              name="city"
              label={t("province:compare.city")}
              inline
              defaultValue={query.city ?? ""}
              options={[all, ...cities.map((city) => ({ value: city, label: city }))]}
            />
          ) : null}
          <Select
            name="verdict"
            label={t("compliance:matrix.verdict")}
            inline
            defaultValue={query.verdict ?? ""}
            options={[all, ...verdicts.map((verdict) => ({ value: verdict, label: t(`common:verdict.${verdict}`) }))]}
          />
          <Button type="submit">{t("compliance:filter.apply")}</Button>
        </Form>
        <span className="spacer" />
        <Tabs
          label={t("province:compare.measure")}
          param="measure"
          value={query.measure}
          items={measures.map((measure) => ({ value: measure, label: t(`province:compare.measures.${measure}`) }))}
        />
      </Toolbar>
      <FilterChips chips={chips} clearTo={withParams(params, { city: null, verdict: null })} />
    </>
  );
};
