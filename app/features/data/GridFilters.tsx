import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { localities, type SchoolGridQuery, schoolTypes } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { FilterChips } from "~/components/FilterChips";
import { Toolbar } from "~/components/page";
import { TextField } from "~/components/TextField";
import { withParams } from "~/components/url";

/** Search and filters of the grid: a plain form; choices are sent at once when script is there. */
export const GridFilters = ({ query, townships }: { readonly query: SchoolGridQuery; readonly townships: readonly string[] }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const submit = useSubmit();
  const all = { value: "", label: t("compliance:filter.all") };
  const without = (name: string) => withParams(params, { [name]: null, offset: null });
  const chips = [
    ...(query.search === ""
      ? []
      : [{ key: "search", label: t("compliance:filter.search_is", { text: query.search }), to: without("search") }]),
    ...(query.type === null ? [] : [{ key: "type", label: t(`rules:school_type.${query.type}`), to: without("type") }]),
    ...(query.township === null ? [] : [{ key: "township", label: query.township, to: without("township") }]),
    ...(query.locality === null ? [] : [{ key: "locality", label: t(`rules:locality.${query.locality}`), to: without("locality") }]),
  ];
  return (
    <>
      <Toolbar label={t("data:grid.filters")}>
        <Form
          key={params.toString()}
          className="row"
          method="get"
          onChange={(event) => event.target instanceof HTMLSelectElement && submit(event.currentTarget, { preventScrollReset: true })}
        >
          <input type="hidden" name="sort" value={query.sort} />
          <input type="hidden" name="direction" value={query.direction} />
          <Select
            name="type"
            label={t("data:school.type")}
            inline
            defaultValue={query.type ?? ""}
            options={[all, ...schoolTypes.map((type) => ({ value: type, label: t(`rules:school_type.${type}`) }))]}
          />
          <Select
            name="township"
            label={t("data:school.township")}
            inline
            defaultValue={query.township ?? ""}
            options={[all, ...townships.map((township) => ({ value: township, label: township }))]}
          />
          <Select
            name="locality"
            label={t("data:school.locality")}
            inline
            defaultValue={query.locality ?? ""}
            options={[all, ...localities.map((locality) => ({ value: locality, label: t(`rules:locality.${locality}`) }))]}
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
      <FilterChips chips={chips} clearTo={withParams(params, { search: null, type: null, township: null, locality: null, offset: null })} />
    </>
  );
};
