import { z } from "zod";
import { leverBase, moneyWan, schoolCode, share } from "../schema-parts";

/** 撤并学校(教学点): pupils, staff and movable goods go to the targets, buildings and rooms are lost. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("close_school"),
  schoolCode,
  targets: z
    .array(z.strictObject({ schoolCode, share: share.describe("share of each stage that the target teaches") }))
    .min(1)
    .max(3),
  staffShare: share.describe("share of the teachers who move along; the others leave"),
  goodsShare: share.describe("share of equipment, computers and books that moves along; the rest is lost"),
  costWan: moneyWan.describe("paid once"),
  annualCostWan: moneyWan.describe("school buses, boarding and the like, paid every year"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["close_school.plain"] as const;
