import { expect, test } from "vitest";
import { foldText } from "./code-lists";
import { cellAddress, columnLetters, headingText, isEntry, movedColumnKey, sheetOrder, sheets } from "./layout";

const source = {
  schools: 5,
  pupils: 6,
  classes: 7,
  facilities: 8,
  "teachers.primary": 14,
  "teachers.junior": 15,
  "history.0": 20,
};

test("a figure's path leads to its cell", () => {
  expect(cellAddress(source, "name")).toBe("学校!B5");
  expect(cellAddress(source, "pupils.primaryByGrade.0")).toBe("学生!C6");
  expect(cellAddress(source, "pupils.senior")).toBe("学生!L6");
  expect(cellAddress(source, "teachers.primary.backbone")).toBe("教师!F14");
  expect(cellAddress(source, "teachers.junior.backbone")).toBe("教师!F15");
  expect(cellAddress(source, "facilities.equipmentValueWan")).toBe("校舍设备!F8");
  expect(cellAddress(source, "history.0.juniorByGrade.2")).toBe("历年在校生!L20");
});

test("a path to all grades of a stage leads to the range", () => {
  expect(cellAddress(source, "classes.juniorByGrade")).toBe("班级!I7:K7");
});

test("a figure that came from no cell has no address", () => {
  expect(cellAddress(source, "history.1.primaryByGrade.0")).toBeNull();
  expect(cellAddress({}, "facilities.artRooms")).toBeNull();
  expect(cellAddress(source, "facilities.unknown")).toBeNull();
  expect(cellAddress(source, "teachers.primary")).toBeNull();
  expect(cellAddress(source, "constructor")).toBeNull();
});

test("a column that the file had moved is found where it stood", () => {
  expect(cellAddress({ ...source, [movedColumnKey("teachers", "backbone")]: 12 }, "teachers.primary.backbone")).toBe("教师!L14");
});

test("columns count on after Z", () => {
  expect([1, 26, 27, 52, 53, 703].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "AAA"]);
});

test("no two columns of a sheet share a heading, with or without unit", () => {
  for (const key of sheetOrder) {
    const headings = sheets[key].columns.flatMap((column) => [...new Set([foldText(headingText(column)), foldText(column.heading)])]);
    expect(new Set(headings).size).toBe(headings.length);
    expect(sheets[key].columns.filter(isEntry).length).toBeGreaterThan(1);
  }
});
