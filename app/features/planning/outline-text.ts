import type { Projection } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { formatCount, formatMoneyWan, formatNumber, formatPercent } from "~/components/format";

type Params = Readonly<Record<string, string | number>>;

const isShare = /share$/i;

const itemText = (t: TFunction, item: string): string =>
  item.includes(".") ? t(`facts:county.declarations.${item}`) : t(`planning:choice.item.${item}`);

/** Figures of a summary or notice as they are written: shares in percent, money with one decimal, the rest short. */
export const writtenParams = (t: TFunction, params: Params, schoolName: (code: string) => string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name.endsWith("Code")) return [name.slice(0, -4), schoolName(String(value))];
      if (name === "fact") return [name, t(`facts:county.facts.${value}`)];
      if (name === "item") return [name, itemText(t, String(value))];
      if (name === "stage") return [name, t(`rules:stage.${value}`)];
      if (name === "indicator") return [name, t(`rules:indicator.${value}.short`)];
      if (name === "subject") return [name, t(`planning:subject.${value}`)];
      if (name === "field") return [name, t(value === "teachers" ? "planning:notice_field.teachers" : `rules:field.${value}`)];
      if (typeof value === "string") return [name, value];
      if (/year/i.test(name) && value > 1900) return [name, String(value)];
      if (isShare.test(name)) return [name, formatPercent(value)];
      if (name.endsWith("Wan")) return [name, formatMoneyWan(value)];
      return [name, Number.isInteger(value) ? formatCount(value) : formatNumber(value, 1)];
    }),
  );

/** A lever of an answer in one sentence. */
export const summaryText = (t: TFunction, lever: Projection["levers"][number], schoolName: (code: string) => string): string =>
  t(`planning:levers.${lever.summary.key}`, writtenParams(t, lever.summary.params, schoolName));
