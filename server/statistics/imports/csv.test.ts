import { smallCounty } from "@db/seeds/small-county";
import { writeCountyWorkbook } from "@server/statistics";
import type { CountyDataset } from "@server/statistics/contract";
import { sheets } from "@server/statistics/workbook/layout";
import { primaryAnswers, schoolReturn } from "@test/support/official-forms";
import { expect, test } from "vitest";
import type { ParsedImport } from "./context";
import type { UploadFile } from "./file-set";
import { readImport } from "./read-import";

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const file = (fileName: string, bytes: Uint8Array): UploadFile => ({ fileName, bytes });

const accepted = async (files: readonly UploadFile[]): Promise<ParsedImport> => {
  const county = { code: "910121", name: "甲一县" };
  const read = await readImport(files, async () => ({ county, statisticsYear: 2026, sameYear: null, newest: null }));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

/** One sheet of the county workbook as CSV. */
const csvOf = async (dataset: CountyDataset): Promise<ReadonlyMap<string, string>> => {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await writeCountyWorkbook(dataset)).buffer);
  const ours = new Set(Object.values(sheets).map(({ name }) => name));
  return new Map(
    workbook.worksheets
      .filter(({ name }) => ours.has(name))
      .map((sheet) => {
        const lines: string[] = [];
        sheet.eachRow({ includeEmpty: true }, (row) => {
          const cells: string[] = [];
          for (let column = 1; column <= sheet.columnCount; column += 1) cells.push(`"${row.getCell(column).text.replaceAll('"', '""')}"`);
          lines.push(cells.join(","));
        });
        return [sheet.name, lines.join("\r\n")] as const;
      }),
  );
};

test("the sheets of the county workbook as CSV say the same as the workbook, whatever the files are called", async () => {
  const dataset = smallCounty();
  const parts = await csvOf(dataset);
  const files = [...parts.values()].map((content, index) => file(`${index}.csv`, text(index % 2 === 0 ? `\ufeff${content}` : content)));
  const read = await accepted(files);
  const workbook = await accepted([file("x.xlsx", await writeCountyWorkbook(dataset))]);
  expect(read.dataset).toEqual(workbook.dataset);
  expect(read.files.every(({ kind }) => kind === "csvSheet")).toBe(true);
});

test("CSV in GB18030 is read as Chinese", async () => {
  // 学校标识码,学校名称,办学类型,举办者类型,所在乡镇(街道),城乡类型 and one school, in GB18030.
  const gb = Buffer.from(
    "d1a7d0a3b1eacab6c2eb2cd1a7d0a3c3fbb3c62cb0ecd1a7c0e0d0cd2cbed9b0ecd5dfc0e0d0cd2ccbf9d4dacfe7d5f228bdd6b5c029" +
      "2cb3c7cfe7c0e0d0cd0a333231303030303030312cb3c7b9d8d2bbd0a12cd0a1d1a72c372cb3c7b9d8d5f22cd5f2c7f8",
    "hex",
  );
  const read = await accepted([file("a.xlsx", await schoolReturn(primaryAnswers)), file("b.csv", new Uint8Array(gb))]);
  expect(read.dataset.schools[0]).toMatchObject({ township: "城关镇", locality: "town" });
});
