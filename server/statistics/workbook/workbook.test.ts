import { smallCounty } from "@db/seeds/small-county";
import { contentHash } from "@server/platform/hash";
import { sentenceOf } from "@test/support/sentences";
import { editedWorkbook, sheetOf } from "@test/support/workbooks";
import type ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { canonicalDataset } from "../canonical";
import type { CellIssue, CountyDataset } from "../contract";
import { unreportedSchool } from "../facts-contract";
import { cellAddress } from "./layout";
import { parseCountyWorkbook } from "./read";
import { writeCountyWorkbook } from "./write";

const county = canonicalDataset(smallCounty());

const complaints = async (edit: (workbook: ExcelJS.Workbook) => void): Promise<readonly CellIssue[]> => {
  const parsed = await parseCountyWorkbook(await editedWorkbook(county, edit));
  if (parsed.ok) throw new Error("the workbook was accepted");
  for (const issue of parsed.error) expect(sentenceOf(issue)).not.toContain("{{");
  return parsed.error;
};

const accepted = async (edit: (workbook: ExcelJS.Workbook) => void) => {
  const parsed = await parseCountyWorkbook(await editedWorkbook(county, edit));
  if (!parsed.ok) throw new Error(parsed.error.map(sentenceOf).join("\n"));
  for (const issue of parsed.value.warnings) expect(sentenceOf(issue)).not.toContain("{{");
  return parsed.value;
};

const errorsOnly = (issues: readonly CellIssue[]) => issues.filter(({ severity }) => severity === "error");

describe("a round trip through the workbook", () => {
  test("gives the same data", async () => {
    const parsed = await parseCountyWorkbook(await writeCountyWorkbook(county));
    expect(parsed.ok && contentHash(parsed.value.dataset)).toBe(contentHash(county));
  });

  test("keeps what is missing missing and what is zero zero", async () => {
    const holes: CountyDataset = {
      ...county,
      county: { ...county.county, births: [] },
      schools: county.schools.map((school, index) => ({
        ...school,
        builtYear: null,
        history: index % 2 === 0 ? [] : school.history,
        facilities: { ...school.facilities, gymAreaM2: 0, equipmentValueWan: 0.1 + 0.2, musicRooms: null, artRooms: 0 },
        // Rooms by area would contradict no rooms at all.
        specialRooms: unreportedSchool().specialRooms,
      })),
    };
    const parsed = await parseCountyWorkbook(await writeCountyWorkbook(holes));
    expect(parsed.ok && parsed.value.dataset).toEqual(canonicalDataset(holes));
  });

  test("knows the cell of every figure", async () => {
    const { dataset, sources } = await accepted(() => {});
    const workbookBytes = await writeCountyWorkbook(dataset);
    expect(workbookBytes.length).toBeGreaterThan(1000);
    await accepted((workbook) => {
      for (const school of dataset.schools) {
        const source = sources[school.code] ?? {};
        const value = (path: string): unknown => {
          const [sheet = "", cell = ""] = (cellAddress(source, path) ?? "").split("!");
          return sheetOf(workbook, sheet).getCell(cell).value;
        };
        expect(value("name")).toBe(school.name);
        expect(value("facilities.teachingAreaM2")).toBe(school.facilities.teachingAreaM2);
        if (school.teachers.junior) expect(value("teachers.junior.backbone")).toBe(school.teachers.junior.backbone);
        for (const [index, past] of school.history.entries()) expect(value(`history.${index}.year`)).toBe(past.year);
      }
    });
  });
});

describe("the empty template", () => {
  test("holds the county's head and asks for schools", async () => {
    const parsed = await parseCountyWorkbook(
      await writeCountyWorkbook({ code: "910121", name: "甲一县", statisticsYear: 2026, fiscalYear: 2025 }),
    );
    expect(!parsed.ok && errorsOnly(parsed.error).map(({ message }) => message)).toEqual(["checks.noSchools"]);
  });

  test("has drop-downs, number rules in Chinese, frozen headings and units", async () => {
    await editedWorkbook(county, (workbook) => {
      const schools = sheetOf(workbook, "学校");
      expect(schools.getCell("C3").dataValidation).toMatchObject({ type: "list", error: expect.stringContaining("下拉列表") });
      expect(sheetOf(workbook, "校舍设备").getCell("F2").value).toBe("教学仪器设备值(万元)");
      expect(sheetOf(workbook, "校舍设备").getCell("C3").dataValidation).toMatchObject({
        type: "decimal",
        error: expect.stringContaining("不小于 0"),
      });
      expect(schools.views[0]).toMatchObject({ state: "frozen", ySplit: 2 });
      expect(workbook.worksheets[0]?.name).toBe("填表说明");
    });
  });
});

