import { z } from "zod";
import { areaM2, endYear, leverBase, schoolCode } from "../schema-parts";

/** 租赁校外体育场馆: counts only under the relief for dense city centres, and as long as the lease runs. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("lease_venue"),
  schoolCode,
  areaM2: areaM2.min(1),
  annualRentYuanPerM2: z.number().min(0).max(5000),
  endYear,
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["lease_venue.plain"] as const;
