import { expect, test } from "vitest";
import { readRange, writeRange } from "./tsv";

test("a range copied in a spreadsheet is read cell by cell, with its line end and without", () => {
  expect(readRange("12\t7\r\n30\t\r\n")).toEqual([
    ["12", "7"],
    ["30", ""],
  ]);
  expect(readRange("5")).toEqual([["5"]]);
  expect(readRange("")).toEqual([]);
  expect(readRange("1\n\n2")).toEqual([["1"], [""], ["2"]].map((row, at) => (at === 1 ? [""] : row)));
});

test("quoted cells hold tabs, lines and quotes", () => {
  const rows = [
    ['第"一"小学', "a\tb"],
    ["两\n行", "3"],
  ];
  expect(readRange(writeRange(rows))).toEqual(rows);
});
