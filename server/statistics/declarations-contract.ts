import { z } from "zod";
import { declarationItems, monitoredSubjects } from "./fact-kinds";

export const declarationItemSchema = z.enum(declarationItems);
export type DeclarationItem = z.infer<typeof declarationItemSchema>;

/** 国家义务教育质量监测 results by subject. */
export const monitoringResultSchema = z.strictObject({
  subject: z.enum(monitoredSubjects),
  level: z.number().int().min(1).max(4).nullable().describe("学业水平等级 level reached, 1 (Ⅰ) to 4 (Ⅳ)"),
  differenceRate: z.number().min(0).max(10).nullable().describe("校际差异率 difference between schools, share (0.15 = 15 %)"),
});
