import type { RunReceipt } from "@server/jobs/contract";
import type { AnsweredScenario } from "@server/planning/contract";
import { planningDefaults } from "@server/planning/defaults";
import { resultWorkbook } from "@server/planning/result-workbook";
import { scenarioSchools } from "@server/planning/schools";
import { build, county, hire, run, scenario, school } from "@test/cases/planning/county";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { registerLanguage, translatorFor } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { resultSheets } from "./result-sheets";

const dataset = county([school({ code: "1001", primary: [20, 20, 20, 20, 20, 20] }), school({ code: "2001", junior: [30, 30, 30] })]);
const document = scenario({
  horizonYears: 3,
  levers: [build({ schoolCode: "1001", fundingSource: "省级专项", responsibleUnit: "发改局" }), hire({})],
});
const projection = run(dataset, document);
const receipt = { ruleSet: projection.ruleSet, resultHash: "9f3a", datasetHash: "77c1", scenarioHash: "1b2c" } as unknown as RunReceipt;
const answered = {
  name: "=交财政局",
  dataset: { statisticsYear: 2026, version: 1 },
  schools: scenarioSchools(dataset, document.levers),
  document,
  defaults: planningDefaults(dataset),
  answer: { run: { id: "r", finishedAt: null }, projection, receipt, upToDate: true },
} as unknown as AnsweredScenario;

registerLanguage("zh-CN", zhCN);
const bookOf = async (one: AnsweredScenario): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await resultWorkbook(resultSheets(translatorFor("zh-CN").t, one))).slice().buffer);
  return book;
};
const column = (book: ExcelJS.Workbook, sheet: string, head: string): readonly ExcelJS.CellValue[] => {
  const found = book.getWorksheet(sheet);
  const heads = (found?.getRow(3).values ?? []) as readonly ExcelJS.CellValue[];
  return ((found?.getColumn(heads.indexOf(head)).values ?? []) as readonly ExcelJS.CellValue[]).slice(4);
};
const sum = (cells: readonly ExcelJS.CellValue[]): number => cells.reduce<number>((total, cell) => total + Number(cell), 0);

describe("the workbook of an answer", () => {
  it("has the money of the answer, by year and by measure, with who pays and who is responsible", async () => {
    const book = await bookOf(answered);
    expect(book.worksheets.map(({ name }) => name)).toEqual(["逐年结论", "措施清单", "逐年指标", "各校结论", "预测假设", "运行回执"]);
    const total = projection.cost.reduce((all, { totalWan }) => all + totalWan, 0);
    expect(total).toBeGreaterThan(0);
    expect(sum(column(book, "逐年结论", "合计"))).toBeCloseTo(total, 9);
    expect(sum(column(book, "措施清单", "合计"))).toBeCloseTo(total, 9);
    expect(sum(projection.years.flatMap((year) => column(book, "措施清单", String(year))))).toBeCloseTo(total, 9);
    expect(column(book, "措施清单", "资金来源")).toContain("省级专项");
    expect(column(book, "措施清单", "责任单位")).toContain("发改局");
  });

  it("tells every indicator of both stages and every school by year, and nothing where nothing is known", async () => {
    const book = await bookOf(answered);
    expect(column(book, "逐年指标", "2026")).toHaveLength(42);
    expect(column(book, "逐年指标", "2026")[0]).toBe(projection.trial[0]?.stages.primary.cv.R1 ?? undefined);
    expect(column(book, "各校结论", "学校代码")).toEqual(["1001", "2001"]);
  });

  it("names what it rests on, takes no name for a formula, and says when the trial has changed since", async () => {
    const book = await bookOf(answered);
    expect(column(book, "运行回执", "内容")).toEqual(expect.arrayContaining(["'=交财政局", "9f3a", "77c1"]));
    const changed = await bookOf({ ...answered, answer: { ...answered.answer, upToDate: false } });
    expect(String(changed.worksheets[0]?.getCell("A2").value)).toContain("修改前的结果");
    expect(String(book.worksheets[0]?.getCell("A2").value)).not.toContain("修改前的结果");
  });
});
