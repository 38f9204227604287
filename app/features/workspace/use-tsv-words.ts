import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TsvWords } from "./lever-tsv";

/** Words of the sheet in the reader's language. */
export const useTsvWords = (): TsvWords => {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      header: (column) => t(`workspace:column.${column}`),
      type: (type) => t(`planning:lever.${type}`),
      stage: (stage) => t(`rules:stage.${stage}`),
      yes: t("workspace:column.yes"),
      no: t("workspace:column.no"),
    }),
    [t],
  );
};
