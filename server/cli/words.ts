import type { Locale } from "@server/http/context";
import type { PlanWords, Projection } from "@server/planning/contract";
import type { CountyDataset } from "@server/statistics/contract";
import type { Say } from "./outcome";

/** The words of the pages, for a terminal. */
export interface Words {
  readonly sentence: Say;
  /** What a projection notes, with the year and the lever that it is about. */
  readonly notice: (notice: Projection["notices"][number], dataset: CountyDataset) => string;
  /** What a cheapest plan says of itself. */
  readonly plan: (words: PlanWords, dataset: CountyDataset) => string;
}

const textsOf = {
  "zh-CN": async () => (await import("~/i18n/zh-CN")).zhCN,
  en: async () => (await import("~/i18n/en")).en,
} as const;

const schoolsOf =
  ({ schools }: CountyDataset) =>
  (code: string): string =>
    schools.find((school) => school.code === code)?.name ?? code;

/** Loads the catalogues of a language; commands ask for them only when they have something to say. */
export const wordsIn = async (language: Locale = "zh-CN"): Promise<Words> => {
  const { catalogueKey } = await import("~/i18n/catalogue-key");
  const { registerLanguage } = await import("~/i18n/instance");
  const { writtenParams } = await import("~/features/planning/outline-text");
  const { planWordsText } = await import("~/features/answers/plan-words");
  const catalogue = registerLanguage(language, await textsOf[language]());
  return {
    sentence: (message, params) => {
      const key = catalogueKey(message);
      return catalogue.exists(key) ? catalogue.t(key, { ...params }) : null;
    },
    notice: ({ key, leverId, year, params }, dataset) => {
      const text = catalogue.t(`notices:of.${key}`, writtenParams(catalogue.t, params, schoolsOf(dataset)));
      return [year, text, leverId === null ? null : `[${leverId}]`].filter((part) => part !== null).join(" ");
    },
    plan: (words, dataset) => planWordsText(catalogue.t, words, schoolsOf(dataset)),
  };
};
