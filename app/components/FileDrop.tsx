import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./Icon";

/** One file by choosing or dropping. The native input covers the whole area, so both work without script. */
export const FileDrop = ({
  name,
  label,
  accept,
  hint,
  error,
}: {
  readonly name: string;
  readonly label: string;
  /** For instance ".xlsx". */
  readonly accept: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
}) => {
  const { t } = useTranslation();
  const id = useId();
  const [fileName, setFileName] = useState<string | null>(null);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field">
      <div className="filedrop">
        <Icon name="upload" size={20} />
        <label htmlFor={id} className="filedrop__label">
          {label}
        </label>
        <span className="filedrop__file">{fileName ?? t("common:file.none")}</span>
        <input
          id={id}
          className="filedrop__input"
          type="file"
          name={name}
          accept={accept}
          required
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          onChange={(event) => setFileName(event.target.files?.[0]?.name ?? null)}
        />
      </div>
      {hint ? (
        <span id={`${id}-hint`} className="field__hint">
          {hint}
        </span>
      ) : null}
      {error ? (
        <span id={`${id}-error`} className="field__error">
          {error}
        </span>
      ) : null}
    </div>
  );
};
