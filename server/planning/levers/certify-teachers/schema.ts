import { z } from "zod";
import { programmeBase } from "../schema-parts";

/** 教师资格认定. */
export const schema = z.strictObject({ ...programmeBase, type: z.literal("certify_teachers") });

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["certify_teachers.school", "certify_teachers.county"] as const;
