import { type Locality, localities, type SchoolType, type Stage, schoolTypes, stages } from "../contract";
import { gradeLevels, lineageEvents, monitoredSubjects } from "../facts-contract";

/** One choice of a drop-down: the value stored, the text in the cell, other texts that the import accepts. */
export interface CodeItem {
  readonly value: string;
  readonly label: string;
  readonly also: readonly string[];
}

export interface CodeList {
  readonly heading: string;
  /** What the dataset holds for a choice; text unless said. */
  readonly stores?: "boolean" | "number";
  readonly items: readonly CodeItem[];
}

const schoolTypeTexts: Readonly<Record<SchoolType, readonly [string, ...string[]]>> = {
  primary: ["小学", "完全小学"],
  teaching_point: ["小学教学点", "教学点"],
  junior: ["初级中学", "初中"],
  nine_year: ["九年一贯制学校", "九年一贯制", "九年制学校"],
  complete_secondary: ["完全中学"],
  twelve_year: ["十二年一贯制学校", "十二年一贯制", "十二年制学校"],
  senior: ["高级中学", "高中", "普通高中"],
  special: ["特殊教育学校", "特教学校"],
  vocational: ["职业学校", "中等职业学校", "职业高中"],
};

const localityTexts: Readonly<Record<Locality, readonly [string, ...string[]]>> = {
  urban: ["城区"],
  town: ["镇区"],
  rural: ["乡村"],
};

const stageTexts: Readonly<Record<Stage, readonly [string, ...string[]]>> = {
  primary: ["小学", "小学部"],
  junior: ["初中", "初中部"],
};

/** 举办者类型: codes 1–10 of the declaration form, table Ⅱ-2. */
const owners = [
  "中央教育部门",
  "中央其他部门",
  "省级教育部门",
  "省级其他部门",
  "地级教育部门",
  "地级其他部门",
  "县级教育部门",
  "县级其他部门",
  "地方企业",
  "民办",
] as const;

const gradeTexts: Readonly<Record<(typeof gradeLevels)[number], readonly [string, ...string[]]>> = {
  excellent: ["优秀"],
  good: ["良好"],
  fair: ["合格", "一般"],
  poor: ["不合格", "较差"],
};

const lineageTexts: Readonly<Record<(typeof lineageEvents)[number], readonly [string, ...string[]]>> = {
  renamed: ["更名或换码", "更名", "换码"],
  merged: ["合并"],
  split: ["拆分"],
  retyped: ["变更类型"],
  became_campus: ["改为校区"],
};

const subjectTexts: Readonly<Record<(typeof monitoredSubjects)[number], readonly [string, ...string[]]>> = {
  chinese: ["语文"],
  mathematics: ["数学"],
  science: ["科学"],
  physicalEducation: ["体育", "体育与健康"],
  arts: ["艺术"],
  moralEducation: ["德育"],
};

/** 质量监测 levels Ⅰ–Ⅳ. */
const levelTexts = [
  ["Ⅰ", "1", "Ⅰ级"],
  ["Ⅱ", "2", "Ⅱ级"],
  ["Ⅲ", "3", "Ⅲ级"],
  ["Ⅳ", "4", "Ⅳ级"],
] as const;

const item = (value: string, [label, ...also]: readonly [string, ...string[]]): CodeItem => ({ value, label, also });

/** Code lists of the workbook: they fill the drop-downs and the sheet 代码, and the import reads by them. */
export const codeLists = {
  schoolType: { heading: "办学类型", items: schoolTypes.map((type) => item(type, schoolTypeTexts[type])) },
  owner: {
    heading: "举办者类型",
    stores: "number",
    items: owners.map((owner, index) => item(String(index + 1), [`${index + 1} ${owner}`, String(index + 1), owner])),
  },
  locality: { heading: "城乡类型", items: localities.map((locality) => item(locality, localityTexts[locality])) },
  yesNo: { heading: "是否", stores: "boolean", items: [item("yes", ["是"]), item("no", ["否"])] },
  stage: { heading: "学段", items: stages.map((stage) => item(stage, stageTexts[stage])) },
  sizeStage: {
    heading: "班额学段",
    items: [...stages.map((stage) => item(stage, stageTexts[stage])), item("unsplit", ["不分学段", "全校"])],
  },
  grade: { heading: "等次", items: gradeLevels.map((grade) => item(grade, gradeTexts[grade])) },
  lineageEvent: { heading: "沿革事项", items: lineageEvents.map((event) => item(event, lineageTexts[event])) },
  subject: { heading: "监测学科", items: monitoredSubjects.map((subject) => item(subject, subjectTexts[subject])) },
  level: { heading: "监测等级", stores: "number", items: levelTexts.map((texts, index) => item(String(index + 1), texts)) },
  surveyGroup: { heading: "调查对象", items: [item("all", ["全部", "总体"]), item("parents", ["其中家长", "家长"])] },
} satisfies Readonly<Record<string, CodeList>>;
export type CodeListKey = keyof typeof codeLists;

/** Keys in the order of the columns of the sheet 代码. */
export const codeListKeys: readonly CodeListKey[] = [
  "schoolType",
  "owner",
  "locality",
  "yesNo",
  "stage",
  "sizeStage",
  "grade",
  "lineageEvent",
  "subject",
  "level",
  "surveyGroup",
];

/** Text without spaces and with half-width signs: how headings, sheet names and choices are compared. */
export const foldText = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

const valuesByText = new Map(
  codeListKeys.map((key) => {
    const list: CodeList = codeLists[key];
    return [key, new Map(list.items.flatMap(({ value, label, also }) => [label, ...also].map((text) => [foldText(text), value])))];
  }),
);
const labelsByValue = new Map(
  codeListKeys.map((key) => {
    const list: CodeList = codeLists[key];
    return [key, new Map(list.items.map(({ value, label }) => [value, label]))];
  }),
);

/** The stored value of a cell text, or undefined when the text is not on the list. */
export const codeOf = (list: CodeListKey, text: string): string | undefined => valuesByText.get(list)?.get(foldText(text));

/** The cell text of a stored value. */
export const labelOf = (list: CodeListKey, value: string): string => labelsByValue.get(list)?.get(value) ?? value;

/** What the dataset holds for a stored choice: "yes" → true, "7" → 7. */
export const storedOf = (list: CodeListKey, value: string): string | number | boolean => {
  const { stores }: CodeList = codeLists[list];
  if (stores === "boolean") return value === "yes";
  return stores === "number" ? Number(value) : value;
};