describe("what people do to workbooks", () => {
  test("columns in another order, headings with spaces and full-width brackets are understood", async () => {
    const { dataset, sources } = await accepted((workbook) => {
      const sheet = sheetOf(workbook, "校舍设备");
      sheet.eachRow((row, number) => {
        if (number < 2) return;
        const [area, equipment] = [row.getCell(3).value, row.getCell(6).value];
        row.getCell(3).value = equipment;
        row.getCell(6).value = area;
      });
      sheet.getCell("C2").value = " 教学 仪器设备值（万元） ";
      sheet.getCell("F2").value = "教学及辅助用房面积";
    });
    expect(dataset).toEqual(county);
    const code = county.schools[0]?.code ?? "";
    expect(cellAddress(sources[code] ?? {}, "facilities.equipmentValueWan")).toMatch(/^校舍设备!C\d+$/u);
  });

  test("a heading in another unit is refused, not converted in silence", async () => {
    const issues = await complaints((workbook) => {
      sheetOf(workbook, "校舍设备").getCell("F2").value = "教学仪器设备值(元)";
    });
    expect(errorsOnly(issues)).toMatchObject([{ message: "checks.headingUnit", sheet: "校舍设备", row: 2 }]);
  });

  test("a missing column and a missing sheet are named", async () => {
    const issues = await complaints((workbook) => {
      sheetOf(workbook, "教师").getCell("F2").value = "备注";
      workbook.removeWorksheet(sheetOf(workbook, "班级").id);
    });
    expect(issues.map(sentenceOf)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("《教师》表缺少“县级及以上骨干教师(人)”"),
        expect.stringContaining("没有《班级》表"),
      ]),
    );
  });

  test("hidden rows are read, total rows are skipped with a warning", async () => {
    const { dataset, warnings } = await accepted((workbook) => {
      const sheet = sheetOf(workbook, "学生");
      sheet.getRow(4).hidden = true;
      const row = county.schools.length + 3;
      sheet.getCell(`A${row}`).value = "合 计";
      sheet.getCell(`C${row}`).value = 99999;
    });
    expect(dataset).toEqual(county);
    expect(warnings).toMatchObject([{ message: "checks.totalRowSkipped", sheet: "学生", row: county.schools.length + 3 }]);
  });

  test("formulas count by their result, rich text by its words", async () => {
    const first = county.schools[0];
    const { dataset } = await accepted((workbook) => {
      sheetOf(workbook, "校舍设备").getCell("G3").value = { formula: "1+1", result: first?.facilities.multimediaRooms ?? 0 };
      sheetOf(workbook, "学校").getCell("B3").value = {
        richText: [{ text: first?.name.slice(0, 2) ?? "" }, { text: first?.name.slice(2) ?? "" }],
      };
    });
    expect(dataset).toEqual(county);
  });

  test("a wrong cell is named with sheet, row, cell and column", async () => {
    const issues = await complaints((workbook) => {
      sheetOf(workbook, "教师").getCell("D5").value = "约 30 人";
      sheetOf(workbook, "校舍设备").getCell("C3").value = { error: "#REF!" };
      sheetOf(workbook, "学生").getCell("C4").value = new Date(Date.UTC(2026, 8, 1));
      sheetOf(workbook, "学生").getCell("C4").style = { numFmt: "yyyy-mm-dd" };
      sheetOf(workbook, "班级").getCell("D4").value = -2;
    });
    expect(errorsOnly(issues)).toMatchObject([
      { message: "checks.dateInCell", sheet: "学生", row: 4, cell: "C4" },
      { message: "checks.negative", sheet: "班级", row: 4, cell: "D4" },
      { message: "checks.notNumber", sheet: "教师", row: 5, cell: "D5" },
      { message: "checks.cellError", sheet: "校舍设备", row: 3, cell: "C3" },
    ]);
    expect(sentenceOf(issues.find(({ cell }) => cell === "D5") ?? { message: "" })).toBe(
      "《教师》表 D5：“专任教师总数(人)”应填数字，现为“约 30 人”。请改为数字；未统计的留空。",
    );
  });

  test("unknown, repeated and unregistered schools are told apart", async () => {
    const issues = await complaints((workbook) => {
      const [second, third] = [county.schools[1]?.code ?? "", county.schools[2]?.code ?? ""];
      sheetOf(workbook, "学校").getCell("A3").value = second;
      sheetOf(workbook, "校舍设备").getCell("A6").value = "NOSUCH01";
      sheetOf(workbook, "班级").getCell("A3").value = third;
    });
    expect(errorsOnly(issues).map(({ message, cell }) => `${message} ${cell}`)).toEqual(
      expect.arrayContaining(["checks.duplicateCode A4", "checks.unknownSchool A6", "checks.duplicateRow A5"]),
    );
  });

  test("a header named __proto__ is one more unknown column", async () => {
    const { dataset, warnings } = await accepted((workbook) => {
      sheetOf(workbook, "学校").getCell("M2").value = "__proto__";
      sheetOf(workbook, "学校").getCell("M3").value = "polluted";
    });
    expect(dataset).toEqual(county);
    expect(warnings).toMatchObject([{ message: "checks.unknownColumn", params: { heading: "__proto__" } }]);
    expect(Object.getOwnPropertyDescriptor(Object.prototype, "polluted")).toBeUndefined();
  });

  test("a second county in one workbook is refused", async () => {
    const issues = await complaints((workbook) => {
      sheetOf(workbook, "县区").getCell("A4").value = "110101";
    });
    expect(errorsOnly(issues)).toMatchObject([{ message: "checks.secondCounty", cell: "A4" }]);
  });
});
