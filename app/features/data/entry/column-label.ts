import type { EntryColumn } from "@server/statistics/entry-contract";
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

/** Heading of a column: the workbook's own in Chinese, so that a copied range can be compared with it. */
export const columnLabel = (t: TFunction, language: string, column: EntryColumn): string => {
  if (language !== "en") return column.heading;
  if (column.sheet === "teachers") return t(`rules:field.${column.key}`);
  if (column.sheet === "classSizes") return t(`facts:band.${column.key}`);
  return fieldLabel(t, column.base === "" ? column.key : `${column.base}.${column.key}`);
};

export const unitLabel = (t: TFunction, language: string, { unit }: EntryColumn): string | null => {
  if (unit === null || language !== "en") return unit;
  const key = units[unit];
  return key === undefined ? unit : t(`entry:unit.${key}`);
};
