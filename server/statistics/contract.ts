import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { z } from "zod";
import { furtherCountyShape, furtherSchoolShape } from "./facts-contract";
import type {
  Acceptance,
  AcceptanceReasons,
  AnswerWords,
  ImportPreview,
  UploadOutcome,
  UploadRejection,
  UploadRequest,
} from "./import-contract";
import type { CellIssue } from "./issue-contract";
import { type Locality, localities, type SchoolType, type Stage, schoolTypes, stages } from "./school-kinds";

export type { CellIssue } from "./issue-contract";
export {
  type Locality,
  localities,
  type SchoolType,
  type Stage,
  schoolTypes,
  stages,
  stagesOfType,
  typesWithSenior,
} from "./school-kinds";

/**
 * The county dataset: one county, one statistics year, all that the seven resource indicators, the
 * coefficient of variation and the projection need. `null` always means "not reported" (missing),
 * never zero.
 */

export const schoolTypeSchema = z.enum(schoolTypes);
export const localitySchema = z.enum(localities);
export const stageSchema = z.enum(stages);

const count = z.number().int().min(0).max(1_000_000).nullable();
const amount = z.number().min(0).max(1e9).nullable();
const primaryGrades = z.tuple([count, count, count, count, count, count]);
const juniorGrades = z.tuple([count, count, count]);

/** 专任教师 of one stage (persons). All attributes are sub-sets of `fullTime`. */
export const teacherGroupSchema = z.strictObject({
  fullTime: count.describe("专任教师总数 full-time teachers, persons"),
  aboveRequiredEducation: count.describe("高于规定学历 above the required education, persons"),
  backbone: count.describe("县级及以上骨干教师 backbone teachers of county level and above, persons"),
  physicalEducation: count.describe("体育专任教师 PE teachers, persons"),
  music: count.describe("音乐专任教师 music teachers, persons"),
  art: count.describe("美术专任教师 fine-art teachers, persons"),
  integratedArts: count.describe("艺术(综合)专任教师 teachers of the integrated arts course, persons"),
});
export type TeacherGroup = z.infer<typeof teacherGroupSchema>;

/** 校舍与装备: one set a school, shared by its stages. */
export const facilitiesSchema = z.strictObject({
  teachingAreaM2: amount.describe("教学及辅助用房面积 teaching and auxiliary area incl. indoor gym, m²"),
  gymAreaM2: amount.describe("室内体育用房(体育馆)面积 indoor sports area, m²"),
  sportsFieldAreaM2: amount.describe("运动场地面积 outdoor sports area, m²"),
  equipmentValueWan: amount.describe("教学仪器设备资产值(账面原值) teaching equipment at original book value, 万元 (10 000 yuan)"),
  multimediaRooms: count.describe("网络多媒体教室 networked multimedia classrooms, rooms"),
  ordinaryClassrooms: count.describe("普通教室 ordinary classrooms, rooms"),
  musicRooms: count.describe("音乐专用教室 music rooms, rooms"),
  artRooms: count.describe("美术专用教室 art rooms, rooms"),
});
export type Facilities = z.infer<typeof facilitiesSchema>;

export const historyYearSchema = z.strictObject({
  year: z.number().int().min(1990).max(2100).describe("统计年 statistics year (September)"),
  primaryByGrade: primaryGrades.nullable().describe("小学各年级在校生 pupils of grades 1–6; null when not taught"),
  juniorByGrade: juniorGrades.nullable().describe("初中各年级在校生 pupils of grades 7–9; null when not taught"),
});
export type HistoryYear = z.infer<typeof historyYearSchema>;

