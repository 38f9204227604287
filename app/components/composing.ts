import type { KeyboardEvent } from "react";

/** While a word is composed every key belongs to the input method (some browsers say so by key code 229). */
export const isComposing = ({ nativeEvent }: KeyboardEvent): boolean => nativeEvent.isComposing || nativeEvent.keyCode === 229;

/** Enter that only ends a Chinese composition must not submit the form. */
export const ignoreComposingEnter = (event: KeyboardEvent): void => {
  if (event.key === "Enter" && isComposing(event)) event.preventDefault();
};
