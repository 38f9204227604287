import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { FileDrop } from "~/components/FileDrop";
import { ProgressBar } from "~/components/ProgressBar";

/** Choosing and sending the county workbook. */
export const UploadForm = () => {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const sending = navigation.state !== "idle" && navigation.formEncType === "multipart/form-data";
  return (
    <Form method="post" encType="multipart/form-data" className="stack">
      <FileDrop name="file" label={t("data:import.choose")} accept=".xlsx" hint={t("data:import.hint")} />
      <div className="row">
        <Button type="submit" look="primary" disabled={sending}>
          {t("data:import.upload")}
        </Button>
        {sending ? <ProgressBar label={t("data:import.checking")} value={null} /> : null}
      </div>
    </Form>
  );
};
