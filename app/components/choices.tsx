import { type ReactNode, useId } from "react";

/** Native choices: they work before any script has arrived, on phones and with every reader. */

interface Described {
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
}

const Notes = ({ id, hint, error }: Described & { readonly id: string }) => (
  <>
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
  </>
);
const describedBy = (id: string, { hint, error }: Described) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

/** A labelled choice of one. `inline` puts the label inside the line, for toolbars. */
export const Select = ({
  name,
  label,
  options,
  defaultValue,
  value,
  onChange,
  hint,
  error,
  required = false,
  inline = false,
}: Described & {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly defaultValue?: string | undefined;
  readonly value?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly required?: boolean;
  readonly inline?: boolean;
}) => {
  const id = useId();
  return (
    <div className={inline ? "field field--inline" : "field"}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        className="input input--select"
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        {...(value === undefined ? { defaultValue } : { value })}
        onChange={(event) => onChange?.(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
};

interface Toggle {
  readonly name: string;
  readonly label: ReactNode;
  readonly value?: string;
  readonly defaultChecked?: boolean;
  readonly checked?: boolean | undefined;
  readonly onChange?: ((checked: boolean) => void) | undefined;
  readonly disabled?: boolean;
  readonly labelHidden?: boolean;
}

const toggleInput = ({ name, value = "on", defaultChecked, checked, onChange, disabled = false }: Toggle) => ({
  type: "checkbox" as const,
  name,
  value,
  disabled,
  ...(checked === undefined ? { defaultChecked } : { checked }),
  onChange: (event: { readonly target: { readonly checked: boolean } }) => onChange?.(event.target.checked),
});

/** A labelled yes or no. */
export const Checkbox = (props: Toggle) => (
  <label className="check">
    <input className="check__box" {...toggleInput(props)} />
    <span className={props.labelHidden ? "visually-hidden" : undefined}>{props.label}</span>
  </label>
);
