import { writeCountyWorkbook } from "@server/statistics";
import type { CountyDataset } from "@server/statistics/contract";
import ExcelJS from "exceljs";

/** The county workbook of a dataset after someone has edited it in a spreadsheet program. */
export const editedWorkbook = async (dataset: CountyDataset, edit: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const bytes = await writeCountyWorkbook(dataset);
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  edit(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

/** A sheet that must be there. */
export const sheetOf = (workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};
