import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { leverBase, schoolCode, share } from "../schema-parts";
import { rezoneScopes } from "./form";

/** 调整学区: a share of the entrants, or of all pupils, goes to another school from now on. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("rezone"),
  fromCode: schoolCode,
  toCode: schoolCode,
  stage: stageSchema,
  scope: z.enum(rezoneScopes).describe("entrants: from now on; all_pupils: those of all grades too, once"),
  share,
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["rezone.entrants", "rezone.pupils"] as const;
