import type { TFunction } from "i18next";
import { formatDate, formatExact } from "~/components/format";

type Titles = Readonly<Record<"zh-CN" | "en", string>>;

const isTitles = (value: unknown): value is Titles =>
  typeof value === "object" && value !== null && "zh-CN" in value && typeof value["zh-CN"] === "string" && "en" in value;

/** 一票否决事项, 办学标准: what has a code and a name is shown by them. */
export const isTitled = (value: unknown): value is { readonly id: string; readonly title: Titles } =>
  typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" && "title" in value && isTitles(value.title);

/** A value of the rules in words: numbers exact, readings and lists by the catalogue, weights part by part. */
export const valueText = (t: TFunction, value: unknown): string => {
  if (typeof value === "number") return formatExact(value);
  if (typeof value === "boolean") return t(`regulation:value.${value}`);
  if (typeof value === "string") return t(`regulation:value.${value}`, { defaultValue: value });
  if (Array.isArray(value)) return value.map((one) => valueText(t, one)).join(t("regulation:value.separator"));
  if (typeof value !== "object" || value === null) return formatExact(null);
  if (isTitled(value)) return `${value.id} ${value.title[t("regulation:value.title_language") === "en" ? "en" : "zh-CN"]}`;
  return Object.entries(value)
    .map(([name, part]) => t("regulation:value.pair", { name: valueText(t, name), value: valueText(t, part) }))
    .join(t("regulation:value.separator"));
};

/** The unit of a value that is a number; words and lists need none. */
export const unitText = (t: TFunction, value: unknown, unit: string): string =>
  typeof value === "number" ? t(`regulation:unit.${unit}`, { defaultValue: unit }) : "";

/** Where a value stands; titles of documents stay as they are, our own readings are said in the user's language. */
export const groundText = (t: TFunction, { document, article }: { readonly document: string; readonly article: string }): string =>
  [document, article].map((part) => t(`regulation:ground.${part}`, { defaultValue: part })).join(" ");

/** From when to when a value holds. */
export const validText = (t: TFunction, { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null }): string =>
  validTo === null
    ? t("regulation:view.since", { from: formatDate(validFrom) })
    : t("regulation:view.until", { from: formatDate(validFrom), to: formatDate(validTo) });
