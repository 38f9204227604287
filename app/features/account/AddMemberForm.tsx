import { Form } from "@remix-run/react";
import type { Actor } from "@server/auth/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { ErrorNotice, Notice, type ShownError, useFieldError } from "~/components/Notice";
import { TextField } from "~/components/TextField";
import { rolesOffered } from "./roles-offered";

/** What adding a member came to; a new person's start password is in no other answer. */
export const Added = ({ added }: { readonly added: { readonly name: string; readonly startPassword: string | null } }) => {
  const { t } = useTranslation();
  return added.startPassword === null ? (
    <Notice tone="good">{t("account:members.added_existing", { name: added.name })}</Notice>
  ) : (
    <Notice tone="good">
      <p>{t("account:members.added_new", { name: added.name })}</p>
      <p>
        <code className="secret">{added.startPassword}</code>
      </p>
    </Notice>
  );
};

/** Address, name and role of a person who joins this organisation. */
export const AddMemberForm = ({ actor, error }: { readonly actor: Actor; readonly error: ShownError | null }) => {
  const { t } = useTranslation();
  const complaint = useFieldError(error);
  const options = rolesOffered(actor.orgKind).map(({ role, help }) => ({ value: role, label: `${t(`common:role.${role}`)} · ${t(help)}` }));
  return (
    <Form method="post" className="stack" noValidate>
      <ErrorNotice error={error} />
      <input type="hidden" name="intent" value="add" />
      <TextField name="email" type="email" label={t("account:members.email")} autoComplete="off" error={complaint("email")} required />
      <TextField
        name="displayName"
        label={t("account:members.name")}
        autoComplete="off"
        error={complaint("displayName")}
        required
        maxLength={60}
      />
      <Select name="role" label={t("account:members.role")} options={options} error={complaint("role")} />
      <div className="row">
        <Button type="submit" look="primary" icon="plus">
          {t("account:members.add_submit")}
        </Button>
      </div>
    </Form>
  );
};
