import { foldText } from "../workbook/code-lists";
import { type FieldKind, type ItemField, matcher } from "./item-fields";
import { numbersIn, type ReturnStage, schoolWording } from "./words";

/**
 * What the official school returns and the exports of the education statistics ask of a school. A
 * field is a dotted dataset path, or a name of its own where the dataset holds something derived.
 */

const count: FieldKind = { kind: "whole", min: 0, max: 1_000_000 };
const area: FieldKind = { kind: "amount", max: 1e9, unit: "m2" };
const wan: FieldKind = { kind: "amount", max: 1e9, unit: "wan" };
const yesNo: FieldKind = { kind: "yesNo" };

const one = (field: string, kind: FieldKind, ...texts: readonly string[]): ItemField => ({ field, kind, staged: false, texts });
const staged = (field: string, kind: FieldKind, ...texts: readonly string[]): ItemField => ({ field, kind, staged: true, texts });

const identity: readonly ItemField[] = [
  one("name", { kind: "text", max: 100 }, "学校名称", "学校全称", "校名"),
  one("code", { kind: "code" }, "学校标识码", "学校代码", "学校编码", "机构标识码", "标识码"),
  one("type", { kind: "schoolType" }, "学校类型", "办学类型", "学校办学类型", "办学类型代码"),
  one("ownerCode", { kind: "owner" }, "举办者类型", "举办者", "举办者代码", "学校举办者"),
  one("township", { kind: "text", max: 60 }, "所在乡镇(街道)", "所在乡镇", "乡镇(街道)", "乡镇街道", "所属乡镇", "统计四级"),
  one("locality", { kind: "locality" }, "城乡类型", "城乡类型代码", "城乡分类", "城乡分类代码", "所在地城乡类型"),
  one("builtYear", { kind: "year" }, "建校时间", "建校年份", "建校年月"),
  one("countsAsSchool", yesNo, "是否计校数", "计校数"),
  one("parentCode", { kind: "code" }, "所属学校标识码", "主校标识码", "所属学校代码"),
  one("stage", { kind: "stage" }, "学段"),
];

const conditions: readonly ItemField[] = [
  one("conditions.builtBy2010", yesNo, "是否2010年及之前规划并建成", "2010年及之前规划并建成"),
  one("conditions.builtBy2016", yesNo, "是否2016年及之前规划并建成", "2016年及之前规划并建成"),
  one("conditions.denseCentre", yesNo, "是否人口密度过高的大城市中心城区学校", "人口密度过高的中心城区学校"),
  one("conditions.everyClassUnder30", yesNo, "是否最大班额低于30人的农村小规模学校", "最大班额低于30人"),
  one("conditions.boarding", yesNo, "是否寄宿制学校", "寄宿制学校"),
  one("smallRural", yesNo, "是否50人及以上但不足100人的乡村小规模学校和教学点"),
];

const pupils: readonly ItemField[] = [
  staged("pupils", count, "学生人数", "在校生数", "学生人数(在校人数)", "在校学生人数"),
  one("enrolment.migrantWorkerChildren", count, "进城务工人员随迁子女在校生人数", "进城务工人员随迁子女"),
  staged("inZone", count, "家庭住址在划片范围内的在校学生人数", "家庭住址(在)划片范围内的在校学生人数"),
  staged("classes", count, "班级总数", "教学班数", "班数", "班级数", "教学班级数"),
];

