import { cleanText } from "../canonical";
import { codeOf, foldText } from "./code-lists";
import type { CellKind } from "./columns";
import type { RawCell } from "./xlsx";

/** A cell's value, or the catalogue key (under `checks.`) of what is wrong with it. */
export type ReadCell =
  | { readonly ok: true; readonly value: string | number | null }
  | { readonly ok: false; readonly problem: string; readonly params: Readonly<Record<string, string | number>> };

const value = (read: string | number): ReadCell => ({ ok: true, value: read });
const problem = (key: string, params: Readonly<Record<string, string | number>> = {}): ReadCell => ({ ok: false, problem: key, params });
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const plainNumber = /^-?(?:\d+|\d{1,3}(?:[,、]\d{3})+)(?:\.\d+)?$/u;
const numberWithMore = /^-?[\d,、.]+\p{L}/u;

/** Reads digits as typed in Chinese input methods (full width), with or without thousands separators. */
const numberOfText = (text: string): number | ReadCell => {
  const folded = foldText(text);
  if (plainNumber.test(folded)) return Number(folded.replace(/[,、]/gu, ""));
  if (folded.endsWith("%")) return problem("percent", { value: shown(text) });
  if (numberWithMore.test(folded)) return problem("unitInCell", { value: shown(text) });
  return problem("notNumber", { value: shown(text) });
};

const numberOf = (cell: RawCell): number | ReadCell => {
  if (cell.kind === "text") return numberOfText(cell.text);
  if (cell.kind === "number") {
    if (cell.format === "date") return problem("dateInCell");
    if (cell.format === "percent") return problem("percent", { value: `${cell.value * 100}%` });
    return Number.isFinite(cell.value) ? cell.value : problem("notNumber", { value: String(cell.value) });
  }
  return problem("notNumber", { value: cell.kind === "error" ? cell.text : String(cell.value) });
};

/** 0.15, a cell shown as 15 %, or the text 15%. */
const shareOf = (cell: RawCell): number | ReadCell => {
  if (cell.kind === "number" && cell.format === "percent") return cell.value;
  const folded = cell.kind === "text" ? foldText(cell.text) : "";
  if (!folded.endsWith("%") || !plainNumber.test(folded.slice(0, -1))) return numberOf(cell);
  return Number(folded.slice(0, -1)) / 100;
};

/** Spreadsheet arithmetic leaves dust in the last digits; whole numbers are taken as such within 1e-9. */
const wholeOf = (number: number, min: number, max: number): ReadCell => {
  const whole = Math.round(number);
  if (Math.abs(number - whole) > 1e-9) return problem("notWhole", { value: number });
  if (whole < 0) return problem("negative", { value: whole });
  return whole < min || whole > max ? problem("outOfRange", { value: whole, min, max }) : value(whole);
};

const textOf = (cell: RawCell): string | ReadCell => {
  if (cell.kind === "text") return cleanText(cell.text);
  if (cell.kind === "number") return cell.format === "date" ? problem("dateInCell") : String(cell.value);
  return problem("notText", { value: String(cell.kind === "boolean" ? cell.value : cell.text) });
};

const codePattern = /^[0-9A-Za-z]{4,20}$/u;
const codeOfCell = (cell: RawCell): ReadCell => {
  // A number cell holds 15 digits; longer codes have already lost their tail.
  if (cell.kind === "number" && cell.format !== "date" && cell.value >= 1e15) return problem("codeAsNumber");
  const text = textOf(cell);
  if (typeof text !== "string") return text;
  const code = text.normalize("NFKC").replace(/\s+/gu, "");
  return codePattern.test(code) ? value(code) : problem("badCode", { value: shown(text) });
};

/** Reads one cell by the kind of its column. Empty is null: not reported. */
export const readCell = (cell: RawCell | undefined, kind: CellKind): ReadCell => {
  if (cell === undefined) return { ok: true, value: null };
  if (cell.kind === "error") return problem("cellError", { value: cell.text });
  switch (kind.kind) {
    case "code":
      return codeOfCell(cell);
    case "text": {
      const text = textOf(cell);
      if (typeof text !== "string") return text;
      return text.length > kind.max ? problem("tooLong", { max: kind.max }) : value(text);
    }
    case "choice": {
      const text = cell.kind === "boolean" ? (cell.value ? "是" : "否") : textOf(cell);
      if (typeof text !== "string") return text;
      const code = codeOf(kind.list, text);
      return code === undefined ? problem("notInList", { value: shown(text) }) : value(code);
    }
    case "whole":
    case "amount": {
      const number = numberOf(cell);
      if (typeof number !== "number") return number;
      if (kind.kind === "whole") return wholeOf(number, kind.min, kind.max);
      if (number < 0) return problem("negative", { value: number });
      return number > kind.max ? problem("outOfRange", { value: number, min: 0, max: kind.max }) : value(number);
    }
    case "share": {
      const number = shareOf(cell);
      if (typeof number !== "number") return number;
      if (number < 0) return problem("negative", { value: number });
      return number > kind.max ? problem("shareOutOfRange", { value: number, max: kind.max }) : value(number);
    }
    default:
      return { ok: true, value: null };
  }
};
