import { plainMemory, sectionMemory } from "@server/compliance/engine/section-memory";
import { type FlatLimits, type FlatLine, flatLimits, indicatorCount, lanes, tallyCount } from "@server/compliance/engine/section-rows";
import type { Prepare } from "../contender";
import { cvLimits, floorShare, minimumMet, scales, standards } from "../workload";

const lineAt = (line: number, displayed: number): FlatLine => ({ line, centre: line - displayed / 2, half: displayed / 2 + line * 1e-9 });

const limitsOf = (stage: "primary" | "junior"): FlatLimits =>
  flatLimits({
    scale: scales,
    standard: standards[stage].map((standard) => lineAt(standard, 0.005)),
    floor: standards[stage].map((standard) => lineAt(standard * floorShare, 0.005)),
    minimumMet,
    cv: lineAt(cvLimits[stage], 0.0005),
  });

/** The loop on a memory of its making, one thread. */
const onMemory =
  (memoryOf: typeof sectionMemory): Prepare =>
  ({ pupils, resource, starts }) => {
    const groups = starts.length - 1;
    const rows = memoryOf(pupils.length, groups);
    rows.starts.set(starts);
    pupils.forEach((people, row) => {
      resource.forEach((column, indicator) => {
        rows.figures[row * lanes + indicator] = column[row] ?? Number.NaN;
      });
      rows.figures[row * lanes + indicatorCount] = people;
    });
    const limits = [limitsOf("primary"), limitsOf("junior")] as const;
    return {
      run: () => {
        for (let at = 0; at < groups; at++) rows.judge(rows, at, at % 2 === 0 ? limits[0] : limits[1]);
      },
      answer: () => ({
        failing: Float64Array.from({ length: groups }, (_, group) => rows.tallies[group * tallyCount + 1] ?? Number.NaN),
        cv: Float64Array.from(
          { length: groups * indicatorCount },
          (_, at) => rows.cv[Math.floor(at / indicatorCount) * lanes + (at % indicatorCount)] ?? Number.NaN,
        ),
      }),
    };
  };

/** The product's own kernel. */
export const prepare = onMemory(sectionMemory);
/** The same loop in TypeScript, as browsers run it. */
export const preparePlainly = onMemory(plainMemory);
