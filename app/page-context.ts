import type { Locale } from "@server/http/context";
import { createContext } from "react";

/** Nonce for script tags of the document. Filled on the server only: in the browser it must not be readable. */
export const PageNonce = createContext<string | undefined>(undefined);

/** Language of the document, known even when the root loader failed. */
export const PageLanguage = createContext<Locale>("zh-CN");

/** Number of the request that made this document, shown with an unexpected error; null when the browser navigated by itself. */
export const PageErrorReference = createContext<string | null>(null);
