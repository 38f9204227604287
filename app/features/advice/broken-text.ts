import type { ClauseFailure } from "@server/planning/contract";
import type { TFunction } from "i18next";

/** What no longer holds once a measure is taken, in one line; null where all that held still does. */
export const brokenText = (t: TFunction, broken: readonly ClauseFailure[], schoolName: (code: string) => string): string | null => {
  const nameOf = (failure: ClauseFailure): string => {
    if (failure.kind === "item") return `${failure.item} ${t(`clauses:${failure.item}.short`)}`;
    if (failure.kind === "section") {
      const [code = "", stage = ""] = failure.sectionId.split(":");
      return `${schoolName(code)} ${t(`rules:stage.${stage}`)}`;
    }
    return t("rules:cv.of", { stage: t(`rules:stage.${failure.stage}`), indicator: t(`rules:indicator.${failure.indicator}.short`) });
  };
  return broken.length === 0 ? null : t("workspace:suggest.breaks", { what: broken.map(nameOf).join(t("compliance:gaps.separator")) });
};
