import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ErrorNotice, Notice, type ShownError } from "~/components/Notice";
import { TextField } from "~/components/TextField";

/** Address and password; after a refusal the address is kept, the password is not. */
export const SignInForm = ({
  email,
  next,
  error,
  signedOut,
}: {
  readonly email: string;
  readonly next: string | null;
  readonly error: ShownError | null;
  readonly signedOut: boolean;
}) => {
  const { t } = useTranslation();
  const busy = useNavigation().state === "submitting";
  return (
    <Form method="post" className="stack" noValidate>
      {signedOut && !error ? <Notice>{t("account:sign_in.signed_out")}</Notice> : null}
      <ErrorNotice error={error} />
      {next === null ? null : <input type="hidden" name="next" value={next} />}
      <TextField
        key={email}
        name="email"
        type="email"
        label={t("account:sign_in.email")}
        defaultValue={email}
        autoComplete="username"
        required
      />
      <TextField name="password" type="password" label={t("account:sign_in.password")} autoComplete="current-password" required />
      <Button type="submit" look="primary" disabled={busy}>
        {t("account:sign_in.submit")}
      </Button>
    </Form>
  );
};

/** The demo's accounts; each link fills in the address. */
export const DemoAccounts = ({ accounts }: { readonly accounts: readonly { readonly email: string; readonly label: string }[] }) => {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("account:sign_in.demo_title")}</h2>
      <p className="caption muted">{t("account:sign_in.demo_hint")}</p>
      <ul className="plain demo-accounts">
        {accounts.map((account) => (
          <li key={account.email}>
            <Link to={`?email=${encodeURIComponent(account.email)}`} replace>
              {account.label}
            </Link>
            <span className="caption muted">{account.email}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
