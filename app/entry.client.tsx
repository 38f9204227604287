import { RemixBrowser } from "@remix-run/react";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { laterParts } from "./components/later";
import { PageErrorReference, PageLanguage } from "./page-context";

/**
 * The page's data come as a stream, for which RemixBrowser waits by suspending. React 18 answers a key that
 * is pressed while the root is suspended with its error 345 (root did not complete), so the wait is over
 * before the page is taken over.
 */
const pageData = async (): Promise<void> => {
  try {
    RemixBrowser({});
  } catch (waiting) {
    await waiting;
  }
};

const start = async () => {
  const locale = document.documentElement.lang === "en" ? "en" : "zh-CN";
  const reference = document.querySelector("[data-error-reference]")?.getAttribute("data-error-reference") ?? null;
  await Promise.all([pageData(), laterParts()]);
  // Not as a transition: hydrating in slices leaves gaps for the same error.
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
