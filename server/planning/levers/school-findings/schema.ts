import { z } from "zod";
import { leverBase, moneyWan, schoolCode } from "../schema-parts";
import { gradedFindings, ownFindings } from "./form";

/** 学校自评: what a school, or every school, finds of itself from the effect year on (Q3, Q6). */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("school_findings"),
  schoolCode: schoolCode.describe("empty: every school that teaches; one that finds better of itself keeps that"),
  charter: z.enum(ownFindings).describe("制定学校章程; keep: as before"),
  informatised: z.enum(ownFindings).describe("管理与教学信息化; keep: as before"),
  moralEducation: z.enum(gradedFindings).describe("德育工作、校园文化建设水平; keep: as before"),
  annualCostWan: moneyWan.describe("of all schools together"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["school_findings.school", "school_findings.county"] as const;
