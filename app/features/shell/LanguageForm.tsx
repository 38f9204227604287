import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { locales } from "~/i18n/locales";

/** One plain form; the answer is a new document in the other language at the same address. */
export const LanguageForm = ({ itemClass }: { readonly itemClass: string }) => {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/language">
      <input type="hidden" name="next" value={`${pathname}${search}`} />
      {locales.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          className={itemClass}
          lang={locale}
          aria-current={locale === i18n.language ? "true" : undefined}
        >
          {t(`common:language.${locale}`)}
        </button>
      ))}
    </form>
  );
};
