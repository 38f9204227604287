import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";

/** Downloads the template of a statistics year; a plain GET form, since the answer is a file. */
export const TemplateForm = ({ years, year }: { readonly years: readonly number[]; readonly year: number }) => {
  const { t } = useTranslation();
  return (
    <Form method="get" action="/data/template" reloadDocument className="row">
      <Select
        name="year"
        label={t("data:import.year")}
        inline
        defaultValue={String(year)}
        options={years.map((one) => ({ value: String(one), label: t("data:import.year_value", { year: one, next: one + 1 }) }))}
      />
      <Button type="submit" icon="download">
        {t("data:import.template")}
      </Button>
    </Form>
  );
};
