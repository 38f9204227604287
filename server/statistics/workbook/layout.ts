import type { SchoolSource, Stage } from "../contract";
import type { CodeListKey } from "./code-lists";

/**
 * The county workbook, declared once: writing, reading, cell addresses and the sheet 填表说明 all
 * follow from this file. Row 1 of a sheet is its title, row 2 its headings, data start in row 3.
 */

export type CellKind =
  | { readonly kind: "text"; readonly max: number }
  | { readonly kind: "code" }
  | { readonly kind: "whole"; readonly min: number; readonly max: number }
  | { readonly kind: "amount" }
  | { readonly kind: "choice"; readonly list: CodeListKey }
  /** Blue: total of the columns from `from` to `to`; the import ignores it. */
  | { readonly kind: "total"; readonly from: string; readonly to: string }
  /** Blue: name of the school, for the reader's eye; the import ignores it. */
  | { readonly kind: "schoolName" };

export interface ColumnLayout {
  /** Dotted path below the sheet's own path (`primaryByGrade.0`, `fullTime`). */
  readonly key: string;
  readonly heading: string;
  readonly unit: string | null;
  readonly width: number;
  readonly cell: CellKind;
}

export type SheetKey = "county" | "schools" | "pupils" | "classes" | "teachers" | "facilities" | "history";

export interface SheetLayout {
  readonly key: SheetKey;
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ColumnLayout[];
  /** Most rows that the import reads. */
  readonly maxRows: number;
}

export const guideSheetName = "填表说明";
export const codeSheetName = "代码";
export const headingRow = 2;
export const firstDataRow = 3;
/** Rows prepared with drop-downs and formulas beyond the data. */
export const spareRows = 150;
export const maxSchools = 5000;
/** Earlier statistics years asked for in 历年在校生. */
export const historyYears = 3;
const maxHistoryYears = 10;

const persons: CellKind = { kind: "whole", min: 0, max: 1_000_000 };
const year = (min: number): CellKind => ({ kind: "whole", min, max: 2100 });
const amount: CellKind = { kind: "amount" };

const column = (key: string, heading: string, unit: string | null, width: number, cell: CellKind): ColumnLayout => ({
  key,
  heading,
  unit,
  width,
  cell,
});

const codeColumn = column("code", "学校标识码", null, 16, { kind: "code" });
const nameColumn = column("name", "学校名称", null, 26, { kind: "schoolName" });

const primaryNames = ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"];
const juniorNames = ["七年级", "八年级", "九年级"];
const grades = (unit: string): readonly ColumnLayout[] => [
  ...primaryNames.map((name, index) => column(`primaryByGrade.${index}`, `小学${name}`, unit, 11, persons)),
  ...juniorNames.map((name, index) => column(`juniorByGrade.${index}`, `初中${name}`, unit, 11, persons)),
];
const primaryTotal = (unit: string): ColumnLayout =>
  column("primaryTotal", "小学合计", unit, 11, { kind: "total", from: "primaryByGrade.0", to: "primaryByGrade.5" });
const juniorTotal = (unit: string): ColumnLayout =>
  column("juniorTotal", "初中合计", unit, 11, { kind: "total", from: "juniorByGrade.0", to: "juniorByGrade.2" });

