import { resourceIndicatorSchema, resourceIndicators } from "@server/compliance/contract";
import { itemIdSchema, itemIds } from "@server/compliance/items-contract";
import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { year } from "./levers/schema-parts";

/** The 32 rows of the official table, in its order: 7 resource indicators, 15 of assurance, 9 of quality, 1 of recognition. */
export const targetRows = [...resourceIndicators, ...itemIds] as const;
export const targetRowSchema = z.union([resourceIndicatorSchema, itemIdSchema]);
export type TargetRow = z.infer<typeof targetRowSchema>;

const stage = stageSchema.nullable().describe("null: both stages");

/**
 * What one row shall reach in one year. Kinds may change from year to year: a text at first, then a share of
 * schools, then 达标. A target may lie below the standard: it is a promise, not a rule.
 */
export const targetSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("met") }).describe("达标: the standard itself"),
  z.strictObject({ kind: z.literal("text"), text: z.string().trim().min(1).max(60) }).describe("in words; not judged"),
  z
    .strictObject({ kind: z.literal("share"), share: z.number().min(0).max(1), stage })
    .describe("达标校比例: share of the schools (of R1–R7: of the sections) that meet the row"),
  z
    .strictObject({ kind: z.literal("value"), value: z.number().min(0).max(1_000_000), stage })
    .describe("at least this: the county mean of R1–R7, the share of an item as a fraction of 1"),
  z
    .strictObject({ kind: z.literal("step_down"), most: z.number().int().min(20).max(100) })
    .describe("消除 n 人以上的班: no class has more pupils than this"),
]);
export type Target = z.infer<typeof targetSchema>;

/** 年度目标: what somebody wrote; rows and years that are not in it follow the projection. */
export const targetsDocumentSchema = z
  .strictObject({
    format: z.literal("hengce.targets/1"),
    fromYear: year,
    toYear: year,
    rows: z.partialRecord(targetRowSchema, z.record(z.string().regex(/^\d{4}$/), targetSchema)),
  })
  .refine(({ fromYear, toYear }) => fromYear <= toYear && toYear - fromYear < 15);
export type TargetsDocument = z.infer<typeof targetsDocumentSchema>;
