import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { useCan } from "~/features/shell/use-session";

/** Opens a plan of the run as an ordinary scenario. */
export const OpenPlan = ({ runId, which }: { readonly runId: string; readonly which: "plan" | "robust" }) => {
  const { t } = useTranslation();
  return useCan("scenario.write") ? (
    <Form method="post">
      <input type="hidden" name="intent" value={which} />
      <input type="hidden" name="run" value={runId} />
      <Button type="submit">{t("answers:plan.open")}</Button>
    </Form>
  ) : null;
};
