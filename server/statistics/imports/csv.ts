import type { RawCell, RawRow } from "../workbook/xlsx";
import { MalformedWorkbook } from "../workbook/xml";

const maxRows = 200_000;
const maxColumns = 200;
/** Longest cell; a quote that is never closed would swallow the rest of the file. */
const maxCell = 10_000;

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Text of a CSV file in UTF-8 (with or without its mark) or GB18030; null for anything that is no such text. */
export const csvText = (bytes: Uint8Array): string | null => {
  const text = decoded(bytes, "utf-8") ?? decoded(bytes, "gb18030");
  // Control characters other than tab and line ends are not written by any spreadsheet.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text === null || /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u.test(text) ? null : text;
};

/** The separator that the first line holds most of. */
const separatorOf = (text: string): string => {
  const line = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
  const counts = [",", "\t", ";"].map((sign) => [line.split(sign).length - 1, sign] as const);
  return counts.reduce((most, one) => (one[0] > most[0] ? one : most))[1];
};

const cellOf = (text: string): RawCell | null => (text.trim() === "" ? null : { kind: "text", text });

/** Rows of a CSV text, numbered as a spreadsheet shows them. Throws `MalformedWorkbook` where quotes do not close. */
export function* csvRows(text: string): Generator<RawRow> {
  const separator = separatorOf(text);
  let number = 1;
  let column = 1;
  let cells = new Map<number, RawCell>();
  let value = "";
  let at = 0;
  const put = (): void => {
    const cell = cellOf(value);
    if (cell !== null && column <= maxColumns) cells.set(column, cell);
    value = "";
    column += 1;
  };
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"' && value.trim() === "") {
      const end = closingQuote(text, at + 1);
      value = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else if (sign === separator) {
      put();
      at += 1;
    } else if (sign === "\n" || sign === "\r") {
      put();
      if (cells.size > 0) yield { number, cells };
      cells = new Map();
      column = 1;
      number += 1;
      at += sign === "\r" && text[at + 1] === "\n" ? 2 : 1;
      if (number > maxRows) throw new MalformedWorkbook("rows");
    } else {
      const next = text.slice(at, at + maxCell).search(/[\n\r,;\t]/u);
      if (next < 0 && text.length - at > maxCell) throw new MalformedWorkbook("cell");
      const length = next < 0 ? text.length - at : Math.max(1, next);
      value += text.slice(at, at + length);
      at += length;
      if (value.length > maxCell) throw new MalformedWorkbook("cell");
    }
  }
  put();
  if (cells.size > 0) yield { number, cells };
}

const closingQuote = (text: string, from: number): number => {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at < 0 || at - from > maxCell) throw new MalformedWorkbook("quotes");
  return at;
};
