import type { Locale } from "@server/http/context";
import { addTexts } from "./instance";
import { isLocale, locales } from "./locales";

type Texts = Readonly<Record<string, unknown>>;

/**
 * Fetches the texts of a namespace in the document's language. Called for every module of the browser that names a
 * key of it, before the module is ready (see `textsOfModules` in vite.config.ts).
 */
export const need = async (namespace: string, files: Record<Locale, () => Promise<{ default: Texts }>>): Promise<void> => {
  const { lang } = document.documentElement;
  const locale = isLocale(lang) ? lang : locales[0];
  addTexts(locale, namespace, (await files[locale]()).default);
};
