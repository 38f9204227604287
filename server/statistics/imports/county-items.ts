import type { CountyDataset } from "../contract";
import { type FieldKind, type ItemField, matcher } from "./item-fields";
import { countyWording } from "./words";

/** What the official county return and the fields of later forms ask of a county, by dotted path in the county. */

type County = CountyDataset["county"];
type Path<Group extends keyof County & string> = `${Group}.${keyof County[Group] & string}`;

const count: FieldKind = { kind: "whole", min: 0, max: 10_000_000 };
const wan: FieldKind = { kind: "amount", max: 1e12, unit: "wan" };
const yuan: FieldKind = { kind: "amount", max: 1e12, unit: "yuan" };
const wanPersons: FieldKind = { kind: "amount", max: 1e12, unit: "wanPersons" };
const yesNo: FieldKind = { kind: "yesNo" };

const item = (field: string, kind: FieldKind, ...texts: readonly string[]): ItemField => ({ field, kind, staged: false, texts });
const fact = (field: Path<"facts">, kind: FieldKind, ...texts: readonly string[]): ItemField => item(field, kind, ...texts);
const veto = (id: string, ...texts: readonly string[]): ItemField => item(`vetoes.${id}`, yesNo, ...texts);

const subjects = {
  chinese: "语文",
  mathematics: "数学",
  science: "科学",
  physicalEducation: "体育",
  arts: "艺术",
  moralEducation: "德育",
} as const;

const fields: readonly ItemField[] = [
  item("name", { kind: "text", max: 60 }, "区县名称", "县区名称", "县(市、区)名称"),
  item("code", { kind: "code" }, "区县代码", "县区代码", "行政区划代码"),
  item("year", { kind: "year" }, "填报年度", "填报年份", "统计年度", "统计年"),
  fact("facts.publicFundsPrimaryYuan", yuan, "规定的小学生均公用经费标准", "小学生均公用经费基准定额"),
  fact("facts.publicFundsJuniorYuan", yuan, "规定的初中生均公用经费标准", "初中生均公用经费基准定额"),
  fact("facts.specialFundsYuan", yuan, "特殊教育学校经费总额", "特殊教育公用经费总额", "上年度特殊教育学生生均公用经费拨付总金额"),
  fact("facts.specialPupils", count, "特殊教育学校学生人数", "特殊教育学生"),
  fact(
    "facts.teacherPayWan",
    wan,
    "上年度义务教育学校教师年平均工资收入水平(不含民办学校)",
    "义务教育教师年平均工资收入(不含民办)",
    "义务教育学校教师年平均工资收入",
  ),
  fact("facts.civilServantPayWan", wan, "当地公务员年平均工资收入", "上年度公务员年平均工资收入水平"),
  fact("facts.rotationEligible", count, "符合交流条件教师总数", "符合交流轮岗条件教师总数", "符合交流条件的教师"),
  fact("facts.rotated", count, "实际交流轮岗教师数", "上一年度实际交流轮岗教师"),
  fact("facts.rotatedBackbone", count, "实际交流骨干教师数量", "其中交流轮岗的骨干教师"),
  fact("facts.seniorPlaces", count, "优质高中招生计划总人数", "优质高中招生计划"),
  fact("facts.quotaPlaces", count, "优质高中招生分配指标数", "其中分配到初中的指标"),
  fact("facts.quotaRural", count, "向农村学校分配指标数", "优质高中招生向农村学校分配指标数"),
  fact("facts.migrantEligible", count, "符合条件的随迁子女总人数", "符合条件的随迁子女"),
  fact("facts.migrantPublic", count, "在县域内公办学校就读的随迁子女人数"),
  fact("facts.migrantPurchased", count, "在政府购买服务的民办学校就读随迁子女人数", "在政府购买服务的县域内民办学校就读的随迁子女人数"),
  fact("facts.disabledChildren", count, "适龄残疾儿童少年总数", "适龄残疾儿童少年人口总数"),
  fact("facts.disabledEnrolled", count, "适龄残疾儿童少年入学总人数"),
  fact("facts.populationWan", wanPersons, "人口总数", "常住人口"),
  fact("facts.ruralPopulationWan", wanPersons, "农业人口数"),
  fact("facts.townships", count, "乡镇数"),
  fact("facts.villages", count, "行政村数"),
  fact("facts.gdpPerHeadYuan", yuan, "年人均国内生产总值"),
  fact("facts.revenuePerHeadYuan", yuan, "年人均地方财政收入"),
  fact("facts.ruralIncomeYuan", yuan, "农民年人均纯收入"),
  fact("facts.urbanIncomeYuan", yuan, "城镇居民可年人均可支配收入", "城镇居民年人均可支配收入"),
  item("reported.schoolsPrimary", count, "普通小学"),
  item("reported.schoolsJunior", count, "独立初中"),
  item("reported.schoolsNineYear", count, "九年一贯制学校"),
  item("reported.schoolsTwelveYear", count, "十二年一贯制学校"),
  item("reported.schoolsCompleteSecondary", count, "完全中学"),
  item("reported.schoolsSpecial", count, "特殊教育学校"),
  item("reported.teachingPoints", count, "小学教学点数"),
  item("reported.teachingPointsFrom50", count, "50人及以上小学教学点数"),
  item("reported.classesPrimary", count, "小学教学班数"),
  item("reported.classesJunior", count, "初中教学班数"),
  item("reported.pupilsPrimary", count, "小学在校学生数"),
  item("reported.pupilsJunior", count, "初中在校学生数"),
  item("reported.staffPrimary", count, "小学教职工数"),
  item("reported.staffJunior", count, "初中教职工数"),
  item("reported.teachersPrimary", count, "小学专任教师数"),
  item("reported.teachersJunior", count, "初中专任教师数"),
  ...Object.entries(subjects).flatMap(([key, name]) => [
    item(`monitoring.${key}.level`, { kind: "level" }, `国家义务教育质量监测${name}学业水平`, `${name}学业水平`),
    item(`monitoring.${key}.differenceRate`, { kind: "share", max: 10 }, `${name}校际差异率`),
  ]),
  veto("V1", "存在以考试方式招生"),
  veto("V2", "存在违规择校行为"),
  veto("V3", "存在重点学校或重点班"),
  veto("V4", "存在“有编不补”或长期聘用编外教师的情况"),
  veto("V5", "存在重大安全责任事故和严重违纪违规事件"),
  veto("V6", "有弄虚作假行为"),
  veto("V5+V6", "教育系统存在重大安全责任事故和严重违纪违规事件;有弄虚作假行为"),
  veto("V7", "规范治理校外培训机构及减轻中小学课外负担不力"),
];

const knownOnly = ["区县规划通过时间", "小学就近划片入学比例", "初中就近划片入学比例", "社会认可度达到85％以上", "序号"];

const match = matcher(fields, (text) => countyWording(text).text);
const ignored = new Set(knownOnly.map((text) => countyWording(text).text));

export interface CountyItem {
  readonly field: string;
  readonly kind: FieldKind;
  readonly unit: string;
}

/** What an item of a county form asks; null when it is nothing known, `ignored` when nothing is done with it. */
export const countyItem = (heading: string): CountyItem | "ignored" | null => {
  const { text, unit } = countyWording(heading);
  const found = match(text);
  if (found !== null) return { field: found.field, kind: found.kind, unit };
  return ignored.has(text) ? "ignored" : null;
};
