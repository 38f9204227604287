import { z } from "zod";
import { programmeBase } from "../schema-parts";

/** 五年360学时培训. */
export const schema = z.strictObject({ ...programmeBase, type: z.literal("train_360") });

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["train_360.school", "train_360.county"] as const;
