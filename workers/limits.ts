import type { ChildLimits } from "./child-protocol";

/** A ten-year run of a large county takes under a second and 200 MB; ten times both is an accident. */
export const defaultLimits: ChildLimits = { memoryMb: 1024, wallMs: 120_000 };
