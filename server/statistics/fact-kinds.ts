/*
 * Lists behind the further facts. Apart from the schemas, as the kinds of schools are: a page that lists them needs no
 * validation.
 */

/** 班额分段 size bands of the statistics forms, smallest first; the last is open above. */
export const classSizeBands = [
  { from: 1, to: 25 },
  { from: 26, to: 30 },
  { from: 31, to: 35 },
  { from: 36, to: 40 },
  { from: 41, to: 45 },
  { from: 46, to: 50 },
  { from: 51, to: 55 },
  { from: 56, to: 60 },
  { from: 61, to: 65 },
  { from: 66, to: null },
] as const;

/** 学校自评 levels, the best first. */
export const gradeLevels = ["excellent", "good", "fair", "poor"] as const;

/** 学校沿革: what can happen to a school's code. */
export const lineageEvents = ["renamed", "merged", "split", "retyped", "became_campus"] as const;

/** Statements of the county that no figure proves (申明): a named person answers for each. */
export const declarationItems = [
  "G1.layout", // 规划布局
  "G2.construction", // 建设标准统一
  "G2.staffing", // 编制标准统一
  "G2.publicFunds", // 生均公用经费基准定额统一
  "G2.equipment", // 基本装备配置标准统一
  "G8.performancePay", // 绩效工资总量足额核定
  "G10.posts", // 统筹分配编制和岗位
  "G14.ruralTilt", // 指标向农村初中倾斜
  "G15.leftBehindCare", // 留守儿童关爱体系健全
  "Q5.informationTechnology",
  "Q7.curriculum",
  "Q8.homework",
  "E.monitoring", // 基本均衡认定后年度监测持续保持较高水平
  "E.problemsSolved", // 基本均衡认定时的问题已解决
] as const;

/** 国家义务教育质量监测 subjects. */
export const monitoredSubjects = ["chinese", "mathematics", "science", "physicalEducation", "arts", "moralEducation"] as const;

/** 县级填报: the figures of the county itself. */
export const countyFactKeys = [
  "publicFundsPrimaryYuan",
  "publicFundsJuniorYuan",
  "specialFundsYuan",
  "specialPupils",
  "teacherPayWan",
  "civilServantPayWan",
  "rotationEligible",
  "rotated",
  "rotatedBackbone",
  "seniorPlaces",
  "quotaPlaces",
  "quotaRural",
  "migrantEligible",
  "migrantPublic",
  "migrantPurchased",
  "disabledChildren",
  "disabledEnrolled",
  "disabledInSpecialSchools",
  "basicRecognitionYear",
  "populationWan",
  "ruralPopulationWan",
  "townships",
  "villages",
  "gdpPerHeadYuan",
  "revenuePerHeadYuan",
  "ruralIncomeYuan",
  "urbanIncomeYuan",
] as const;
export type CountyFactKey = (typeof countyFactKeys)[number];
