import { type EntryColumn, type EntryLine, type EntryRow, isCountyView } from "@server/statistics/entry-contract";
import type { TFunction } from "i18next";
import { fieldLabel } from "../field-label";

const units: Readonly<Record<string, string>> = {
  人: "persons",
  个: "classes",
  间: "rooms",
  "㎡": "m2",
  万元: "wan",
  台: "computers",
  册: "books",
};

const countyColumn = (t: TFunction, { sheet, key }: EntryColumn): string => {
  if (sheet === "countyFacts" || sheet === "reported") return fieldLabel(t, `county.${key}`);
  return sheet === "births" ? t("entry:births") : t(`facts:county.${sheet}.${key}`);
};

/** Heading of a column: the workbook's own in Chinese, so that a copied range can be compared with it. */
export const columnLabel = (t: TFunction, language: string, column: EntryColumn): string => {
  if (language !== "en") return column.heading;
  if (column.key === "value") return t("entry:value");
  if (isCountyView(column.sheet)) return countyColumn(t, column);
  if (column.sheet === "teachers") return t(`rules:field.${column.key}`);
  if (column.sheet === "classSizes") return t(`facts:band.${column.key}`);
  return fieldLabel(t, column.base === "" ? column.key : `${column.base}.${column.key}`);
};

/** Null where the English name of a figure of the county says its unit itself. */
export const unitLabel = (t: TFunction, language: string, { unit, sheet }: EntryColumn): string | null => {
  if (unit === null || language !== "en") return unit;
  if (isCountyView(sheet)) return null;
  const key = units[unit];
  return key === undefined ? unit : t(`entry:unit.${key}`);
};

/** Name of a line of the county's return, the workbook's own in Chinese. */
export const lineLabel = (t: TFunction, language: string, { path, label, column }: EntryLine): string => {
  if (language !== "en") return label;
  const [group, key = ""] = path.split(".");
  if (column !== null) return fieldLabel(t, `county.${path}`);
  return group === "monitoring" ? t(`facts:subject.${key}`) : group === "survey" ? t(`facts:asked.${key}`) : label;
};

/** Name of a row: the school with the part that the row is about, or the line of the county's return. */
export const rowLabel = (t: TFunction, language: string, { name, part, line }: Pick<EntryRow, "name" | "part" | "line">): string =>
  line !== null ? lineLabel(t, language, line) : part === null ? name : `${name} ${t(`entry:part.${part}`)}`;
