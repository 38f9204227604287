import { useId } from "react";
import { ignoreComposingEnter } from "./composing";

/**
 * A labelled line (or `rows` lines) of text with its hint and its error sentence. The browser holds the text, not a
 * state: what is typed before the script has arrived stays.
 */
export const TextField = ({
  name,
  label,
  type = "text",
  defaultValue,
  hint,
  error,
  required = false,
  autoComplete,
  maxLength,
  rows,
  labelHidden = false,
  placeholder,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password" | "search" | "date";
  readonly defaultValue?: string | undefined;
  readonly hint?: string | undefined;
  /** A sentence of the catalogue. */
  readonly error?: string | null | undefined;
  readonly required?: boolean;
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly rows?: number;
  readonly labelHidden?: boolean;
  readonly placeholder?: string;
  /** Hears of each key; the text stays the browser's. */
  readonly onChange?: (value: string) => void;
}) => {
  const id = useId();
  const shared = {
    id,
    name,
    defaultValue,
    placeholder,
    autoComplete,
    maxLength,
    onChange: onChange && ((event: { readonly target: { readonly value: string } }) => onChange(event.target.value)),
    "aria-required": required || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
  };
  return (
    <div className="field">
      <label className={labelHidden ? "visually-hidden" : "field__label"} htmlFor={id}>
        {label}
      </label>
      {rows ? (
        <textarea className="input input--area" rows={rows} {...shared} />
      ) : (
        <input className="input" type={type} onKeyDown={ignoreComposingEnter} {...shared} />
      )}
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
