import { z } from "zod";

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
export const declarationItemSchema = z.enum(declarationItems);
export type DeclarationItem = z.infer<typeof declarationItemSchema>;

export const monitoredSubjects = ["chinese", "mathematics", "science", "physicalEducation", "arts", "moralEducation"] as const;
/** 国家义务教育质量监测 results by subject. */
export const monitoringResultSchema = z.strictObject({
  subject: z.enum(monitoredSubjects),
  level: z.number().int().min(1).max(4).nullable().describe("学业水平等级 level reached, 1 (Ⅰ) to 4 (Ⅳ)"),
  differenceRate: z.number().min(0).max(10).nullable().describe("校际差异率 difference between schools, share (0.15 = 15 %)"),
});
