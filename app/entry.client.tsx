import { RemixBrowser } from "@remix-run/react";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { registerLanguage } from "./i18n/instance";
import { PageErrorReference, PageLanguage } from "./page-context";

/** Only the texts of the document's language travel to the browser. */
const start = async () => {
  const locale = document.documentElement.lang === "en" ? "en" : "zh-CN";
  registerLanguage(locale, locale === "en" ? (await import("./i18n/en")).en : (await import("./i18n/zh-CN")).zhCN);
  const reference = document.querySelector("[data-error-reference]")?.getAttribute("data-error-reference") ?? null;
  // Not as a transition: a key pressed while React 18 hydrates in slices can end in its error 345 (root did not complete).
  hydrateRoot(
    document,
    <StrictMode>
      <PageLanguage.Provider value={locale}>
        <PageErrorReference.Provider value={reference}>
          <RemixBrowser />
        </PageErrorReference.Provider>
      </PageLanguage.Provider>
    </StrictMode>,
  );
};

void start();
