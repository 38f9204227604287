import type { PlanningDefaults, Projection } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { sourceText } from "./source-text";

/** Both caps, and all age bands, come from one source, which stands at the first of them. */
const sourcePaths: Readonly<Record<string, string>> = { "classCap.primary": "classCap", "ageShares.0": "ageShares" };

/** Where a default comes from, and how often the last answer used the assumption. */
export const assumptionHint = (
  t: TFunction,
  defaults: PlanningDefaults,
  uses: Projection["assumptionUse"],
  field: string,
): string | undefined => {
  const path = sourcePaths[field] ?? field;
  const source = sourceText(t, defaults.assumptionSources, path);
  const use = uses.find((one) => one.path === path);
  return use === undefined ? source : [source, t("planning:assumptions.used", { count: use.used })].filter(Boolean).join(" · ");
};
