import type { Clause } from "@server/planning/contract";
import { useTranslation } from "react-i18next";

/** One condition of the standard in words. */
export const useClauseText = (): ((clause: Clause) => string) => {
  const { t } = useTranslation();
  return (clause) =>
    clause.kind === "item"
      ? `${clause.item} ${t(`clauses:${clause.item}.name`)}`
      : t(`answers:clause.${clause.kind}`, {
          stage: t(`rules:stage.${clause.stage}`),
          indicator: t(`rules:indicator.${clause.indicator}.short`),
        });
};
