import type { Verdict } from "@server/compliance/contract";
import type { TFunction } from "i18next";

/** "差 n 项" in place of the word of the verdict; undefined where the word says it, as when a veto alone decides. */
export const shortOf = (t: TFunction, { verdict, failing }: { readonly verdict: Verdict; readonly failing: number }): string | undefined =>
  verdict === "not_met" && failing > 0 ? t("province:published.short_of", { count: failing }) : undefined;
