import { Form } from "@remix-run/react";
import { mostCompared } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { seriesNames } from "~/components/SeriesMark";

/** Which scenarios stand side by side; the first is what the others are held against. */
export const ComparisonForm = ({
  options,
  asked,
}: {
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly asked: readonly string[];
}) => {
  const { t } = useTranslation();
  const known = options.map(({ id, name }) => ({ value: id, label: name }));
  const places = Math.min(mostCompared, options.length);
  return (
    <Form method="get" className="row form-line no-print" key={asked.join()}>
      {seriesNames.slice(0, places).map((mark, index) => (
        <Select
          key={mark}
          name="with"
          label={t(index === 0 ? "comparison:form.first" : "comparison:form.further", { mark: mark.toUpperCase() })}
          defaultValue={asked[index] ?? ""}
          options={index < 2 ? known : [{ value: "", label: t("comparison:form.none") }, ...known]}
        />
      ))}
      <Button type="submit" look="primary">
        {t("comparison:form.show")}
      </Button>
    </Form>
  );
};
