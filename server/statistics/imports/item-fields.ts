import { readCell } from "../workbook/cell-value";
import { codeOf, foldText } from "../workbook/code-lists";
import type { RawCell } from "../workbook/xlsx";

/** What may stand in the cell of an item of an official form. */
export type FieldKind =
  | { readonly kind: "text"; readonly max: number }
  | { readonly kind: "code" }
  | { readonly kind: "whole"; readonly min: number; readonly max: number }
  /** `unit`: what the dataset holds; money in other units is converted. */
  | { readonly kind: "amount"; readonly max: number; readonly unit: "wan" | "yuan" | "m2" | "wanPersons" | "points" }
  | { readonly kind: "share"; readonly max: number }
  | { readonly kind: "yesNo" | "year" | "schoolType" | "owner" | "locality" | "stage" | "level" };

export interface ItemField {
  readonly field: string;
  readonly kind: FieldKind;
  /** True when the figure belongs to one stage (小学, 初中). */
  readonly staged: boolean;
  readonly texts: readonly string[];
}

/** Finds a field by the wording of its heading. */
export const matcher = (fields: readonly ItemField[], wordingOf: (text: string) => string): ((wording: string) => ItemField | null) => {
  const byWording = new Map<string, ItemField>();
  for (const field of fields) for (const text of field.texts) byWording.set(wordingOf(text), field);
  return (wording) => byWording.get(wording) ?? null;
};

export type ReadValue =
  | { readonly ok: true; readonly value: string | number | boolean | null }
  | { readonly ok: false; readonly problem: string; readonly params: Readonly<Record<string, string | number>> };

const problem = (key: string, params: Readonly<Record<string, string | number>> = {}): ReadValue => ({ ok: false, problem: key, params });

/** How many of the dataset's units one of the form's is; null when the unit does not belong there. */
const factorOf = (
  unit: "wan" | "yuan" | "m2" | "wanPersons" | "points",
  found: string,
): { readonly by: number; readonly over: number } | null => {
  const same = { by: 1, over: 1 };
  if (found === "") return same;
  const tables: Readonly<Record<typeof unit, Readonly<Record<string, { readonly by: number; readonly over: number }>>>> = {
    wan: { 万元: same, 元: { by: 1, over: 10_000 }, 千元: { by: 1, over: 10 }, 百元: { by: 1, over: 100 }, 亿元: { by: 10_000, over: 1 } },
    yuan: { 元: same, 万元: { by: 10_000, over: 1 }, 千元: { by: 1000, over: 1 } },
    m2: { m2: same, 平方米: same, 平米: same },
    wanPersons: { 万人: same, 万: same, 人: { by: 1, over: 10_000 } },
    points: { 分: same },
  };
  const table = tables[unit];
  return Object.hasOwn(table, found) ? (table[found] ?? null) : null;
};

const yesWords: Readonly<Record<string, string>> = {
  有: "是",
  无: "否",
  "1": "是",
  "0": "否",
  y: "是",
  n: "否",
  "√": "是",
  "×": "否",
  存在: "是",
  不存在: "否",
  没有: "否",
};

const typeWords: Readonly<Record<string, string>> = {
  完小: "primary",
  普通小学: "primary",
  独立初中: "junior",
  普通初中: "junior",
  职业初中: "vocational",
  特殊教育: "special",
  "211": "primary",
  "218": "teaching_point",
  "311": "junior",
  "312": "nine_year",
  "321": "vocational",
  "341": "complete_secondary",
  "342": "senior",
  "345": "twelve_year",
};

const localityWords: Readonly<Record<string, string>> = {
  主城区: "urban",
  城乡结合区: "urban",
  镇中心区: "town",
  镇乡结合区: "town",
  特殊区域: "town",
  乡中心区: "rural",
  村庄: "rural",
  城市: "urban",
  县镇: "town",
  农村: "rural",
  "111": "urban",
  "112": "urban",
  "121": "town",
  "122": "town",
  "123": "town",
  "210": "rural",
  "220": "rural",
};

const textIn = (cell: RawCell): string =>
  cell.kind === "text"
    ? cell.text
    : cell.kind === "number"
      ? String(cell.value)
      : cell.kind === "boolean"
        ? cell.value
          ? "是"
          : "否"
        : "";

