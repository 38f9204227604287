import loadHighs, { type Highs } from "highs";
import { type Effort, iterationsOfCheckpoint, ofNode } from "./effort";
import type { Programme } from "./rows";

/**
 * HiGHS as a function (docs/decisions/0016-highs.md). The module is compiled once a process and kept: compiling it
 * takes longer than most solves. Its memory lies outside the JavaScript heap, 180–300 MB for a large county.
 */
let loading: Promise<Highs> | null = null;
export const loadSolver = (): Promise<Highs> => {
  loading ??= loadHighs();
  return loading;
};

export type { Highs };

export interface SolveOptions {
  readonly gap: number;
  /** What the search may do; when it is used up the search ends with what there is. */
  readonly effort: Effort;
  /** Hears of each better solution with the bound proven so far. */
  readonly onSolution?: (values: Float64Array, bound: number) => void;
  /** Hears now and then of the bound proven so far. */
  readonly onBound?: (bound: number) => void;
  /** Asked now and then; true ends the search with what there is. */
  readonly stop?: () => boolean;
  /** A whole solution to begin with. A part of one would be completed by a search of its own, whose bounds are not the model's. */
  readonly start?: Float64Array | null;
  /** Leaves out that columns are whole: a bound that is found quickly. */
  readonly relaxed?: boolean;
}

export interface Solved {
  readonly state: "optimal" | "infeasible" | "interrupted" | "failed";
  readonly values: Float64Array | null;
  readonly objective: number;
  /** No solution is lower than this. */
  readonly bound: number;
}

const infinite = (values: readonly number[], infinity: number): Float64Array =>
  Float64Array.from(values, (value) =>
    value === Number.POSITIVE_INFINITY ? infinity : value === Number.NEGATIVE_INFINITY ? -infinity : value,
  );

/** Solves a programme to the gap asked for, as far as the effort goes. */
export const solve = (highs: Highs, programme: Programme, options: SolveOptions): Solved => {
  const { cost, lower, upper, whole, rowLower, rowUpper, starts, indices, values } = programme;
  const { callbackType, modelStatus } = highs.constants;
  const model = highs.createModel({
    numCols: cost.length,
    numRows: rowLower.length,
    colCost: Float64Array.from(cost),
    colLower: Float64Array.from(lower),
    colUpper: infinite(upper, highs.infinity),
    rowLower: infinite(rowLower, highs.infinity),
    rowUpper: infinite(rowUpper, highs.infinity),
    matrix: {
      format: "csr",
      numCols: cost.length,
      numRows: rowLower.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...(options.relaxed === true ? {} : { integrality: Int32Array.from(whole, Number) }),
  });
  try {
    model.options.set({
      output_flag: false,
      mip_rel_gap: options.gap,
      mip_abs_gap: 1e-7,
      random_seed: 1,
    });
    if (options.start !== undefined && options.start !== null) model.setSolution({ colValue: options.start });
    model.run({
      [callbackType.mipImprovingSolution](event) {
        const { mip_solution: solution, mip_dual_bound: bound } = event.data;
        if (solution !== undefined) options.onSolution?.(solution, bound ?? Number.NEGATIVE_INFINITY);
        return undefined;
      },
      [callbackType.mipInterrupt](event) {
        const { mip_dual_bound: bound, mip_node_count: nodes = 0n } = event.data;
        options.effort.spend(cost.length, nodes > 0n ? ofNode : 1);
        if (bound !== undefined) options.onBound?.(bound);
        if (options.effort.left() <= 0 || options.stop?.() === true) event.interrupt();
        return undefined;
      },
    });
    if (options.relaxed === true)
      options.effort.spend(cost.length, Number(model.info.get("simplex_iteration_count")) / iterationsOfCheckpoint);
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
      return { state: "infeasible", values: null, objective: Number.POSITIVE_INFINITY, bound: Number.POSITIVE_INFINITY };
    }
    const feasible = model.info.get("primal_solution_status") === 2;
    const objective = feasible ? model.getObjectiveValue() : Number.POSITIVE_INFINITY;
    const dual = options.relaxed === true ? objective : Number(model.info.get("mip_dual_bound"));
    return {
      state: status === modelStatus.optimal ? "optimal" : feasible || status === modelStatus.interrupted ? "interrupted" : "failed",
      values: feasible ? model.getSolution().colValue : null,
      objective,
      bound: dual,
    };
  } finally {
    model.dispose();
  }
};