export const schoolSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[0-9A-Za-z]{4,20}$/)
    .describe("学校标识码 school code, unique in the county"),
  name: z.string().trim().min(1).max(100).describe("学校名称"),
  type: schoolTypeSchema.describe("办学类型"),
  ownerCode: z.number().int().min(1).max(10).describe("举办者类型 1–10 (7 县级教育部门, 10 民办)"),
  township: z.string().trim().min(1).max(60).describe("所在乡镇(街道)"),
  locality: localitySchema.describe("城乡类型 urban 城区 / town 镇区 / rural 乡村"),
  builtYear: z.number().int().min(1800).max(2100).nullable().describe("建校年份"),
  countsAsSchool: z.boolean().describe("是否计校数: false for a campus that is counted with its parent school"),
  parentCode: z.string().nullable().describe("所属学校标识码: parent of a campus or teaching point, else null"),
  pupils: z.strictObject({
    primaryByGrade: primaryGrades.nullable().describe("小学各年级在校生 grades 1–6, persons; null when the school has no primary stage"),
    juniorByGrade: juniorGrades.nullable().describe("初中各年级在校生 grades 7–9, persons; null when the school has no junior stage"),
    senior: count.describe("普通高中在校生 senior pupils, persons (they share resources); null when none are taught"),
  }),
  classes: z.strictObject({
    primaryByGrade: primaryGrades.nullable().describe("小学各年级班数 classes of grades 1–6"),
    juniorByGrade: juniorGrades.nullable().describe("初中各年级班数 classes of grades 7–9"),
  }),
  teachers: z.strictObject({
    primary: teacherGroupSchema.nullable().describe("小学专任教师; null when the school has no primary stage"),
    junior: teacherGroupSchema.nullable().describe("初中专任教师; null when the school has no junior stage"),
  }),
  facilities: facilitiesSchema,
  history: z.array(historyYearSchema).max(10).describe("往年在校生, earlier statistics years, oldest first"),
  ...furtherSchoolShape,
});
export type School = z.infer<typeof schoolSchema>;

/** Pupils of a stage: the sum of its grades, or the total of a return that gives none. Null when neither is whole. */
export const pupilsOfStage = ({ pupils, totals }: Pick<School, "pupils" | "totals">, stage: Stage): number | null => {
  const total = stage === "primary" ? totals.pupilsPrimary : totals.pupilsJunior;
  return gradesOrTotal(stage === "primary" ? pupils.primaryByGrade : pupils.juniorByGrade, total);
};

/** Classes of a stage, as `pupilsOfStage`. */
export const classesOfStage = ({ classes, totals }: Pick<School, "classes" | "totals">, stage: Stage): number | null => {
  const total = stage === "primary" ? totals.classesPrimary : totals.classesJunior;
  return gradesOrTotal(stage === "primary" ? classes.primaryByGrade : classes.juniorByGrade, total);
};

const gradesOrTotal = (grades: readonly (number | null)[] | null, reported: number | null): number | null => {
  if (grades === null || grades.every((cell) => cell === null)) return reported;
  let sum = 0;
  for (const cell of grades) {
    if (cell === null) return null;
    sum += cell;
  }
  return sum;
};

export const countySchema = z.strictObject({
  code: z
    .string()
    .regex(/^\d{6}$/)
    .describe("行政区划代码 six digits"),
  name: z.string().trim().min(1).max(60).describe("县(市、区)名称"),
  statisticsYear: z.number().int().min(1990).max(2100).describe("统计年 Y of school year Y/Y+1"),
  fiscalYear: z.number().int().min(1990).max(2100).describe("财年 fiscal year of money figures"),
  births: z
    .array(z.strictObject({ year: z.number().int().min(1980).max(2100), births: z.number().int().min(0) }))
    .max(40)
    .describe("县域出生人口 births of the county by calendar year, persons; may be empty"),
  ...furtherCountyShape,
});

export const countyDatasetSchema = z.strictObject({
  format: z.literal("hengce.county-dataset/1"),
  county: countySchema,
  schools: z.array(schoolSchema).max(5000),
});
export type CountyDataset = z.infer<typeof countyDatasetSchema>;

/**
 * Cells that a school came from. From our workbook: sheet key → 1-based row; columns follow from the
 * layout; `sheet@column` → column number where a file had moved one. From official forms: `=path` →
 * the cell as text (`一校.xlsx 学校填报数据!E11`).
 */
export type SchoolSource = Readonly<Record<string, number | string>>;

/** Head of one stored dataset version. */
export interface DatasetHead {
  readonly id: string;
  readonly statisticsYear: number;
  readonly fiscalYear: number;
  readonly version: number;
  readonly contentHash: string;
  readonly schoolCount: number;
  readonly sourceFileName: string;
  /** Brought by a file, or typed into the grid of returns on top of the version before. */
  readonly origin: "import" | "hand";
  readonly importedBy: string;
  readonly importedAt: string;
}

