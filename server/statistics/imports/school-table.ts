import { foldText } from "../workbook/code-lists";
import type { RawCell, RawRow } from "../workbook/xlsx";
import { type SchoolItem, schoolItem } from "./school-items";
import type { ReturnStage } from "./words";

/**
 * Tables with one row a school: exports of the education statistics, whose headings take several rows
 * with merged cells, one file a stage; and lists of schools that supplement the returns.
 */

export interface SchoolTable {
  /** Stage named by the title or the name of the sheet; null when they name none. */
  readonly stage: ReturnStage | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly RawRow[];
  /** True when a column holds more than the identity of the schools. */
  readonly hasFigures: boolean;
  readonly unknown: readonly string[];
}

export interface TableColumn {
  readonly column: number;
  readonly heading: string;
  readonly item: SchoolItem;
}

const headingSearchRows = 12;
const maxHeadingRows = 6;
const maxRows = 20_000;

const identityFields = new Set([
  "name",
  "code",
  "type",
  "ownerCode",
  "township",
  "locality",
  "builtYear",
  "countsAsSchool",
  "parentCode",
  "stage",
]);
const totalWords = new Set(["合计", "总计", "小计", "全县合计", "县合计", "总合计", "共计"]);

const textIn = (cell: RawCell | undefined): string => (cell?.kind === "text" ? cell.text.trim() : "");

const stageIn = (text: string): ReturnStage | null => {
  const named = (["小学", "初中", "高中"] as const).filter((word) => text.includes(word));
  if (named.length !== 1) return null;
  return named[0] === "小学" ? "primary" : named[0] === "初中" ? "junior" : "senior";
};

const fieldOf = (text: string): string | null => {
  const item = text === "" ? null : schoolItem(text);
  return item === null || item === "ignored" ? null : item.field;
};

const codeLike = (cell: RawCell | undefined): boolean => {
  const text = cell === undefined ? "" : cell.kind === "number" ? String(cell.value) : textIn(cell).normalize("NFKC").replace(/\s+/gu, "");
  return /^(?=.*\d)[0-9A-Za-z]{4,20}$/u.test(text);
};

/**
 * Headings of all rows joined per column. A merged cell holds its text in its first column only: an
 * upper heading goes on to the right until the next one of its row, below the same heading above it.
 */
const joinedHeadings = (block: readonly RawRow[], width: number): ReadonlyMap<number, string> => {
  const parts = new Map<number, string[]>();
  for (const [level, row] of block.entries()) {
    let carried = "";
    let above = "";
    for (let column = 1; column <= width; column += 1) {
      const over = (parts.get(column) ?? []).join("/");
      const text = textIn(row.cells.get(column));
      if (text !== "") carried = text;
      else if (over !== above || level === block.length - 1) carried = "";
      above = over;
      // A carried heading of a column that has nothing of its own below belongs to its first column only.
      const below = block.slice(level + 1).some((later) => textIn(later.cells.get(column)) !== "");
      const mine = text !== "" ? text : below ? carried : "";
      if (mine !== "") parts.set(column, [...(parts.get(column) ?? []), mine]);
    }
  }
  return new Map([...parts].map(([column, texts]) => [column, texts.join("/")]));
};

/** The item of a joined heading: the whole of it, else its last part (`基本情况/学校名称`). */
const itemOf = (heading: string): SchoolItem | "ignored" | null => {
  const whole = schoolItem(heading);
  if (whole !== null) return whole;
  const parts = heading.split("/");
  const withoutTotals = parts.filter((part) => !/^(?:合计|总计|小计|计|总数|其中:?)$/u.test(foldText(part)));
  const joined = withoutTotals.join("");
  return (
    schoolItem(joined) ??
    (withoutTotals.length > 1 ? schoolItem(withoutTotals.slice(1).join("")) : null) ??
    identityItem(withoutTotals.at(-1) ?? "")
  );
};

/** The last part alone is trusted for identity only: a lone 女 or 专科 may count anything. */
const identityItem = (text: string): SchoolItem | null => {
  const item = text === "" ? null : schoolItem(text);
  return item !== null && item !== "ignored" && identityFields.has(item.field) ? item : null;
};

/** Reads a sheet as a table of schools; null when it is none. */
export const readSchoolTable = (rows: Iterable<RawRow>, sheetName: string): SchoolTable | null => {
  const top: RawRow[] = [];
  const data: RawRow[] = [];
  let codeColumn: number | null = null;
  let headingRow = -1;
  for (const row of rows) {
    if (codeColumn === null) {
      top.push(row);
      const fields = new Map([...row.cells].map(([number, cell]) => [fieldOf(textIn(cell)), number]));
      const code = fields.get("code");
      if (code !== undefined && fields.has("name")) {
        codeColumn = code;
        headingRow = top.length - 1;
      } else if (top.length >= headingSearchRows) return null;
    } else if (data.length === 0 && top.length - headingRow < maxHeadingRows && !codeLike(row.cells.get(codeColumn))) {
      top.push(row);
    } else if (data.length >= maxRows) {
      return null;
    } else {
      data.push(row);
    }
  }
  if (codeColumn === null) return null;
  const start = top.findIndex((row, index) => row.cells.size >= 3 || (index === headingRow - 1 && row.cells.size >= 2));
  const block = top.slice(start);
  const width = Math.max(...top.map((row) => Math.max(0, ...row.cells.keys())), 0);
  const headings = joinedHeadings(block, width);
  const columns: TableColumn[] = [];
  const unknown: string[] = [];
  for (const [column, heading] of headings) {
    const item = itemOf(heading);
    if (item === null) unknown.push(heading);
    else if (item !== "ignored") columns.push({ column, heading: heading.replaceAll("/", "·"), item });
  }
  const titles = top.slice(0, start).flatMap((row) => [...row.cells.values()].map(textIn));
  return {
    stage: stageIn(titles.join(" ")) ?? stageIn(sheetName),
    columns,
    rows: data.filter((row) => !isTotal(row)),
    hasFigures: columns.some(({ item }) => !identityFields.has(item.field)),
    unknown,
  };
};

const isTotal = (row: RawRow): boolean =>
  [...row.cells].some(([column, cell]) => column <= 4 && cell.kind === "text" && totalWords.has(foldText(cell.text)));
