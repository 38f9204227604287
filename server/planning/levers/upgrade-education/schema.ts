import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { programmeBase } from "../schema-parts";

/** 在职学历提升: moves teachers above the required education. */
export const schema = z.strictObject({ ...programmeBase, type: z.literal("upgrade_education"), stage: stageSchema });

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["upgrade_education.school", "upgrade_education.county"] as const;