/** One row of the school grid (学校库). Pupils are null when a grade is missing. */
export interface SchoolGridRow {
  readonly code: string;
  readonly name: string;
  readonly type: SchoolType;
  readonly township: string;
  readonly locality: Locality;
  readonly ownerCode: number;
  readonly primaryPupils: number | null;
  readonly juniorPupils: number | null;
  readonly seniorPupils: number | null;
  readonly classes: number | null;
  readonly teachers: number | null;
}

export const schoolGridSorts = [
  "code",
  "name",
  "type",
  "township",
  "locality",
  "primaryPupils",
  "juniorPupils",
  "classes",
  "teachers",
] as const;
export const schoolGridQuerySchema = z.object({
  search: z.string().trim().max(60).catch("").default(""),
  type: schoolTypeSchema.nullable().catch(null).default(null),
  township: z.string().max(60).nullable().catch(null).default(null),
  locality: localitySchema.nullable().catch(null).default(null),
  sort: z.enum(schoolGridSorts).catch("code").default("code"),
  direction: z.enum(["asc", "desc"]).catch("asc").default("asc"),
  offset: z.coerce.number().int().min(0).max(100_000).catch(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).catch(100).default(100),
});
export type SchoolGridQuery = z.infer<typeof schoolGridQuerySchema>;

export interface SchoolGridPage {
  readonly total: number;
  readonly rows: readonly SchoolGridRow[];
  readonly townships: readonly string[];
}

/** Data (数据): template, import with preview, versions, school grid. Every call authorises its actor itself. */
export interface StatisticsService {
  /** Empty county workbook (.xlsx) for the actor's county, heading texts with units, drop-downs, 填表说明. */
  template(actor: Actor, statisticsYear: number): Promise<Result<WorkbookFile, AppError>>;
  /** Reads uploaded files; stages them for a commit only when no hard check fails. Complaints by cell can be fetched as `answer` for a day. */
  upload(actor: Actor, request: UploadRequest): Promise<Result<UploadOutcome, AppError>>;
  preview(actor: Actor, uploadId: string): Promise<Result<ImportPreview, AppError>>;
  /** What is wrong with an upload of which nothing was stored; kept for a day. */
  rejection(actor: Actor, answerId: string): Promise<Result<UploadRejection, AppError>>;
  /** The files of an upload as they were sent, with an error column, red cells and comments. `say` words a complaint in the reader's language. */
  answer(actor: Actor, answerId: string, say: (issue: CellIssue) => string, words: AnswerWords): Promise<Result<WorkbookFile, AppError>>;
  /** Makes the staged upload the newest version of its year, all or nothing; equal content changes nothing. Every soft check needs a reason, here or from the version before. */
  commit(
    actor: Actor,
    uploadId: string,
    reasons?: AcceptanceReasons,
  ): Promise<Result<{ readonly dataset: DatasetHead; readonly unchanged: boolean }, AppError>>;
  discard(actor: Actor, uploadId: string): Promise<Result<null, AppError>>;
  /** Soft checks that were accepted for a version, by kind. */
  acceptances(
    actor: Actor,
    datasetId: string,
  ): Promise<Result<{ readonly dataset: DatasetHead; readonly accepted: readonly Acceptance[] }, AppError>>;
  /** All stored versions, newest year and version first. */
  datasets(actor: Actor): Promise<Result<readonly DatasetHead[], AppError>>;
  /** Newest version of a year (newest year when null); null when the county has none. */
  current(actor: Actor, statisticsYear: number | null): Promise<Result<DatasetHead | null, AppError>>;
  /** The dataset as a filled county workbook: importing it again changes nothing. */
  exportWorkbook(actor: Actor, datasetId: string): Promise<Result<WorkbookFile, AppError>>;
  grid(actor: Actor, datasetId: string, query: SchoolGridQuery): Promise<Result<SchoolGridPage, AppError>>;
  school(
    actor: Actor,
    datasetId: string,
    code: string,
  ): Promise<
    Result<{ readonly dataset: DatasetHead; readonly school: School; readonly cells: Readonly<Record<string, string>> }, AppError>
  >;
}

export interface WorkbookFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
