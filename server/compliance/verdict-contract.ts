import { z } from "zod";

/** Three-valued verdict: 达标 / 不达标 / 无法评定. Missing input is never a pass. */
export const verdictSchema = z.enum(["met", "not_met", "not_evaluable"]);
export type Verdict = z.infer<typeof verdictSchema>;
