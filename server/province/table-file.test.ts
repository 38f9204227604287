import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { tableFile } from "./table-file";

const table = {
  name: "比较",
  head: ["县", "差项", "差距"],
  rows: [
    ['=HYPERLINK("x")', 3, null],
    ["青溪县, 城区", -1, 0.5],
  ],
};

test("text that a spreadsheet would run is written as text, and what is missing stays empty", async () => {
  const { fileName, bytes } = await tableFile("csv", table);
  expect(fileName).toBe("比较.csv");
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(
    '\uFEFF县,差项,差距\r\n"\'=HYPERLINK(""x"")",3,\r\n"青溪县, 城区",-1,0.5\r\n',
  );
});

test("the workbook holds the same cells, none a formula", async () => {
  const { bytes } = await tableFile("xlsx", table);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  const sheet = workbook.worksheets[0];
  expect(sheet?.getCell("A2").value).toBe('=HYPERLINK("x")');
  expect(sheet?.getCell("A2").formula).toBeFalsy();
  // It is printed as it comes: across the paper, the head on every page, no sixteen decimals.
  expect(sheet?.pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToWidth: 1, printTitlesRow: "1:1" });
  expect([sheet?.getCell("C3").numFmt, sheet?.getCell("B3").numFmt]).toEqual(["0.00##", undefined]);
  expect([sheet?.getCell("B2").value, sheet?.getCell("C2").value, sheet?.getCell("C3").value]).toEqual([3, null, 0.5]);
});
