import { type DeclarationItem, declarationItems } from "../facts-contract";
import { type CellKind, column, type ItemLayout, wideAmount, wideCount, year, yesNo } from "./columns";
import type { SheetOutline } from "./layout-schools";

/** Sheets of the county that a workbook may leave out: what they would say counts as not reported. */

const item = (path: string, label: string, unit: string | null, cell: CellKind): ItemLayout => ({ path, label, unit, cell });
const persons = (key: string, label: string): ItemLayout => item(`facts.${key}`, label, "人", wideCount);
const money = (key: string, label: string, unit: string): ItemLayout => item(`facts.${key}`, label, unit, wideAmount);

const factItems: readonly ItemLayout[] = [
  money("publicFundsPrimaryYuan", "规定的小学生均公用经费标准", "元"),
  money("publicFundsJuniorYuan", "规定的初中生均公用经费标准", "元"),
  money("specialFundsYuan", "特殊教育公用经费总额", "元"),
  persons("specialPupils", "特殊教育学生"),
  money("teacherPayWan", "义务教育教师年平均工资收入(不含民办)", "万元"),
  money("civilServantPayWan", "当地公务员年平均工资收入", "万元"),
  persons("rotationEligible", "符合交流条件的教师"),
  persons("rotated", "上一年度实际交流轮岗教师"),
  persons("rotatedBackbone", "其中交流轮岗的骨干教师"),
  item("facts.seniorPlaces", "优质高中招生计划", "个", wideCount),
  item("facts.quotaPlaces", "其中分配到初中的指标", "个", wideCount),
  item("facts.quotaRural", "指标中分配到农村初中的", "个", wideCount),
  persons("migrantEligible", "符合条件的随迁子女"),
  persons("migrantPublic", "其中在公办学校就读的"),
  persons("migrantPurchased", "其中在政府购买服务的民办学校就读的"),
  persons("disabledChildren", "适龄残疾儿童少年"),
  persons("disabledEnrolled", "其中已入学的"),
  persons("disabledInSpecialSchools", "已入学的残疾儿童少年中在特殊教育学校的"),
  item("facts.basicRecognitionYear", "通过国家义务教育基本均衡认定的年份", null, year(1990)),
  money("populationWan", "常住人口", "万人"),
  money("ruralPopulationWan", "其中农业人口", "万人"),
  item("facts.townships", "乡镇数", "个", wideCount),
  item("facts.villages", "行政村数", "个", wideCount),
  money("gdpPerHeadYuan", "年人均国内生产总值", "元"),
  money("revenuePerHeadYuan", "年人均地方财政收入", "元"),
  money("ruralIncomeYuan", "农民年人均纯收入", "元"),
  money("urbanIncomeYuan", "城镇居民年人均可支配收入", "元"),
  item("basicScore.government", "基本均衡县级政府工作得分", "分", { kind: "amount", max: 100 }),
  item("basicScore.satisfaction", "基本均衡公众满意度", null, { kind: "share", max: 1 }),
];

const reported = (key: string, label: string, unit: string): ItemLayout => item(`reported.${key}`, label, unit, wideCount);
const standards = [
  ["R1", "每百名学生拥有高于规定学历教师数", "人"],
  ["R2", "每百名学生拥有县级以上骨干教师数", "人"],
  ["R3", "每百名学生拥有体育、艺术专任教师数", "人"],
  ["R4", "生均教学及辅助用房面积", "㎡"],
  ["R5", "生均体育运动场馆面积", "㎡"],
  ["R6", "生均教学仪器设备值", "元"],
  ["R7", "每百名学生拥有网络多媒体教室数", "间"],
] as const;
const reportedItems: readonly ItemLayout[] = [
  reported("schoolsTotal", "义务教育学校(含教学点)总数", "所"),
  reported("schoolsPrimary", "小学", "所"),
  reported("schoolsNineYear", "九年一贯制学校", "所"),
  reported("schoolsJunior", "初级中学", "所"),
  reported("schoolsCompleteSecondary", "完全中学", "所"),
  reported("schoolsTwelveYear", "十二年一贯制学校", "所"),
  reported("schoolsSpecial", "特殊教育学校", "所"),
  reported("teachingPoints", "教学点", "个"),
  reported("teachingPointsFrom50", "其中50人及以上教学点", "个"),
  reported("classesPrimary", "小学教学班", "个"),
  reported("classesPrimaryOver45", "超过45人的小学班级", "个"),
  item("reported.classesPrimaryOver45Share", "超过45人的小学班级占比", null, { kind: "share", max: 1 }),
  reported("classesJunior", "初中教学班", "个"),
  reported("classesJuniorOver50", "超过50人的初中班级", "个"),
  item("reported.classesJuniorOver50Share", "超过50人的初中班级占比", null, { kind: "share", max: 1 }),
  reported("pupilsTotal", "义务教育在校生", "人"),
  reported("pupilsPrimary", "小学在校生", "人"),
  reported("pupilsJunior", "初中在校生", "人"),
  reported("staffTotal", "义务教育教职工", "人"),
  reported("staffPrimary", "小学教职工", "人"),
  reported("staffJunior", "初中教职工", "人"),
  reported("teachersPrimary", "小学专任教师", "人"),
  reported("teachersJunior", "初中专任教师", "人"),
  ...standards.flatMap(([id, label, unit]) => [
    item(`reported.standards.${id}.primary`, `目标表标准：${label}（小学）`, unit, { kind: "amount", max: 1e6 }),
    item(`reported.standards.${id}.junior`, `目标表标准：${label}（初中）`, unit, { kind: "amount", max: 1e6 }),
  ]),
];

