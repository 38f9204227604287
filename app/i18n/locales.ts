import type { Locale } from "@server/http/context";

/** Languages of the product, the first one being the default. */
export const locales = ["zh-CN", "en"] as const satisfies readonly Locale[];

/** Cookie that keeps a reader's choice; read by the HTTP layer, written by the `/language` action. */
export const localeCookieName = "hengce_locale";

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** One file a namespace and language under `messages/`. Keys are always written in full: `namespace:key.sub`. */
export const namespaces = [
  "common",
  "account",
  "audit",
  "errors",
  "checks",
  "data",
  "entry",
  "evidence",
  "basic",
  "compliance",
  "clauses",
  "commands",
  "overview",
  "notices",
  "planning",
  "sources",
  "province",
  "comparing",
  "rules",
  "runs",
  "facts",
  "futures",
  "items",
  "regulation",
  "workspace",
  "policies",
  "portfolio",
  "reminders",
  "results",
  "search",
  "review",
  "answers",
  "comparison",
  "targets",
] as const;
