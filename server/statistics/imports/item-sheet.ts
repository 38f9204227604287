import { foldText } from "../workbook/code-lists";
import type { RawCell, RawRow } from "../workbook/xlsx";
import { countyItem } from "./county-items";
import { schoolItem } from "./school-items";

/** Sheets that list items line by line: 序号, 类别, 填报项目, 单位, 填报值, in any order. */

const itemWords = ["填报项目", "指标名称", "项目名称", "填报指标", "填报内容", "数据项", "项目", "指标"];
const valueWords = ["填报值", "填报数据", "填写值", "填报结果", "数值", "数据", "填报数", "值", "本年值"];
const unitWords = ["单位", "计量单位"];

export interface ItemLine {
  readonly row: number;
  readonly item: string;
  /** Folded text of the unit column. */
  readonly unit: string;
  readonly value: RawCell | undefined;
}

export interface ItemSheet {
  readonly kind: "school" | "county";
  /** Column of the values; null when the form has none. */
  readonly valueColumn: number | null;
  readonly lines: readonly ItemLine[];
}

/** Headings are looked for in the first rows only. */
const headingSearchRows = 12;
/** Longest form read. */
const maxLines = 1000;
/** Fewer known items are no return. */
const leastItems = 5;

const textIn = (cell: RawCell | undefined): string => (cell?.kind === "text" ? cell.text.trim() : "");

const columnOf = (row: RawRow, words: readonly string[]): number | null => {
  const headings = [...row.cells].map(([number, cell]) => [foldText(textIn(cell)), number] as const);
  for (const word of words) {
    const found = headings.find(([heading]) => heading === foldText(word));
    if (found !== undefined) return found[1];
  }
  return null;
};

/** Units beside an item that say what to write (是/否, a list of types) are no units. */
const unitOf = (cell: RawCell | undefined): string => {
  const text = foldText(textIn(cell));
  return text === "无" || text.includes("/") ? "" : text;
};

/** Reads a sheet as a list of items; null when it is none. */
export const readItemSheet = (rows: Iterable<RawRow>): ItemSheet | null => {
  let columns: { readonly item: number; readonly value: number | null; readonly unit: number | null } | null = null;
  let searched = 0;
  let [ofSchool, ofCounty] = [0, 0];
  const lines: ItemLine[] = [];
  for (const row of rows) {
    if (columns === null) {
      searched += 1;
      if (searched > headingSearchRows) return null;
      const item = columnOf(row, itemWords);
      if (item !== null) columns = { item, value: columnOf(row, valueWords), unit: columnOf(row, unitWords) };
      continue;
    }
    const item = textIn(row.cells.get(columns.item));
    if (item === "") continue;
    if (lines.length >= maxLines) return null;
    if (schoolItem(item) !== null) ofSchool += 1;
    if (countyItem(item) !== null) ofCounty += 1;
    lines.push({
      row: row.number,
      item,
      unit: unitOf(columns.unit === null ? undefined : row.cells.get(columns.unit)),
      value: columns.value === null ? undefined : row.cells.get(columns.value),
    });
  }
  if (columns === null || Math.max(ofSchool, ofCounty) < leastItems) return null;
  return { kind: ofSchool >= ofCounty ? "school" : "county", valueColumn: columns.value, lines };
};
