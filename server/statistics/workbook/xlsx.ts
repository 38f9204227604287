import { attribute, decodeXml, MalformedWorkbook, xmlEvents } from "./xml";

/** How a number is shown: dates and percentages look like numbers inside the file. */
export type NumberFormat = "plain" | "percent" | "date";

export type RawCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly format: NumberFormat }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `#REF!` and its kin. */
  | { readonly kind: "error"; readonly text: string };

export interface RawRow {
  readonly number: number;
  /** 1-based column → cell; empty cells are absent. */
  readonly cells: ReadonlyMap<number, RawCell>;
}

/** A workbook's sheets in order; rows are read lazily, so a reader may stop at its own limit. */
export interface Xlsx {
  readonly sheetNames: readonly string[];
  readonly rows: (sheetIndex: number) => Iterable<RawRow>;
}

const maxRowNumber = 1_048_576;
/** Columns further right than any of ours are not read. */
const maxColumn = 200;

const decoder = new TextDecoder("utf-8", { fatal: true });
const textOf = (parts: ReadonlyMap<string, Buffer>, name: string): string => {
  const part = parts.get(name.toLowerCase());
  if (part === undefined) throw new MalformedWorkbook(`no part ${name}`);
  try {
    return decoder.decode(part);
  } catch {
    throw new MalformedWorkbook("not UTF-8");
  }
};

const sharedStrings = (parts: ReadonlyMap<string, Buffer>): readonly string[] => {
  if (!parts.has("xl/sharedstrings.xml")) return [];
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let phonetic = 0;
  for (const { kind, name, raw } of xmlEvents(textOf(parts, "xl/sharedStrings.xml"))) {
    if (kind === "text") {
      if (inText && phonetic === 0) current += decodeXml(raw);
    } else if (name === "t") inText = kind === "open";
    else if (name === "rPh") phonetic += kind === "open" ? 1 : -1;
    else if (name === "si") {
      if (kind === "close") strings.push(current);
      current = "";
    }
  }
  return strings;
};

const between = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** Format by built-in number; 27–36 and 50–58 are the East Asian dates. */
const builtInFormat = (id: number): NumberFormat => {
  if (id === 9 || id === 10) return "percent";
  return between(id, 14, 22) || between(id, 27, 36) || between(id, 45, 47) || between(id, 50, 58) ? "date" : "plain";
};

const formatOfCode = (code: string): NumberFormat => {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, "");
  if (/general|standard/iu.test(bare)) return "plain";
  if (bare.includes("%")) return "percent";
  return /[ymdhs]/iu.test(bare) ? "date" : "plain";
};

const cellFormats = (parts: ReadonlyMap<string, Buffer>): readonly NumberFormat[] => {
  if (!parts.has("xl/styles.xml")) return [];
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  for (const { kind, name, raw } of xmlEvents(textOf(parts, "xl/styles.xml"))) {
    if (name === "cellXfs") inCellFormats = kind === "open";
    if (kind !== "open") continue;
    if (name === "numFmt") codes.set(Number(attribute(raw, "numFmtId")), attribute(raw, "formatCode") ?? "");
    if (name === "xf" && inCellFormats) {
      const id = Number(attribute(raw, "numFmtId") ?? 0);
      const code = codes.get(id);
      formats.push(code === undefined ? builtInFormat(id) : formatOfCode(code));
    }
  }
  return formats;
};

