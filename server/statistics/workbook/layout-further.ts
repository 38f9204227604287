import { classSizeBands } from "../facts-contract";
import { codeColumn, column, nameColumn, wideAmount, wideCount, year, yesNo } from "./columns";
import { maxSchools, type SheetOutline } from "./layout-schools";

/** Sheets of the schools that a workbook may leave out: what they would say counts as not reported. */

const bandText = ({ from, to }: (typeof classSizeBands)[number]): string => {
  if (to === null) return `${from}人及以上`;
  return from === 1 ? `${to}人及以下` : `${from}–${to}人`;
};

const room = (key: string, heading: string) => column(`specialRooms.${key}`, heading, "间", 20, wideCount);
const staff = (key: string, heading: string, width = 18) => column(`staff.${key}`, heading, "人", width, wideCount);
const unsplit = (key: string, heading: string) => column(`unsplitTeachers.${key}`, `不分学段${heading}`, "人", 20, wideCount);

export const furtherSchoolSheets = {
  classSizes: {
    name: "班额",
    title: "各班额段的班数。一校一学段一行；报表不分学段的一贯制学校，学段选“不分学段”，填一行",
    maxRows: maxSchools * 3,
    rows: { kind: "schoolBy", base: "classSizes", by: "stage" },
    columns: [
      codeColumn,
      nameColumn,
      column("stage", "学段", null, 11, { kind: "choice", list: "sizeStage" }),
      ...classSizeBands.map((band, index) => column(String(index), bandText(band), "个", 13, wideCount)),
      column("all", "班数合计", "个", 11, { kind: "total", from: "0", to: "9" }),
    ],
  },
  rooms: {
    name: "专用教室与场地",
    title: "音乐、美术专用教室按单间面积分段，各段不重复；改造和租赁的运动场地仅用于人口密度过高的中心城区学校",
    maxRows: maxSchools,
    rows: { kind: "school", base: "" },
    columns: [
      codeColumn,
      nameColumn,
      room("music96", "音乐教室96㎡及以上"),
      room("music73", "音乐教室73㎡至不足96㎡"),
      room("music61", "音乐教室61㎡至不足73㎡"),
      room("music54", "音乐教室54㎡至不足61㎡"),
      room("art90", "美术教室90㎡及以上"),
      room("art67", "美术教室67㎡至不足90㎡"),
      room("art61", "美术教室61㎡至不足67㎡"),
      room("art54", "美术教室54㎡至不足61㎡"),
      column("reliefSports.convertedAreaM2", "校内改造的其他运动场地面积", "㎡", 24, wideAmount),
      column("reliefSports.leasedAreaM2", "就近租赁的校外体育场馆面积", "㎡", 24, wideAmount),
    ],
  },
  conditions: {
    name: "条件与生源",
    title: "放宽条款所需的条件，随迁子女，家庭住址在划片范围内的学生。一校一行",
    maxRows: maxSchools,
    rows: { kind: "school", base: "" },
    columns: [
      codeColumn,
      nameColumn,
      column("conditions.builtBy2010", "2010年及之前规划并建成", null, 18, yesNo),
      column("conditions.builtBy2016", "2016年及之前规划并建成", null, 18, yesNo),
      column("conditions.denseCentre", "人口密度过高的中心城区学校", null, 20, yesNo),
      column("conditions.everyClassUnder30", "最大班额低于30人", null, 16, yesNo),
      column("conditions.boarding", "寄宿制学校", null, 12, yesNo),
      column("enrolment.migrantWorkerChildren", "进城务工人员随迁子女", "人", 20, wideCount),
      column("enrolment.inZonePrimary", "划片范围内的小学生", "人", 18, wideCount),
      column("enrolment.inZoneJunior", "划片范围内的初中生", "人", 18, wideCount),
      column("enrolment.entrantsPrimary", "小学一年级新生", "人", 16, wideCount),
      column("enrolment.entrantsInZonePrimary", "其中划片范围内的小学新生", "人", 18, wideCount),
      column("enrolment.entrantsJunior", "初中一年级新生", "人", 16, wideCount),
      column("enrolment.entrantsInZoneJunior", "其中划片范围内的初中新生", "人", 18, wideCount),
      column("enrolment.kindergarten", "附设幼儿班在园幼儿", "人", 16, wideCount),
    ],
  },
  staff: {
    name: "教职工",
    title: "教职工，资格和培训，兼职走教教师。“不分学段”各栏仅由报表不能分学段的一贯制学校填写",
    maxRows: maxSchools,
    rows: { kind: "school", base: "" },
    columns: [
      codeColumn,
      nameColumn,
      staff("total", "教职工总数", 12),
      staff("primaryTotal", "小学教职工", 12),
      staff("juniorTotal", "初中教职工", 12),
      staff("certified", "持教师资格证的专任教师"),
      staff("trained360", "近5年培训满360学时的专任教师", 22),
      staff("underFiveYears", "任教不满5年的专任教师"),
      staff("posts", "核定教职工编制", 14),
      staff("postsFilled", "在编教职工", 12),
      staff("outsidePosts", "编外聘用教师", 14),
      staff("visitingPhysicalEducation", "体育兼职走教教师"),
      staff("visitingMusic", "音乐兼职走教教师"),
      staff("visitingArt", "美术兼职走教教师"),
      staff("visitingIntegratedArts", "艺术(综合)兼职走教教师"),
      unsplit("fullTime", "专任教师总数"),
      unsplit("backbone", "县级及以上骨干教师"),
      unsplit("physicalEducation", "体育专任教师"),
      unsplit("music", "音乐专任教师"),
      unsplit("art", "美术专任教师"),
      unsplit("integratedArts", "艺术(综合)专任教师"),
    ],
  },
  money: {
    name: "经费",
    title: "上一年度（财年）经费。一校一行，单位万元",
    maxRows: maxSchools,
    rows: { kind: "school", base: "money" },
    columns: [
      codeColumn,
      nameColumn,
      column("publicFundsBudgetWan", "公用经费预算总额", "万元", 18, wideAmount),
      column("publicFundsActualWan", "公用经费决算总额", "万元", 18, wideAmount),
      column("trainingBudgetWan", "教师培训经费预算总额", "万元", 20, wideAmount),
      column("trainingActualWan", "教师培训经费决算总额", "万元", 20, wideAmount),
    ],
  },
  quality: {
    name: "学校自评",
    title: "学校自评结论。一校一行",
    maxRows: maxSchools,
    rows: { kind: "school", base: "quality" },
    columns: [
      codeColumn,
      nameColumn,
      column("charter", "制定学校章程", null, 14, yesNo),
      column("informatised", "管理与教学信息化", null, 18, yesNo),
      column("moralEducation", "德育工作与校园文化建设水平", null, 22, { kind: "choice", list: "grade" }),
    ],
  },
  retention: {
    name: "巩固率",
    title: "初中三年巩固率所需数据，本届毕业年级。设初中的学校一校一行",
    maxRows: maxSchools,
    rows: { kind: "school", base: "retention" },
    columns: [
      codeColumn,
      nameColumn,
      column("graduates", "毕业学生", "人", 12, wideCount),
      column("entrants", "初一时在校学生", "人", 16, wideCount),
      column("transferredIn", "三年转入", "人", 12, wideCount),
      column("transferredOut", "三年转出", "人", 12, wideCount),
      column("died", "三年死亡", "人", 12, wideCount),
    ],
  },
  basic: {
    name: "基本均衡",
    title: "基本均衡另用的数据。一校一行；职称教师分学段填写",
    maxRows: maxSchools,
    rows: { kind: "school", base: "basic" },
    columns: [
      codeColumn,
      nameColumn,
      column("computers", "计算机", "台", 12, wideCount),
      column("books", "图书", "册", 12, wideCount),
      column("midTitlePrimary", "小学中级及以上职称教师", "人", 20, wideCount),
      column("midTitleJunior", "初中中级及以上职称教师", "人", 20, wideCount),
    ],
  },
  totals: {
    name: "未分年级合计",
    title: "仅由没有分年级数据的学校填写；《学生》《班级》已分年级填写的留空",
    maxRows: maxSchools,
    rows: { kind: "school", base: "totals" },
    columns: [
      codeColumn,
      nameColumn,
      column("pupilsPrimary", "小学在校生合计", "人", 16, wideCount),
      column("pupilsJunior", "初中在校生合计", "人", 16, wideCount),
      column("classesPrimary", "小学教学班合计", "个", 16, wideCount),
      column("classesJunior", "初中教学班合计", "个", 16, wideCount),
      column("classesUnsplit", "全校教学班合计(不分学段)", "个", 20, wideCount),
    ],
  },
  lineage: {
    name: "沿革",
    title: "换码、更名、合并、拆分、变更类型、改为校区。一事一行；由几所学校合并的，每所原学校一行",
    maxRows: maxSchools * 5,
    rows: { kind: "schoolList", base: "lineage" },
    columns: [
      codeColumn,
      nameColumn,
      column("year", "发生年份", null, 12, year(1990)),
      column("event", "事项", null, 16, { kind: "choice", list: "lineageEvent" }),
      column("fromCode", "原学校标识码", null, 18, { kind: "code" }),
    ],
  },
} as const satisfies Readonly<Record<string, SheetOutline>>;
