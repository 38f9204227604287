import { amount, type CellKind, type ColumnLayout, codeColumn, column, nameColumn, persons, type RowsOf, year } from "./columns";

/** Sheets that every workbook has: identity, pupils, classes, teachers, buildings, past years. */

export const maxSchools = 5000;
/** Earlier statistics years asked for in 历年在校生. */
export const historyYears = 3;
const maxHistoryYears = 10;

export interface SheetOutline {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ColumnLayout[];
  /** Most rows that the import reads. */
  readonly maxRows: number;
  readonly rows: RowsOf;
}

const primaryNames = ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"];
const juniorNames = ["七年级", "八年级", "九年级"];
const grades = (unit: string): readonly ColumnLayout[] => [
  ...primaryNames.map((name, index) => column(`primaryByGrade.${index}`, `小学${name}`, unit, 11, persons)),
  ...juniorNames.map((name, index) => column(`juniorByGrade.${index}`, `初中${name}`, unit, 11, persons)),
];
const sumOf = (key: string, heading: string, unit: string, from: string, to: string): ColumnLayout =>
  column(key, heading, unit, 11, { kind: "total", from, to } satisfies CellKind);
const primaryTotal = (unit: string): ColumnLayout => sumOf("primaryTotal", "小学合计", unit, "primaryByGrade.0", "primaryByGrade.5");
const juniorTotal = (unit: string): ColumnLayout => sumOf("juniorTotal", "初中合计", unit, "juniorByGrade.0", "juniorByGrade.2");

export const coreSheets = {
  county: {
    name: "县区",
    title: "县（市、区）基本信息。第 3 行填一次县区代码、名称、统计年和财年；出生人口一年一行",
    maxRows: 60,
    rows: { kind: "county" },
    columns: [
      column("code", "县区代码", null, 12, { kind: "code" }),
      column("name", "县区名称", null, 22, { kind: "text", max: 60 }),
      column("statisticsYear", "统计年", null, 10, year(1990)),
      column("fiscalYear", "财年", null, 10, year(1990)),
      column("birthYear", "出生年份", null, 12, year(1980)),
      column("births", "出生人口", "人", 16, { kind: "whole", min: 0, max: 10_000_000 }),
    ],
  },
  schools: {
    name: "学校",
    title: "学校基本信息。一校一行；教学点和不计校数的校区各占一行",
    maxRows: maxSchools,
    rows: { kind: "school", base: "" },
    columns: [
      codeColumn,
      column("name", "学校名称", null, 30, { kind: "text", max: 100 }),
      column("type", "办学类型", null, 18, { kind: "choice", list: "schoolType" }),
      column("ownerCode", "举办者类型", null, 18, { kind: "choice", list: "owner" }),
      column("township", "所在乡镇(街道)", null, 18, { kind: "text", max: 60 }),
      column("locality", "城乡类型", null, 11, { kind: "choice", list: "locality" }),
      column("builtYear", "建校年份", null, 11, year(1800)),
      column("countsAsSchool", "是否计校数", null, 12, { kind: "choice", list: "yesNo" }),
      column("parentCode", "所属学校标识码", null, 17, { kind: "code" }),
    ],
  },
  pupils: {
    name: "学生",
    title: "在校生数，统计年 9 月 1 日时点。一校一行",
    maxRows: maxSchools,
    rows: { kind: "school", base: "pupils" },
    columns: [
      codeColumn,
      nameColumn,
      ...grades("人"),
      column("senior", "普通高中", "人", 11, persons),
      primaryTotal("人"),
      juniorTotal("人"),
    ],
  },
  classes: {
    name: "班级",
    title: "教学班数，统计年 9 月 1 日时点。一校一行",
    maxRows: maxSchools,
    rows: { kind: "school", base: "classes" },
    columns: [codeColumn, nameColumn, ...grades("个"), primaryTotal("个"), juniorTotal("个")],
  },
  teachers: {
    name: "教师",
    title: "专任教师。一校一学段一行，一贯制学校和完全中学分小学、初中填写；各项均为专任教师总数的其中数",
    maxRows: maxSchools * 2,
    rows: { kind: "schoolBy", base: "teachers", by: "stage" },
    columns: [
      codeColumn,
      nameColumn,
      column("stage", "学段", null, 9, { kind: "choice", list: "stage" }),
      column("fullTime", "专任教师总数", "人", 14, persons),
      column("aboveRequiredEducation", "高于规定学历教师", "人", 17, persons),
      column("backbone", "县级及以上骨干教师", "人", 18, persons),
      column("physicalEducation", "体育专任教师", "人", 14, persons),
      column("music", "音乐专任教师", "人", 14, persons),
      column("art", "美术专任教师", "人", 14, persons),
      column("integratedArts", "艺术(综合)专任教师", "人", 19, persons),
      column("artsAndSports", "体育艺术教师合计", "人", 17, { kind: "total", from: "physicalEducation", to: "integratedArts" }),
    ],
  },
  facilities: {
    name: "校舍设备",
    title: "校舍、场地、设备和专用教室。一校一行，全校填一次，不分学段",
    maxRows: maxSchools,
    rows: { kind: "school", base: "facilities" },
    columns: [
      codeColumn,
      nameColumn,
      column("teachingAreaM2", "教学及辅助用房面积", "㎡", 20, amount),
      column("gymAreaM2", "其中室内体育用房面积", "㎡", 21, amount),
      column("sportsFieldAreaM2", "运动场地面积", "㎡", 16, amount),
      column("equipmentValueWan", "教学仪器设备值", "万元", 18, amount),
      column("multimediaRooms", "网络多媒体教室", "间", 17, persons),
      column("ordinaryClassrooms", "普通教室", "间", 12, persons),
      column("musicRooms", "音乐专用教室", "间", 14, persons),
      column("artRooms", "美术专用教室", "间", 14, persons),
    ],
  },
  history: {
    name: "历年在校生",
    title: `往年在校生数，填统计年之前 ${historyYears} 年。一校一年一行`,
    maxRows: maxSchools * maxHistoryYears,
    rows: { kind: "schoolList", base: "history" },
    columns: [
      codeColumn,
      nameColumn,
      column("year", "统计年", null, 10, year(1990)),
      ...grades("人"),
      primaryTotal("人"),
      juniorTotal("人"),
    ],
  },
} as const satisfies Readonly<Record<string, SheetOutline>>;
