import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { FileDrop } from "~/components/FileDrop";
import { ProgressBar } from "~/components/ProgressBar";

/** Choosing and sending the county workbook, official returns, exports or CSV. The year is for forms that do not state theirs. */
export const UploadForm = ({ years, year }: { readonly years: readonly number[]; readonly year: number }) => {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const sending = navigation.state !== "idle" && navigation.formEncType === "multipart/form-data";
  return (
    <Form method="post" action="/data/import" encType="multipart/form-data" className="stack">
      <FileDrop name="file" label={t("data:import.choose")} accept=".xlsx,.zip,.csv,.txt" hint={t("data:import.hint")} multiple />
      <Select
        name="year"
        label={t("data:import.form_year")}
        defaultValue={String(year)}
        options={years.map((one) => ({ value: String(one), label: t("data:import.year_value", { year: one, next: one + 1 }) }))}
      />
      <p className="muted">{t("data:import.form_year_hint")}</p>
      <div className="row">
        <Button type="submit" look="primary" disabled={sending}>
          {t("data:import.upload")}
        </Button>
        {sending ? <ProgressBar label={t("data:import.checking")} value={null} /> : null}
      </div>
    </Form>
  );
};
