import type { Locale } from "@server/http/context";
import type { CellIssue } from "@server/statistics/contract";
import type { AnswerWords } from "@server/statistics/import-contract";
import { catalogueKey } from "~/i18n/catalogue-key";
import { translatorFor } from "~/i18n/instance";

/** Words a complaint in a language, for files made on the server. */
export const sayIssue = (locale: Locale): ((issue: CellIssue) => string) => {
  const { t } = translatorFor(locale);
  return ({ message, params }) => t(catalogueKey(message), { ...params });
};

/** Headings of the answer to an upload. */
export const answerWords = (locale: Locale): AnswerWords => {
  const { t } = translatorFor(locale);
  return {
    column: t("data:answer.column"),
    list: t("data:answer.list"),
    headings: [t("data:issues.severity"), t("data:issues.file"), t("data:issues.sheet"), t("data:issues.cell"), t("data:issues.message")],
    error: t("data:issues.error"),
    warning: t("data:issues.warning"),
    suffix: t("data:answer.suffix"),
  };
};
