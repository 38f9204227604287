import type { Workload } from "./workload";

/** What every contender must answer alike. */
export interface Answer {
  /** Sections that fail, by group. */
  readonly failing: Float64Array;
  /** Coefficients of variation, `group * 7 + indicator`. */
  readonly cv: Float64Array;
}

/** One way of judging a workload, loaded and ready. */
export interface Contender {
  /** Judges everything anew: seven values and a pass flag a row, seven CVs a group. */
  readonly run: () => void | Promise<void>;
  readonly answer: () => Answer | Promise<Answer>;
  /** Ends what it started. */
  readonly close?: () => Promise<void>;
}
export type Prepare = (workload: Workload) => Contender | Promise<Contender>;

/** Verdict of a county and year: both stages without a failing section and without a CV above its limit. */
export const countyVerdicts = ({ failing, cv }: Answer, limits: readonly [number, number]): Uint8Array =>
  Uint8Array.from({ length: failing.length / 2 }, (_, countyYear) => {
    for (const stage of [0, 1] as const) {
      const group = countyYear * 2 + stage;
      if ((failing[group] ?? 0) > 0) return 0;
      for (let indicator = 0; indicator < 7; indicator++) if ((cv[group * 7 + indicator] ?? 0) > limits[stage]) return 0;
    }
    return 1;
  });
