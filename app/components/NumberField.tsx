import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ignoreComposingEnter, isComposing } from "./composing";
import { readNumber } from "./digits";

/** Adds one step without gaining binary digits: 0.1 + 0.2 stays 0.3. */
const stepped = (value: number, step: number, decimals: number) => Number((value + step).toFixed(decimals));

/**
 * A labelled figure: full-width digits are accepted, arrow keys and the two small buttons step, a
 * figure outside the limits is named while it is typed, and again by the server's answer. Actions read it with
 * `readNumber` of `digits.ts`, since a form may be sent before it is tidied.
 */
export const NumberField = ({
  name,
  label,
  value,
  defaultValue = null,
  onChange,
  min,
  max,
  step = 1,
  unit,
  hint,
  error,
  required = false,
  labelHidden = false,
}: {
  readonly name: string;
  readonly label: string;
  /** Controlled figure; leave out for a plain form field. */
  readonly value?: number | null | undefined;
  readonly defaultValue?: number | null;
  /** Called with each figure that can be read; null when emptied. */
  readonly onChange?: ((value: number | null) => void) | undefined;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly unit?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly required?: boolean;
  readonly labelHidden?: boolean;
}) => {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [own, setOwn] = useState(defaultValue);
  const current = value === undefined ? own : value;
  const text = typed ?? (current === null ? "" : String(current));
  const figure = readNumber(text);
  /** Too much, or too little although no further digit could be meant: 20 is on the way to 2030. */
  const outside = (of: number | null): boolean =>
    typed !== null && of !== null && (of > (max ?? of) || (of < (min ?? of) && text.length >= String(min).length));
  const take = (figure: number | null) => {
    setOwn(figure);
    onChange?.(figure);
  };
  const type = (next: string) => {
    setTyped(next);
    const read = readNumber(next);
    if (read !== undefined) take(read);
  };
  const leave = () => {
    if (figure !== undefined && !outside(figure)) setTyped(null);
  };
  const move = (by: number) => {
    const decimals = (String(step).split(".")[1] ?? "").length;
    const next = stepped(current ?? min ?? 0, by * step, Math.max(decimals, (String(current ?? 0).split(".")[1] ?? "").length));
    setTyped(null);
    take(Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, next)));
  };
  const limits = (): string =>
    min === undefined
      ? t("common:field.at_most", { max })
      : max === undefined
        ? t("common:field.at_least", { min })
        : t("common:field.between", { min, max });
  const keys = (event: KeyboardEvent) => {
    ignoreComposingEnter(event);
    if (isComposing(event) || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? 1 : -1);
  };
  const complaint = error ?? (figure === undefined ? t("common:field.not_a_number") : outside(figure) ? limits() : null);
  const described = [hint && `${id}-hint`, complaint && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field">
      <label className={labelHidden ? "visually-hidden" : "field__label"} htmlFor={id}>
        {label}
        {unit ? <span className="field__unit"> {unit}</span> : null}
      </label>
      <span className="stepper">
        <button
          type="button"
          className="stepper__button"
          tabIndex={-1}
          aria-label={t("common:field.less", { label })}
          onClick={() => move(-1)}
        >
          −
        </button>
        <input
          id={id}
          name={name}
          className="input num"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
          onKeyDown={keys}
          aria-required={required || undefined}
          aria-invalid={complaint ? true : undefined}
          aria-describedby={described}
        />
        <button
          type="button"
          className="stepper__button"
          tabIndex={-1}
          aria-label={t("common:field.more", { label })}
          onClick={() => move(1)}
        >
          +
        </button>
      </span>
      {hint ? (
        <span id={`${id}-hint`} className="field__hint">
          {hint}
        </span>
      ) : null}
      {complaint ? (
        <span id={`${id}-error`} className="field__error">
          {complaint}
        </span>
      ) : null}
    </div>
  );
};
