import { type FocusEvent, type RefCallback, useCallback, useRef } from "react";

type Control = HTMLSelectElement | HTMLInputElement | HTMLButtonElement;
const isControl = (element: Element): element is Control =>
  element instanceof HTMLSelectElement || element instanceof HTMLInputElement || element instanceof HTMLButtonElement;

/** Controls of a form that share a name; a button has none. */
const named = (form: HTMLFormElement, name: string): readonly Control[] =>
  [...form.elements].filter(isControl).filter((control) => control.name === name);

/**
 * For a form that is made anew when the address changes: the keyboard stays on the control that was used last. What it
 * returns goes to the form.
 */
export const useKeptFocus = (): {
  readonly ref: RefCallback<HTMLFormElement>;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
} => {
  const last = useRef<{ readonly name: string; readonly place: number } | null>(null);
  const onFocus = useCallback(({ target }: FocusEvent<HTMLElement>): void => {
    if (isControl(target) && target.form !== null)
      last.current = { name: target.name, place: named(target.form, target.name).indexOf(target) };
  }, []);
  // A control that goes with its form has nobody to give the keyboard to.
  const onBlur = useCallback(({ relatedTarget }: FocusEvent<HTMLElement>): void => {
    if (relatedTarget !== null) last.current = null;
  }, []);
  const ref = useCallback((made: HTMLFormElement | null): void => {
    if (made === null || last.current === null || document.activeElement !== document.body) return;
    named(made, last.current.name)[last.current.place]?.focus({ preventScroll: true });
  }, []);
  return { ref, onFocus, onBlur };
};
