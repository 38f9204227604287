import { type FlatLimits, type FlatLine, flatResult, judgeGroup } from "@server/compliance/engine/section-rows";
import type { Prepare } from "../contender";
import { cvLimits, floorShare, minimumMet, scales, standards } from "../workload";

const lineAt = (line: number, displayed: number): FlatLine => ({ line, centre: line - displayed / 2, half: displayed / 2 + line * 1e-9 });

const limitsOf = (stage: "primary" | "junior"): FlatLimits => ({
  scale: scales,
  standard: standards[stage].map((standard) => lineAt(standard, 0.005)),
  floor: standards[stage].map((standard) => lineAt(standard * floorShare, 0.005)),
  minimumMet,
  cv: lineAt(cvLimits[stage], 0.0005),
});

/** The product's own kernel, one thread. */
export const prepare: Prepare = ({ pupils, resource, starts, group }) => {
  const rows = { pupils, resource, starts };
  const groups = starts.length - 1;
  const result = flatResult(group.length, groups);
  const limits = [limitsOf("primary"), limitsOf("junior")] as const;
  return {
    run: () => {
      for (let at = 0; at < groups; at++) judgeGroup(rows, at, at % 2 === 0 ? limits[0] : limits[1], result);
    },
    answer: () => ({ failing: Float64Array.from(result.failing), cv: result.cv }),
  };
};
