import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./Icon";

const shown = 3;
const shownNames = (names: readonly string[]): string =>
  `${names.slice(0, shown).join("、")}${names.length > shown ? ` … +${names.length - shown}` : ""}`;

/** One file, or several with `multiple`, by choosing or dropping. The native input covers the whole area, so both work without script. */
export const FileDrop = ({
  name,
  label,
  accept,
  hint,
  error,
  multiple = false,
}: {
  readonly name: string;
  readonly label: string;
  /** For instance ".xlsx". */
  readonly accept: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly multiple?: boolean;
}) => {
  const { t } = useTranslation();
  const id = useId();
  const [names, setNames] = useState<readonly string[]>([]);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field">
      <div className="filedrop">
        <Icon name="upload" size={20} />
        <label htmlFor={id} className="filedrop__label">
          {label}
        </label>
        <span className="filedrop__file">{names.length === 0 ? t("common:file.none") : shownNames(names)}</span>
        <input
          id={id}
          className="filedrop__input"
          type="file"
          name={name}
          accept={accept}
          required
          multiple={multiple}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          onChange={(event) => setNames([...(event.target.files ?? [])].map((file) => file.name))}
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