const teachers: readonly ItemField[] = [
  staged("fullTime", count, "专任教师总人数", "专任教师数", "专任教师"),
  staged("college", count, "专科学历教师人数", "专任教师专科", "专任教师学历专科", "专任教师专科毕业", "专科毕业"),
  staged("bachelor", count, "本科学历教师人数", "专任教师本科", "专任教师学历本科", "专任教师本科毕业", "本科毕业"),
  staged("master", count, "硕士学历教师人数", "硕士研究生毕业学历教师人数", "专任教师硕士", "专任教师学历硕士"),
  staged("doctor", count, "博士学历教师人数", "博士研究生毕业学历教师人数", "专任教师博士", "专任教师学历博士"),
  staged("graduate", count, "研究生学历教师人数", "专任教师研究生", "专任教师学历研究生", "专任教师研究生毕业", "研究生毕业"),
  staged("aboveRequiredEducation", count, "高于规定学历教师数", "高于规定学历专任教师数", "高于规定学历教师"),
  staged("backbone", count, "县级及以上骨干教师数", "县级以上骨干教师数", "骨干教师数"),
  staged("physicalEducation", count, "体育专任教师人数", "专任教师体育", "专任教师体育与健康", "体育与健康专任教师数"),
  staged("music", count, "音乐专任教师人数", "专任教师音乐"),
  staged("art", count, "美术专任教师人数", "专任教师美术"),
  staged("integratedArts", count, "艺术专任教师人数", "专任教师艺术", "艺术(综合)专任教师"),
  staged("staff", count, "教职工总人数", "教职工数"),
  staged("fullSenior", count, "正高级专任教师人数"),
  staged("deputySenior", count, "副高级专任教师人数"),
  staged("middle", count, "中级专任教师人数"),
  one("staff.certified", count, "持有教师资格证的专任教师人数", "持教师资格证的专任教师"),
  one("staff.trained360", count, "近5年培训满360学时专任教师人数"),
  one("staff.posts", count, "教职工编制总额", "核定教职工编制数"),
  one("staff.postsFilled", count, "在编教职工数"),
  one("staff.outsidePosts", count, "在校(岗)不在编人数", "编外聘用教师数"),
  one("staff.visitingPhysicalEducation", count, "体育交流轮岗/兼职/走教教师人数", "体育兼职走教教师"),
  one("staff.visitingMusic", count, "音乐交流轮岗/兼职/走教教师人数", "音乐兼职走教教师"),
  one("staff.visitingArt", count, "美术交流轮岗/兼职/走教教师人数", "美术兼职走教教师"),
  one("staff.visitingIntegratedArts", count, "艺术交流轮岗/兼职/走教教师人数", "艺术(综合)兼职走教教师"),
];

const facilities: readonly ItemField[] = [
  one("facilities.teachingAreaM2", area, "教学及辅助用房总面积", "教学及辅助用房"),
  one("gymIndoor", area, "室内体育用房面积", "其中室内体育用房面积", "室内体育用房"),
  one("gymHall", area, "学校体育馆面积", "体育馆"),
  one("facilities.sportsFieldAreaM2", area, "校内体育场面积", "运动场地面积", "体育场面积", "运动场面积"),
  one("reliefSports.leasedAreaM2", area, "校外租赁场馆面积", "就近便利到达的校外周边体育场馆面积"),
  one("reliefSports.convertedAreaM2", area, "校内其他体育场面积", "校内其他专用运动场地面积"),
  one("facilities.equipmentValueWan", wan, "教学仪器设备资产值(账面原值)", "教学仪器设备值", "教学仪器设备资产值"),
  one("facilities.multimediaRooms", count, "网络多媒体教室间数", "网络多媒体教室"),
  one("facilities.ordinaryClassrooms", count, "普通教室间数", "普通教室"),
  one("facilities.musicRooms", count, "音乐教室总间数", "音乐专用教室"),
  one("facilities.artRooms", count, "美术教室总间数", "美术专用教室"),
  one("basic.computers", count, "学校计算机总台数", "计算机台数", "计算机"),
  one("basic.books", count, "阅览室拥有的正式出版书籍册数", "图书册数", "图书"),
];

const money: readonly ItemField[] = [
  one("money.publicFundsBudgetWan", wan, "上一年度公用经费预算总额", "公用经费预算总额", "校公用经费总数"),
  one("money.publicFundsActualWan", wan, "上一年度公用经费决算总额", "公用经费决算总额"),
  one("money.trainingBudgetWan", wan, "上一年度教师培训经费预算总额", "教师培训经费预算总额"),
  one("money.trainingActualWan", wan, "上年度教师培训经费决算总额", "教师培训经费决算总额"),
];

const retention: readonly ItemField[] = [
  one("retention.graduates", count, "本届毕业学生人数", "毕业学生人数"),
  one("retention.entrants", count, "毕业年级初一时在校学生数", "毕业年级三年前初一时在校学生人数"),
  one("retention.transferredIn", count, "毕业年级三年转入学生数"),
  one("retention.transferredOut", count, "毕业年级三年转出学生数"),
  one("retention.died", count, "毕业年级三年死亡学生数"),
];

