import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import type { Stage } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { FilterChips } from "~/components/FilterChips";
import { Toolbar } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import { TextField } from "~/components/TextField";
import { withParams } from "~/components/url";
import type { MatrixQuery } from "./matrix";

const verdicts = ["not_met", "not_evaluable", "met"] as const;

/** Stage tabs and filters of the matrix: a plain form, sent at once when script is there. */
export const MatrixFilters = ({
  query,
  counts,
  townships,
  keep = {},
}: {
  readonly query: MatrixQuery;
  readonly counts: Readonly<Record<Stage, number>>;
  readonly townships: readonly string[];
  /** Parameters of the page that the form must carry along. */
  readonly keep?: Readonly<Record<string, string>>;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const submit = useSubmit();
  const all = { value: "", label: t("compliance:filter.all") };
  const chips = [
    ...(query.search === ""
      ? []
      : [{ key: "search", label: t("compliance:filter.search_is", { text: query.search }), to: withParams(params, { search: null }) }]),
    ...(query.township === null ? [] : [{ key: "township", label: query.township, to: withParams(params, { township: null }) }]),
    ...(query.verdict === null
      ? []
      : [{ key: "verdict", label: t(`common:verdict.${query.verdict}`), to: withParams(params, { verdict: null }) }]),
  ];
  return (
    <>
      <Toolbar label={t("compliance:filter.label")}>
        <Tabs
          label={t("compliance:filter.stage")}
          param="stage"
          value={query.stage}
          items={(["primary", "junior"] as const).map((stage) => ({
            value: stage,
            label: t(`rules:section.${stage}`),
            count: counts[stage],
          }))}
        />
        <Form
          key={params.toString()}
          className="row"
          method="get"
          onChange={(event) => event.target instanceof HTMLSelectElement && submit(event.currentTarget, { preventScrollReset: true })}
        >
          <input type="hidden" name="stage" value={query.stage} />
          {Object.entries(keep).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {query.sort === "worst" ? null : (
            <>
              <input type="hidden" name="sort" value={query.sort} />
              <input type="hidden" name="direction" value={query.direction} />
            </>
          )}
          <Select
            name="township"
            label={t("compliance:filter.township")}
            inline
            defaultValue={query.township ?? ""}
            options={[all, ...townships.map((township) => ({ value: township, label: township }))]}
          />
          <Select
            name="verdict"
            label={t("compliance:filter.verdict")}
            inline
            defaultValue={query.verdict ?? ""}
            options={[all, ...verdicts.map((verdict) => ({ value: verdict, label: t(`common:verdict.${verdict}`) }))]}
          />
          <TextField
            name="search"
            label={t("compliance:filter.search")}
            labelHidden
            placeholder={t("compliance:filter.search")}
            type="search"
            defaultValue={query.search}
          />
          <Button type="submit">{t("compliance:filter.apply")}</Button>
        </Form>
      </Toolbar>
      <FilterChips chips={chips} clearTo={withParams(params, { search: null, township: null, verdict: null })} />
    </>
  );
};
