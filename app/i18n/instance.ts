import type { Locale } from "@server/http/context";
import { createInstance, type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import { namespaces } from "./locales";
import { remembered } from "./remembered";

const instances = new Map<Locale, i18n>();

/**
 * Makes a language ready. The server registers both whole, the browser adds to the one of the page what its
 * modules need; each instance keeps its language for life, so requests can share it.
 */
export const registerLanguage = (locale: Locale, texts: Resource[string]): i18n => {
  const known = instances.get(locale);
  if (known) return known;
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: texts },
    ns: [...namespaces],
    defaultNS: "common",
    initAsync: false,
    returnNull: false,
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key, fallback) => {
      // biome-ignore lint/suspicious/noConsole: a page that shows a key instead of a text must not do so silently
      if (fallback === key) console.error(`no text for ${namespace}:${key}`);
    },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  // The language never changes, so all may share one `t`: fixing it copies every option at each call.
  const t = remembered(instance, locale);
  instance.t = t;
  instance.getFixedT = () => t;
  instances.set(locale, instance);
  return instance;
};

/** Adds the texts of a namespace to a language. */
export const addTexts = (locale: Locale, namespace: string, texts: Readonly<Record<string, unknown>>): void => {
  registerLanguage(locale, {}).addResourceBundle(locale, namespace, texts);
};

/** The translator of a registered language. */
export const translatorFor = (locale: Locale): i18n => {
  const instance = instances.get(locale);
  if (!instance) throw new Error(`language ${locale} is not registered`);
  return instance;
};
