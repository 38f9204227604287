import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Select } from "./choices";
import { FilterChips } from "./FilterChips";
import { Toolbar } from "./page";
import { TextField } from "./TextField";
import { withParams } from "./url";
import { useKeptFocus } from "./use-kept-focus";

export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** One of the options always holds: no "all", nothing to remove. */
  readonly always?: boolean;
  /** Word for "not chosen" where that is not "all". */
  readonly none?: string;
}

/**
 * Filters of a table, kept in the address: a plain form, sent at once when a choice changes and script is there. Below
 * it stand the filters in force, each removable. A change of filters goes back to the first page (`offset`).
 */
export const FilterBar = ({
  label,
  filters,
  search,
  keep = {},
  before,
  after,
}: {
  /** Accessible name of the group. */
  readonly label: string;
  readonly filters: readonly Filter[];
  /** Words searched for; leave out where nothing can be searched. */
  readonly search?: { readonly label: string; readonly value: string };
  /** Parameters of the page that the form carries along. */
  readonly keep?: Readonly<Record<string, string>>;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const submit = useSubmit();
  const keptFocus = useKeptFocus();
  const removable = filters.filter(({ always }) => !always);
  const all = { value: "", label: t("common:filter.all") };
  const chips = [
    ...(search?.value ? [{ key: "search", label: t("common:filter.contains", { text: search.value }) }] : []),
    ...removable.flatMap(({ name, value, options }) =>
      value === null ? [] : [{ key: name, label: options.find((option) => option.value === value)?.label ?? value }],
    ),
  ].map((chip) => ({ ...chip, to: withParams(params, { [chip.key]: null, offset: null }) }));
  const none = Object.fromEntries(["search", "offset", ...removable.map(({ name }) => name)].map((name) => [name, null]));
  return (
    <>
      <Toolbar label={label}>
        {before}
        <Form
          // The controls follow the address when a chip or the back button changes it.
          key={params.toString()}
          {...keptFocus}
          className="row"
          method="get"
          onChange={(event) => event.target instanceof HTMLSelectElement && submit(event.currentTarget, { preventScrollReset: true })}
        >
          {Object.entries(keep).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {filters.map((filter) => (
            <Select
              key={filter.name}
              name={filter.name}
              label={filter.label}
              inline
              defaultValue={filter.value ?? ""}
              options={
                filter.always ? filter.options : [filter.none === undefined ? all : { value: "", label: filter.none }, ...filter.options]
              }
            />
          ))}
          {search ? (
            <TextField
              name="search"
              label={search.label}
              labelHidden
              placeholder={search.label}
              type="search"
              defaultValue={search.value}
            />
          ) : null}
          <Button type="submit">{t("common:filter.apply")}</Button>
        </Form>
        {after}
      </Toolbar>
      <FilterChips chips={chips} clearTo={withParams(params, none)} />
    </>
  );
};

/** Options whose value is their own label: townships, cities, years. */
export const plainOptions = (values: readonly string[]): Filter["options"] => values.map((value) => ({ value, label: value }));
