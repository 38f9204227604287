import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ErrorNotice, type ShownError, useFieldError } from "~/components/Notice";
import { TextField } from "~/components/TextField";

/** Current password, new one twice; complaints stand at their fields. */
export const PasswordForm = ({ error }: { readonly error: ShownError | null }) => {
  const { t } = useTranslation();
  const complaint = useFieldError(error);
  return (
    <Form method="post" className="stack" noValidate>
      <ErrorNotice error={error} />
      <input type="hidden" name="intent" value="password" />
      <TextField
        name="current"
        type="password"
        label={t("account:account.password_current")}
        autoComplete="current-password"
        error={complaint("current")}
        required
      />
      <TextField
        name="next"
        type="password"
        label={t("account:account.password_next")}
        hint={t("account:account.password_hint")}
        autoComplete="new-password"
        error={complaint("next")}
        required
      />
      <TextField
        name="repeat"
        type="password"
        label={t("account:account.password_repeat")}
        autoComplete="new-password"
        error={complaint("repeat")}
        required
      />
      <div className="row">
        <Button type="submit" look="primary">
          {t("account:account.password_submit")}
        </Button>
        <span className="caption muted">{t("account:account.password_effect")}</span>
      </div>
    </Form>
  );
};
