import type { KeyboardEvent } from "react";
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from "react-aria-components";

/** Enter that only ends a Chinese composition must not submit the form (some browsers say so by key code 229). */
export const ignoreComposingEnter = (event: KeyboardEvent): void => {
  if (event.key === "Enter" && (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229)) event.preventDefault();
};

/** A labelled line (or `rows` lines) of text with its hint and its error sentence. */
export const TextField = ({
  name,
  label,
  type = "text",
  defaultValue,
  value,
  onChange,
  hint,
  error,
  required = false,
  autoComplete,
  maxLength,
  rows,
  labelHidden = false,
  placeholder,
}: {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password" | "search";
  readonly defaultValue?: string | undefined;
  readonly value?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly hint?: string | undefined;
  /** A sentence of the catalogue. */
  readonly error?: string | null | undefined;
  readonly required?: boolean;
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly rows?: number;
  readonly labelHidden?: boolean;
  readonly placeholder?: string;
}) => (
  <AriaTextField
    className="field"
    name={name}
    type={type}
    isRequired={required}
    isInvalid={Boolean(error)}
    validationBehavior="aria"
    {...(defaultValue === undefined ? {} : { defaultValue })}
    {...(value === undefined ? {} : { value })}
    {...(onChange === undefined ? {} : { onChange })}
    {...(autoComplete === undefined ? {} : { autoComplete })}
    {...(maxLength === undefined ? {} : { maxLength })}
  >
    <Label className={labelHidden ? "visually-hidden" : "field__label"}>{label}</Label>
    {rows ? (
      <TextArea className="input input--area" rows={rows} />
    ) : (
      <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} onKeyDown={ignoreComposingEnter} />
    )}
    {hint ? (
      <Text slot="description" className="field__hint">
        {hint}
      </Text>
    ) : null}
    <FieldError className="field__error">{error}</FieldError>
  </AriaTextField>
);