const declarationTexts: Readonly<Record<DeclarationItem, string>> = {
  "G1.layout": "学校规划布局合理，符合国家规定要求",
  "G2.construction": "城乡学校建设标准统一",
  "G2.staffing": "城乡教师编制标准统一",
  "G2.publicFunds": "城乡生均公用经费基准定额统一",
  "G2.equipment": "城乡基本装备配置标准统一",
  "G8.performancePay": "教师绩效工资总量按规定足额核定",
  "G10.posts": "县级教育部门在编制和岗位总量内统筹分配",
  "G14.ruralTilt": "优质高中指标向农村初中倾斜",
  "G15.leftBehindCare": "留守儿童关爱体系健全",
  "Q5.informationTechnology": "教师能熟练运用信息化手段，设施设备利用率较高",
  "Q7.curriculum": "课程开齐开足，教学秩序规范，综合实践活动有效开展",
  "Q8.homework": "无过重课业负担",
  "E.monitoring": "基本均衡认定后年度监测持续保持较高水平",
  "E.problemsSolved": "基本均衡认定时指出的问题已解决",
};
const vetoTexts: Readonly<Record<string, string>> = {
  V1: "以考试方式招生",
  V2: "违规择校",
  V3: "重点学校或重点班",
  V4: "有编不补或长期使用编外聘用教师",
  V5: "重大安全责任事故或严重违纪违规事件",
  V6: "弄虚作假",
  V7: "治理校外培训机构和减轻课外负担不力",
};

/** The line of a veto item; ids that the layout does not word have their id alone. */
export const vetoItem = (id: string): ItemLayout => item(`vetoes.${id}`, `否决事项${id}：${vetoTexts[id] ?? ""}`, null, yesNo);
const vetoPattern = /^否决事项\s*([A-Z][0-9A-Z-]{0,11})(?:\s*[:：]|\s*$)/u;
/** The item of a line that is not printed in the template: a veto of the county's own rules (`否决事项L1：…`). */
export const furtherVeto = (label: string): ItemLayout | null => {
  const id = vetoPattern.exec(label.normalize("NFKC"))?.[1];
  return id === undefined ? null : vetoItem(id);
};

const statementItems: readonly ItemLayout[] = [
  ...declarationItems.map((id) => item(`declarations.${id}`, `申明${id.slice(0, id.indexOf("."))}：${declarationTexts[id]}`, null, yesNo)),
  ...Object.keys(vetoTexts).map(vetoItem),
];

const itemColumns = [
  column("item", "项目", null, 58, { kind: "text", max: 200 }),
  column("unit", "单位", null, 10, { kind: "printed" }),
  column("value", "填报值", null, 20, { kind: "byItem" }),
];

export const furtherCountySheets = {
  countyFacts: {
    name: "县级填报",
    title: "县级填报数据。经费、工资、交流取上一年度；只填“填报值”一栏",
    maxRows: 200,
    rows: { kind: "items", items: factItems },
    columns: itemColumns,
  },
  statements: {
    name: "申明与否决",
    title: "申明：已做到的填“是”。否决事项：发生过的填“是”，没有发生的填“否”。空格表示未申明",
    maxRows: 200,
    rows: { kind: "items", items: statementItems },
    columns: itemColumns,
  },
  monitoring: {
    name: "质量监测",
    title: "国家义务教育质量监测结果。一学科一行",
    maxRows: 20,
    rows: { kind: "countyList", base: "monitoring", by: "subject" },
    columns: [
      column("subject", "监测学科", null, 14, { kind: "choice", list: "subject" }),
      column("level", "达到等级", null, 12, { kind: "choice", list: "level" }),
      column("differenceRate", "校际差异率", null, 14, { kind: "share", max: 10 }),
    ],
  },
  survey: {
    name: "社会认可度",
    title: "社会认可度调查。“全部”含家长；“其中家长”单列一行",
    maxRows: 10,
    rows: { kind: "countyBy", base: "survey", by: "group" },
    columns: [
      column("group", "调查对象", null, 14, { kind: "choice", list: "surveyGroup" }),
      column("sent", "问卷总数", "份", 14, wideCount),
      column("valid", "有效问卷", "份", 14, wideCount),
      column("satisfied", "满意问卷", "份", 14, wideCount),
      column("visited", "走访人数", "人", 14, wideCount),
      column("visitedSatisfied", "走访满意人数", "人", 16, wideCount),
    ],
  },
  growth: {
    name: "三个增长",
    title: "基本均衡“三个增长”。一个财年一行，填最近几年",
    maxRows: 20,
    rows: { kind: "countyList", base: "growth", by: "fiscalYear" },
    columns: [
      column("fiscalYear", "财年", null, 10, year(1990)),
      column("appropriationWan", "义务教育财政拨款", "万元", 18, wideAmount),
      column("recurrentRevenueWan", "财政经常性收入", "万元", 18, wideAmount),
      column("expenditurePrimaryYuan", "小学生均教育事业费", "元", 18, wideAmount),
      column("expenditureJuniorYuan", "初中生均教育事业费", "元", 18, wideAmount),
      column("publicFundsPrimaryYuan", "小学生均公用经费", "元", 18, wideAmount),
      column("publicFundsJuniorYuan", "初中生均公用经费", "元", 18, wideAmount),
      column("teacherPayPrimaryWan", "小学教师人均年工资", "万元", 18, wideAmount),
      column("teacherPayJuniorWan", "初中教师人均年工资", "万元", 18, wideAmount),
    ],
  },
  reported: {
    name: "自报数",
    title: "申报表和工作方案中自报的合计数、占比和标准值。只用于核对，不参与评定；不填不影响评定",
    maxRows: 200,
    rows: { kind: "items", items: reportedItems },
    columns: itemColumns,
  },
} as const satisfies Readonly<Record<string, SheetOutline>>;