/** Asked by the forms, held by other means or not at all: read past without a word. */
const knownOnly = [
  "校舍建筑面积",
  "理化生实验室教室间数",
  "理化生实验室辅房间数",
  "综合实践活动室(科技教室)套数",
  "随迁子女在校生人数",
  "随班就读在校生人数",
  "送教上门在校生人数",
  "残疾儿童、少年特殊教育班在校生人数",
  "统计三级",
  "序号",
];

const fields = [...identity, ...conditions, ...pupils, ...teachers, ...facilities, ...money, ...retention];
const match = matcher(fields, (heading) => schoolWording(heading).text);
const ignored = new Set(knownOnly.map((text) => schoolWording(text).text));

export interface SchoolItem {
  readonly field: string;
  readonly kind: FieldKind;
  readonly staged: boolean;
  readonly stage: ReturnStage | null;
  /** Unit in the heading, folded; empty when none. */
  readonly unit: string;
}

const bandFrom = [1, 26, 31, 36, 41, 46, 51, 56, 61, 66];

/** 每班26-30人班级个数, 66人以上…, 25人及以下…: position of the size band; null for anything else. */
const bandOf = (folded: string): number | null => {
  if (!folded.includes("班") && !/人(?:及)?(?:以上|以下)|\d[~–—-]\d+人/u.test(folded)) return null;
  const [first, second] = numbersIn(folded);
  if (first === undefined || /年|面积|规模|占比/u.test(folded)) return null;
  if (second === undefined) return first === 25 && folded.includes("下") ? 0 : first === 66 && folded.includes("上") ? 9 : null;
  const band = bandFrom.indexOf(first);
  return band > 0 && band < 9 && second === first + 4 ? band : null;
};

const roomKinds = { 音乐: { key: "music", limits: [96, 73, 61, 54] }, 美术: { key: "art", limits: [90, 67, 61, 54] } } as const;

/** 73㎡≤单间面积＜96㎡的音乐教室间数: the room band by its lower limit. */
const roomOf = (folded: string): string | null => {
  for (const [word, { key, limits }] of Object.entries(roomKinds)) {
    if (!folded.includes(`${word}教室`)) continue;
    const numbers = numbersIn(folded.replace(/m2/gu, ""));
    const from = Math.min(...numbers);
    if (numbers.length > 0 && numbers.length <= 2 && limits.some((limit) => limit === from)) return `specialRooms.${key}${from}`;
  }
  return null;
};

const gradeNames = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
const gradePattern = /(小学|初中)?([一二三四五六七八九])年级/u;

/** 小学三年级, 初中一年级 and 七年级 as a position 0–8; null when no grade is named. */
const gradeOf = (folded: string): number | null => {
  const [, stage, name = ""] = gradePattern.exec(folded) ?? [];
  const position = gradeNames.indexOf(name);
  if (position < 0) return null;
  return stage === "初中" && position < 3 ? position + 6 : position;
};

/** What a heading or an item of a school form asks; null when it is nothing known, `ignored` when nothing is done with it. */
export const schoolItem = (heading: string): SchoolItem | "ignored" | null => {
  const folded = foldText(heading);
  const { stage, unit, text } = schoolWording(heading);
  const grade = gradeOf(folded);
  if (grade !== null && !folded.includes("毕业年级")) {
    const field = /班/u.test(folded) ? `classGrade.${grade}` : `pupilGrade.${grade}`;
    return { field, kind: count, staged: false, stage: null, unit };
  }
  const room = roomOf(folded);
  if (room !== null) return { field: room, kind: count, staged: false, stage: null, unit };
  const exact = match(text);
  if (exact !== null) return { field: exact.field, kind: exact.kind, staged: exact.staged, stage: exact.staged ? stage : null, unit };
  const band = bandOf(folded);
  if (band !== null) return { field: `band.${band}`, kind: count, staged: true, stage, unit };
  return ignored.has(text) ? "ignored" : null;
};
