import { z } from "zod";
import { endYear, leverBase, moneyWan, share } from "../schema-parts";

/** 交流轮岗配额: a share of eligible teachers moves each year from surplus to deficit sections of the same stage. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("rotation_quota"),
  endYear: endYear.describe("last statistics year of the policy"),
  eligibleShare: share.describe("符合交流条件教师占专任教师比例"),
  rotationShare: share.describe("交流轮岗教师占符合条件教师比例 (standard ≥ 10 %)"),
  backboneShare: share.describe("骨干教师占交流轮岗教师比例 (standard ≥ 20 %)"),
  termYears: z.number().int().min(1).max(6).describe("years a rotated teacher stays before returning"),
  annualCostWanPerTeacher: moneyWan.describe("yearly subsidy a rotated teacher, 万元"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["rotation_quota.policy"] as const;
