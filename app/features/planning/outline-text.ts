import type { Projection } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { type Params, writtenFigure } from "./figure-text";

const itemText = (t: TFunction, item: string): string =>
  item.includes(".") ? t(`facts:county.declarations.${item}`) : t(`planning:choice.item.${item}`);

/** A county figure by its key, or a result by its item. */
export const factText = (t: TFunction, fact: string): string => {
  const [, measure, subject] = /^(Q9\.[a-zA-Z]+)\.([a-zA-Z]+)$/.exec(fact) ?? [];
  if (measure !== undefined) return t(`planning:choice.fact.${measure}`, { subject: t(`facts:subject.${subject}`) });
  return fact.includes(".") ? t(`planning:choice.fact.${fact}`) : t(`facts:county.facts.${fact}`);
};

/** What a school finds of itself. */
export const findingText = (t: TFunction, name: string, finding: string): string =>
  name === "moralEducation" && finding !== "keep" ? t(`facts:grade.${finding}`) : t(`planning:choice.${name}.${finding}`);

const findings: ReadonlySet<string> = new Set(["charter", "informatised", "moralEducation"]);

/** Figures of a summary or notice as they are written: shares in percent, money with one decimal, the rest short. */
export const writtenParams = (t: TFunction, params: Params, schoolName: (code: string) => string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name.endsWith("Code")) return [name.slice(0, -4), schoolName(String(value))];
      if (name === "fact") return [name, factText(t, String(value))];
      if (name === "event") return [name, t(`facts:event.${value}`)];
      if (findings.has(name)) return [name, findingText(t, name, String(value))];
      if (name === "item") return [name, itemText(t, String(value))];
      if (name === "stage") return [name, t(`rules:stage.${value}`)];
      if (name === "indicator") return [name, t(`rules:indicator.${value}.short`)];
      if (name === "subject") return [name, t(`planning:subject.${value}`)];
      if (name === "field") return [name, t(value === "teachers" ? "planning:notice_field.teachers" : `rules:field.${value}`)];
      return [name, writtenFigure(name, value)];
    }),
  );

/** A lever of an answer in one sentence. */
export const summaryText = (t: TFunction, { summary }: Projection["levers"][number], schoolName: (code: string) => string): string => {
  const params = writtenParams(t, summary.params, schoolName);
  // A span of one year is written as the year.
  const sentence = t(`planning:levers.${summary.key}`, params).replace(/(\d{4})–\1(?!\d)/g, "$1");
  return summary.params.furtherOnceWan === undefined ? sentence : sentence + t("planning:levers.further_costs", params);
};
