import { type PreviewWarning, reasonLength } from "@server/statistics/import-contract";
import { useTranslation } from "react-i18next";
import { type ShownError, useFieldError } from "~/components/Notice";
import { TextField } from "~/components/TextField";
import { catalogueKey } from "~/i18n/catalogue-key";

interface Kind {
  readonly message: string;
  readonly open: readonly PreviewWarning[];
}

const openKinds = (warnings: readonly PreviewWarning[]): readonly Kind[] => {
  const kinds = new Map<string, PreviewWarning[]>();
  for (const warning of warnings) {
    if (warning.accepted === null) kinds.set(warning.message, [...(kinds.get(warning.message) ?? []), warning]);
  }
  return [...kinds].map(([message, open]) => ({ message, open }));
};

/** One reason for each kind of soft check that is not accepted yet; the first of them stands as its example. */
export const ReasonFields = ({
  warnings,
  error,
}: {
  readonly warnings: readonly PreviewWarning[];
  readonly error: ShownError | null | undefined;
}) => {
  const { t } = useTranslation();
  const errorOf = useFieldError(error);
  const kinds = openKinds(warnings);
  const kept = warnings.filter(({ accepted }) => accepted !== null).length;
  if (warnings.length === 0) return null;
  return (
    <fieldset className="stack reasons">
      <legend>{t("data:acceptance.title")}</legend>
      <p className="muted">{t("data:acceptance.text")}</p>
      {kept > 0 ? <p>{t("data:acceptance.kept", { count: kept })}</p> : null}
      {kinds.map(({ message, open }) => (
        <TextField
          key={message}
          name={`reason.${message}`}
          label={t("data:acceptance.reason", { count: open.length })}
          hint={open[0] === undefined ? undefined : t(catalogueKey(message), { ...open[0].params })}
          error={errorOf(`reason.${message}`)}
          maxLength={reasonLength.max}
          rows={2}
        />
      ))}
    </fieldset>
  );
};
