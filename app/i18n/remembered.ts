import type { i18n, TFunction, TOptions } from "i18next";
import { phrase } from "./phrase";

/** What i18next itself reads of a call: such calls are left to it. `count` is known here. */
const read: ReadonlySet<string> = new Set([
  "context",
  "defaultValue",
  "fallbackLng",
  "interpolation",
  "joinArrays",
  "keyPrefix",
  "keySeparator",
  "lng",
  "lngs",
  "ns",
  "nsSeparator",
  "ordinal",
  "postProcess",
  "replace",
  "returnDetails",
  "returnObjects",
  "skipInterpolation",
]);

type Fill = ReturnType<typeof phrase>;

/**
 * A translator that looks every text of its language up once: i18next resolves the key anew at every call, which a page
 * that is drawn at every movement of a slider cannot afford. A text that is not there yet is asked for again.
 */
export const remembered = ({ t, exists }: Pick<i18n, "t" | "exists">, locale: string): TFunction => {
  const plurals = new Intl.PluralRules(locale);
  const texts = new Map<string, string>();
  const phrases = new Map<string, Fill>();
  const textOf = (key: string): string => {
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = t(key);
    if (exists(key)) texts.set(key, text);
    return text;
  };
  /** Null where the catalogue has no such text. */
  const phraseOf = (key: string, count: unknown): Fill | null => {
    const counted = typeof count === "number" ? { count } : {};
    // A text may have a form of its own for none.
    const form = typeof count !== "number" ? "" : count === 0 ? "zero" : plurals.select(count);
    const name = `${key} ${form}`;
    const known = phrases.get(name);
    if (known !== undefined) return known;
    if (!exists(key, counted)) return null;
    const fill = phrase(t(key, { ...counted, skipInterpolation: true }));
    phrases.set(name, fill);
    return fill;
  };
  const answer = (key: string | string[], options?: TOptions): string => {
    if (options === undefined) return typeof key === "string" ? textOf(key) : t(key);
    if (typeof key !== "string") return t(key, options);
    for (const name in options) if (read.has(name)) return t(key, options);
    return phraseOf(key, options.count)?.(options) ?? t(key, options);
  };
  // i18next brands its translators.
  return answer as TFunction;
};