export const sheets: Readonly<Record<SheetKey, SheetLayout>> = {
  county: {
    key: "county",
    name: "县区",
    title: "县（市、区）基本信息。第 3 行填一次县区代码、名称、统计年和财年；出生人口一年一行",
    maxRows: 60,
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
    key: "schools",
    name: "学校",
    title: "学校基本信息。一校一行；教学点和不计校数的校区各占一行",
    maxRows: maxSchools,
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
    key: "pupils",
    name: "学生",
    title: "在校生数，统计年 9 月 1 日时点。一校一行",
    maxRows: maxSchools,
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
    key: "classes",
    name: "班级",
    title: "教学班数，统计年 9 月 1 日时点。一校一行",
    maxRows: maxSchools,
    columns: [codeColumn, nameColumn, ...grades("个"), primaryTotal("个"), juniorTotal("个")],
  },
  teachers: {
    key: "teachers",
    name: "教师",
    title: "专任教师。一校一学段一行，一贯制学校和完全中学分小学、初中填写；各项均为专任教师总数的其中数",
    maxRows: maxSchools * 2,
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
    key: "facilities",
    name: "校舍设备",
    title: "校舍、场地、设备和专用教室。一校一行，全校填一次，不分学段",
    maxRows: maxSchools,
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
    key: "history",
    name: "历年在校生",
    title: `往年在校生数，填统计年之前 ${historyYears} 年。一校一年一行`,
    maxRows: maxSchools * maxHistoryYears,
    columns: [
      codeColumn,
      nameColumn,
      column("year", "统计年", null, 10, year(1990)),
      ...grades("人"),
      primaryTotal("人"),
      juniorTotal("人"),
    ],
  },
};

export const sheetOrder: readonly SheetKey[] = ["county", "schools", "pupils", "classes", "teachers", "facilities", "history"];

/** Heading as it stands in the workbook: `教学仪器设备值(万元)`. */
export const headingText = ({ heading, unit }: ColumnLayout): string => (unit === null ? heading : `${heading}(${unit})`);

/** True for the columns that a person fills in (white). */
export const isEntry = ({ cell }: ColumnLayout): boolean => cell.kind !== "total" && cell.kind !== "schoolName";

/** 1-based column number of a key in the sheet as we write it. */
export const columnNumber = (sheet: SheetKey, key: string): number => sheets[sheet].columns.findIndex((entry) => entry.key === key) + 1;

/** 1 → A, 27 → AA. */
export const columnLetters = (number: number): string => {
  let rest = number;
  let letters = "";
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
};

/** Keys under which `SchoolSource` holds row numbers. */
export const sourceKeys = {
  schools: "schools",
  pupils: "pupils",
  classes: "classes",
  facilities: "facilities",
  teachers: (stage: Stage): string => `teachers.${stage}`,
  history: (index: number): string => `history.${index}`,
} as const;

/** Source key of a column that stands elsewhere than in our layout. */
export const movedColumnKey = (sheet: SheetKey, key: string): string => `${sheet}@${key}`;

interface Place {
  readonly sheet: SheetKey;
  readonly rowKey: string;
  readonly field: string;
}

const placeOf = (path: string): Place => {
  const [head = "", second = "", ...rest] = path.split(".");
  if (head === "teachers" || head === "history") return { sheet: head, rowKey: `${head}.${second}`, field: rest.join(".") };
  if (head === "pupils" || head === "classes" || head === "facilities") {
    return { sheet: head, rowKey: head, field: [second, ...rest].join(".") };
  }
  return { sheet: "schools", rowKey: "schools", field: path };
};

/** Sheet that a school's figure stands in, by its dotted dataset path. */
export const sheetOfPath = (path: string): SheetKey => placeOf(path).sheet;

/**
 * Cell of a school's figure, `path` as in the dataset: `teachers.primary.backbone` → `教师!F14`. A path
 * to a list of grades answers with the range (`学生!C14:H14`). Null when the figure came from no cell.
 */
export const cellAddress = (source: SchoolSource, path: string): string | null => {
  const { sheet, rowKey, field } = placeOf(path);
  const row = Object.hasOwn(source, rowKey) ? source[rowKey] : undefined;
  if (row === undefined) return null;
  const at = ({ key }: ColumnLayout): string => {
    const moved = movedColumnKey(sheet, key);
    const number = Object.hasOwn(source, moved) ? source[moved] : undefined;
    return `${columnLetters(number ?? columnNumber(sheet, key))}${row}`;
  };
  const columns = sheets[sheet].columns.filter((entry) => isEntry(entry) && (entry.key === field || entry.key.startsWith(`${field}.`)));
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined || field === "") return null;
  return `${sheets[sheet].name}!${first === last ? at(first) : `${at(first)}:${at(last)}`}`;
};
