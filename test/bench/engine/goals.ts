import type { ContenderName } from "./child";
import type { WorkloadName } from "./workload";

/** How many times quicker than a contender the kernel has to be. */
export const goals: Readonly<Record<WorkloadName, Readonly<Partial<Record<ContenderName, number>>>>> = {
  W1: { hyperformula: 700 },
  W3: { "row-objects": 150, polars: 4, postgres: 30, hyperformula: 700 },
  W4: { polars: 4 },
};

/** Longest time of a warm re-evaluation of one county over ten years. */
export const longestW1 = { goal: 0.15, better: 0.05 } as const;
