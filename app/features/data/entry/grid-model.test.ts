import type { EntryColumn, EntryFigures, EntrySchool } from "@server/statistics/entry-contract";
import { entryColumns } from "@server/statistics/entry-layout";
import { expect, test } from "vitest";
import { cellAt, cellKey, gridRows, pasted, shownText, storedValue, withSaved, withTyped } from "./grid-model";

const schools: readonly EntrySchool[] = [
  { code: "S001", name: "第一小学", township: "城关镇", type: "primary" },
  { code: "S002", name: "九年制学校", township: "城关镇", type: "nine_year" },
];
const columns = entryColumns("teachers");
const rows = gridRows("teachers", schools);
const figuresOf = (code: string, lines: number): EntryFigures => ({
  code,
  now: Array.from({ length: lines }, () => columns.map(() => 5)),
  before: null,
  jumps: [],
});
const figures = new Map([
  ["S001", figuresOf("S001", 1)],
  ["S002", figuresOf("S002", 2)],
]);
const cell = (line: number, place: number) => {
  const found = cellAt(rows, columns, line, place);
  if (found === null) throw new Error("no cell");
  return found;
};
const corner = (top: number, left: number) => ({ top, left, bottom: top, right: left });

test("a mixed school has a row for each stage, each with its own figure", () => {
  expect(rows.map(({ code, part }) => `${code} ${part}`)).toEqual(["S001 primary", "S002 primary", "S002 junior"]);
  expect(cell(2, 0).path).toBe("teachers.junior.fullTime");
});

test("in the view of all figures a school's own figures stand on its first row, and grades on the row of their stage", () => {
  const all = entryColumns("all");
  const lines = gridRows("all", schools);
  const at = (id: string): number => all.findIndex((column: EntryColumn) => column.id === id);
  const path = (line: number, id: string) => cellAt(lines, all, line, at(id))?.path;
  expect([1, 2].map((line) => path(line, "facilities:musicRooms"))).toEqual(["facilities.musicRooms", null]);
  expect([1, 2].map((line) => path(line, "pupils:juniorByGrade.0"))).toEqual([null, "pupils.juniorByGrade.0"]);
});

test("typing what is stored takes the cell back, also in full-width digits, which are written plain", () => {
  const typed = withTyped(new Map(), figures, [{ cell: cell(0, 0), text: "７" }]);
  expect(typed.get(cellKey("S001", "teachers.primary.fullTime"))).toMatchObject({ text: "7", was: 5 });
  expect(shownText(typed, figures, cell(0, 0))).toBe("7");
  expect(withTyped(typed, figures, [{ cell: cell(0, 0), text: "５" }]).size).toBe(0);
});

test("what stood in a cell when it was first touched stays with the edit", () => {
  const once = withTyped(new Map(), figures, [{ cell: cell(0, 0), text: "7" }]);
  const later = new Map([["S001", { ...figuresOf("S001", 1), now: [columns.map(() => 6)] }]]);
  expect(withTyped(once, later, [{ cell: cell(0, 0), text: "8" }]).get(cellKey("S001", "teachers.primary.fullTime"))).toMatchObject({
    was: 5,
    text: "8",
  });
});

test("a pasted range falls on cells row by row, or on none when one of them cannot hold it", () => {
  const good = pasted(
    rows,
    columns,
    [
      ["12", "1,0"],
      ["30", "9"],
    ].map(([a, b]) => [a ?? "", (b ?? "").replace(",", "")]),
    corner(0, 0),
  );
  expect(good.problems).toEqual([]);
  expect(good.cells.map(({ cell: at, text }) => `${at.path} ${text}`)).toEqual([
    "teachers.primary.fullTime 12",
    "teachers.primary.aboveRequiredEducation 10",
    "teachers.primary.fullTime 30",
    "teachers.primary.aboveRequiredEducation 9",
  ]);
  const bad = pasted(rows, columns, [["12人", "-3"], ["1"], ["2"], ["3"]], corner(1, 0));
  expect(bad.problems.map(({ line, place, reason, problem }) => [line, place, reason, problem])).toEqual([
    [1, 0, "unreadable", "unitInCell"],
    [1, 1, "unreadable", "negative"],
    [3, 0, "outside", ""],
    [4, 0, "outside", ""],
  ]);
});

test("one copied cell fills the selection", () => {
  const { cells } = pasted(rows, columns, [["0"]], { top: 0, left: 1, bottom: 2, right: 2 });
  expect(cells).toHaveLength(6);
});

test("a figure that the school does not report takes no pasted value, but an empty cell may fall on it", () => {
  const all = entryColumns("all");
  const lines = gridRows("all", schools);
  const junior = all.findIndex(({ id }) => id === "pupils:juniorByGrade.0");
  expect(pasted(lines, all, [[""]], corner(0, junior))).toEqual({ cells: [], problems: [] });
  expect(pasted(lines, all, [["40"]], corner(0, junior)).problems.map(({ reason }) => reason)).toEqual(["not_reported"]);
});

test("saved cells are shown as stored until the new version has come", () => {
  const typed = withTyped(new Map(), figures, [{ cell: cell(2, 1), text: "９" }]);
  const after = withSaved(figures, typed, rows, columns);
  expect([storedValue(after, cell(2, 1)), storedValue(after, cell(1, 1)), storedValue(after, cell(2, 0))]).toEqual([9, 5, 5]);
});
