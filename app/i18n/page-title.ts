import type { Locale } from "@server/http/context";
import { translatorFor } from "./instance";
import { isLocale } from "./locales";

interface Match {
  readonly id: string;
  readonly data?: unknown;
}

/** Language of the page, as the root loader said; the default when the root failed. */
const localeOf = (matches: readonly Match[]): Locale => {
  const data = matches.find((match) => match.id === "root")?.data;
  const locale = typeof data === "object" && data !== null && "locale" in data ? data.locale : null;
  return isLocale(locale) ? locale : "zh-CN";
};

/** Title of pages that name none, and of errors. */
export const productTitle = ({ matches }: { readonly matches: readonly Match[] }): { title: string }[] => [
  { title: translatorFor(localeOf(matches)).t("common:product") },
];

/** `export const meta = pageTitle("account:sign_in.title")`: the document title from the catalogue. */
export const pageTitle =
  (key: string) =>
  ({ matches }: { readonly matches: readonly Match[] }): { title: string }[] => {
    const { t } = translatorFor(localeOf(matches));
    return [{ title: `${t(key)} · ${t("common:product")}` }];
  };