const sheetParts = (parts: ReadonlyMap<string, Buffer>): readonly { readonly name: string; readonly part: string }[] => {
  const targets = new Map<string, string>();
  for (const { kind, name, raw } of xmlEvents(textOf(parts, "xl/_rels/workbook.xml.rels"))) {
    if (kind !== "open" || name !== "Relationship" || !attribute(raw, "Type")?.endsWith("/worksheet")) continue;
    if (attribute(raw, "TargetMode") === "External") continue;
    const target = attribute(raw, "Target") ?? "";
    targets.set(attribute(raw, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const found: { readonly name: string; readonly part: string }[] = [];
  for (const { kind, name, raw } of xmlEvents(textOf(parts, "xl/workbook.xml"))) {
    if (kind !== "open" || name !== "sheet") continue;
    // The prefix of the relationship id varies between programs; its value is what must be known.
    const part = targets.get(attribute(raw, "id") ?? "");
    if (part !== undefined) found.push({ name: attribute(raw, "name") ?? "", part });
  }
  return found;
};

const columnOf = (reference: string): number => {
  const letters = /^([A-Z]{1,3})\d{1,7}$/u.exec(reference)?.[1];
  if (letters === undefined) throw new MalformedWorkbook("cell reference");
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
};

interface Lookups {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
}

const cellOf = (type: string, style: number, value: string, { strings, formats }: Lookups): RawCell | null => {
  switch (type) {
    case "s": {
      const text = /^\s*\d+\s*$/u.test(value) ? strings[Number(value)] : undefined;
      return text === undefined ? { kind: "error", text: "#N/A" } : text.trim() === "" ? null : { kind: "text", text };
    }
    case "str":
    case "inlineStr":
      return value.trim() === "" ? null : { kind: "text", text: value };
    case "b":
      return value === "" ? null : { kind: "boolean", value: value.trim() === "1" };
    case "e":
      return { kind: "error", text: value.slice(0, 20) };
    case "d":
      return value === "" ? null : { kind: "number", value: 0, format: "date" };
    default:
      return value.trim() === "" ? null : { kind: "number", value: Number(value), format: formats[style] ?? "plain" };
  }
};

function* rowsOf(xml: string, lookups: Lookups): Generator<RawRow> {
  let rowNumber = 0;
  let column = 0;
  let cells = new Map<number, RawCell>();
  let type = "";
  let style = 0;
  let value = "";
  let valueDepth = 0;
  let phonetic = 0;
  for (const { kind, name, raw } of xmlEvents(xml)) {
    if (kind === "text") {
      if (valueDepth > 0 && phonetic === 0) value += decodeXml(raw);
    } else if (name === "v" || name === "t") {
      valueDepth += kind === "open" ? 1 : -1;
    } else if (name === "rPh") {
      phonetic += kind === "open" ? 1 : -1;
    } else if (name === "c") {
      if (kind === "open") {
        const reference = attribute(raw, "r");
        column = reference === undefined ? column + 1 : columnOf(reference);
        type = attribute(raw, "t") ?? "n";
        style = Number(attribute(raw, "s") ?? 0);
        value = "";
      } else if (column <= maxColumn) {
        const cell = cellOf(type, style, value, lookups);
        if (cell !== null) cells.set(column, cell);
      }
    } else if (name === "row") {
      if (kind === "open") {
        const given = attribute(raw, "r");
        rowNumber = given === undefined ? rowNumber + 1 : Number(given);
        if (!Number.isInteger(rowNumber) || rowNumber < 1 || rowNumber > maxRowNumber) throw new MalformedWorkbook("row number");
        column = 0;
        cells = new Map();
      } else if (cells.size > 0) yield { number: rowNumber, cells };
    } else if (name === "sheetData" && kind === "close") return;
  }
}

/** Opens the unpacked parts of a workbook. Reads cached results of formulas; knows nothing of county data. Throws `MalformedWorkbook`. */
export const openXlsx = (parts: ReadonlyMap<string, Buffer>): Xlsx => {
  const sheets = sheetParts(parts);
  const lookups: Lookups = { strings: sharedStrings(parts), formats: cellFormats(parts) };
  return {
    sheetNames: sheets.map(({ name }) => name),
    *rows(sheetIndex) {
      const sheet = sheets[sheetIndex];
      if (sheet !== undefined) yield* rowsOf(textOf(parts, sheet.part), lookups);
    },
  };
};
