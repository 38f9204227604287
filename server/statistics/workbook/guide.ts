import type ExcelJS from "exceljs";
import { codeListKeys, codeLists } from "./code-lists";
import { type CellKind, headingText, isEntry, sheetOrder, sheets } from "./layout";
import { historyYears } from "./layout-schools";
import { bodyStyle, computedStyle, entryStyle, headingStyle, titleStyle } from "./styles";

interface Subject {
  readonly code: string;
  readonly name: string;
  readonly statisticsYear: number;
  readonly fiscalYear: number;
}

const rules = ({ statisticsYear, fiscalYear }: Subject): readonly (readonly [string, string])[] => [
  ["用途", "本表汇总全县（市、区）义务教育学校的基本数据，用于优质均衡监测的评定和规划。填好后在“数据”页上传。"],
  ["时间", `学校、学生、班级、教师、校舍数据取 ${statisticsYear} 年 9 月 1 日统计；设备值取 ${fiscalYear} 财年账面原值。`],
  ["空格与 0", "空格表示“未统计”，相关指标无法评定；没有的请填 0。空格不会当作 0。"],
  ["颜色", "白色格由填报人填写；蓝色格由公式算出，导入时不读取；灰色是表头，请勿改动文字。"],
  ["数字", "人数、班数、间数填整数；面积单位 ㎡，设备值单位万元，均不带单位文字，不填百分数和日期。"],
  ["学校标识码", "全县唯一，4–20 位数字或字母。各表用它对应学校；每校先在《学校》表登记，再填其他表。"],
  ["学段", "九年一贯制、十二年一贯制学校分小学、初中两行填《教师》；校舍设备全校填一次，由系统按规定拆分。"],
  ["教学点与校区", "教学点、不计校数的校区填“所属学校标识码”；不计校数的校区并入所属学校评定。"],
  ["不填的学校", "高级中学、特殊教育学校、职业学校只登记基本信息，小学、初中各栏留空。"],
  ["历年在校生", `每校填 ${statisticsYear - historyYears}–${statisticsYear - 1} 年，一年一行，用于学生数预测。`],
  ["可不填的表", "从《班额》起的各表可整表不交，视为未统计；已有的列请保留表头。县级各表按“项目”读取，请勿改动项目文字。"],
  ["沿革", "学校换码、合并、拆分后，在《沿革》表写明原学校标识码，历年数据和建校时间随之延续。"],
  ["合计行", "请勿在各表末尾加合计行；导入时会跳过并提示。"],
];

const howToFill = (cell: CellKind): string => {
  switch (cell.kind) {
    case "choice":
      return `从列表选择：${codeLists[cell.list].items.map(({ label }) => label).join("、")}`;
    case "whole":
      return `整数，${cell.min}–${cell.max}`;
    case "amount":
      return "不小于 0 的数，可带小数";
    case "share":
      return "占比，填 15% 或 0.15";
    case "text":
      return `文本，最多 ${cell.max} 字`;
    default:
      return "文本";
  }
};

/** Fills the sheet 填表说明: purpose, rules, legend, every column with its unit, code lists. */
export const writeGuide = (sheet: ExcelJS.Worksheet, subject: Subject): void => {
  sheet.getColumn(1).width = 18;
  sheet.getColumn(2).width = 28;
  sheet.getColumn(3).width = 84;
  let number = 0;
  const line = (texts: readonly string[], style: Partial<ExcelJS.Style>): void => {
    number += 1;
    for (const [index, text] of texts.entries()) {
      const cell = sheet.getCell(number, index + 1);
      cell.value = text;
      cell.style = style;
    }
  };
  line([`${subject.name}(${subject.code})${subject.statisticsYear} 年义务教育学校数据填报表`], titleStyle);
  line(["事项", "", "说明"], headingStyle);
  for (const [topic, text] of rules(subject)) line([topic, "", text], bodyStyle);
  line(["图例", "白色", "填写"], entryStyle({ kind: "text", max: 0 }));
  line(["图例", "蓝色", "由公式算出，不读取"], computedStyle);
  line(["工作表", "栏目", "填法"], headingStyle);
  const explain = (sheet: string, heading: string, unit: string | null, cell: CellKind): void => {
    const how = howToFill(cell);
    line([sheet, heading, unit === null ? how : `${how}；单位：${unit}`], bodyStyle);
  };
  for (const key of sheetOrder) {
    const { name, rows, columns } = sheets[key];
    if (rows.kind === "items") for (const item of rows.items) explain(name, item.label, item.unit, item.cell);
    else for (const column of columns.filter(isEntry)) explain(name, headingText(column), column.unit, column.cell);
  }
  line(["代码表", "名称", "可选值"], headingStyle);
  for (const key of codeListKeys) {
    line(["代码", codeLists[key].heading, codeLists[key].items.map(({ label }) => label).join("、")], bodyStyle);
  }
};