/** Code lists of the statistics prefix a text by its code: `211 小学`, `121镇中心区`. */
const choice = (
  cell: RawCell,
  list: "schoolType" | "owner" | "locality" | "stage" | "level",
  words: Readonly<Record<string, string>>,
): ReadValue => {
  if (cell.kind === "error") return problem("cellError", { value: cell.text });
  const folded = foldText(textIn(cell));
  const bare = folded.replace(/^\d{3}[-:.]?(?=\D)/u, "");
  for (const text of [folded, bare]) {
    const found = codeOf(list, text) ?? (Object.hasOwn(words, text) ? words[text] : undefined);
    if (found !== undefined) return { ok: true, value: found };
  }
  return problem("notInList", { value: textIn(cell).slice(0, 40) });
};

/** Days between 1899-12-30 and 1970-01-01: the epoch of spreadsheet dates. */
const spreadsheetEpoch = 25_569;

const yearOf = (cell: RawCell): ReadValue => {
  if (cell.kind === "number" && cell.format === "date" && cell.value > 0) {
    return { ok: true, value: new Date((cell.value - spreadsheetEpoch) * 86_400_000).getUTCFullYear() };
  }
  const found = /(?:^|\D)(1[89]\d\d|20\d\d|2100)(?:\D|$)/u.exec(textIn(cell).normalize("NFKC"))?.[1];
  return found === undefined ? problem("notYear", { value: textIn(cell).slice(0, 40) }) : { ok: true, value: Number(found) };
};

const amountOf = (cell: RawCell, kind: Extract<FieldKind, { kind: "amount" }>, unit: string): ReadValue => {
  const factor = factorOf(kind.unit, unit);
  if (factor === null) return problem("unitUnknown", { unit });
  const read = readCell(cell, { kind: "amount", max: 1e15 });
  if (!read.ok || typeof read.value !== "number") return read;
  const value = (read.value * factor.by) / factor.over;
  return value > kind.max ? problem("outOfRange", { value, min: 0, max: kind.max }) : { ok: true, value };
};

/** 15 in a line whose unit is per cent, 15 % and 0.15 are the same share. */
const shareOf = (cell: RawCell, max: number, unit: string): ReadValue => {
  const read = readCell(cell, { kind: "share", max: 100 });
  if (!read.ok || typeof read.value !== "number") return read;
  const percent =
    (unit === "%" || unit === "百分比") && !(cell.kind === "number" && cell.format === "percent") && !textIn(cell).includes("%");
  const value = percent ? read.value / 100 : read.value;
  return value > max ? problem("outOfRange", { value, min: 0, max }) : { ok: true, value };
};

/** Reads one cell of an official form. `unit` is the folded text beside the item or in its heading. Empty is null. */
export const readField = (cell: RawCell | undefined, kind: FieldKind, unit: string): ReadValue => {
  if (cell === undefined || (textIn(cell).trim() === "" && cell.kind === "text")) return { ok: true, value: null };
  switch (kind.kind) {
    case "amount":
      return amountOf(cell, kind, unit);
    case "share":
      return shareOf(cell, kind.max, unit);
    case "whole":
      if (/^(?:万|元|m2|平方米)/u.test(unit)) return problem("unitUnknown", { unit });
      return readCell(cell, kind);
    case "year":
      return cell.kind === "error" ? problem("cellError", { value: cell.text }) : yearOf(cell);
    case "yesNo": {
      const word = foldText(textIn(cell));
      const read = readCell(Object.hasOwn(yesWords, word) ? { kind: "text", text: yesWords[word] ?? "" } : cell, {
        kind: "choice",
        list: "yesNo",
      });
      return read.ok ? { ok: true, value: read.value === null ? null : read.value === "yes" } : read;
    }
    case "schoolType":
      return /^51\d/u.test(foldText(textIn(cell))) ? { ok: true, value: "special" } : choice(cell, "schoolType", typeWords);
    case "owner": {
      const read = choice(cell, "owner", {});
      return read.ok ? { ok: true, value: Number(read.value) } : read;
    }
    case "locality":
      return choice(cell, "locality", localityWords);
    case "stage":
      return choice(cell, "stage", {});
    case "level": {
      const read = choice(cell, "level", { iii级: "3", ii级: "2", i级: "1", iv级: "4", 三级: "3", 二级: "2", 一级: "1", 四级: "4" });
      return read.ok ? { ok: true, value: Number(read.value) } : read;
    }
    default:
      return readCell(cell, kind);
  }
};
