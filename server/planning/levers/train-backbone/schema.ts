import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { programmeBase } from "../schema-parts";

/** 骨干教师培养. */
export const schema = z.strictObject({ ...programmeBase, type: z.literal("train_backbone"), stage: stageSchema });

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["train_backbone.school", "train_backbone.county"] as const;
