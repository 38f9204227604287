import type { UncertainInput, UncertaintyRange, UncertaintySettings } from "../../contract";
import { triangular, varies } from "./range";
import { common, joined, uniformsOf } from "./uniform";

/** How the value of an input within its range is found: by a draw, or at one end of it. */
export interface Chooser {
  /** Fills `out` with the values of the projected years (index 0 = the first) for a school. */
  readonly years: (input: UncertainInput, range: UncertaintyRange, subject: number, out: Float64Array) => void;
  /** One value for all years, of a lever. */
  readonly once: (input: UncertainInput, range: UncertaintyRange, subject: number) => number;
}

/** Choosers of one question; they share their working memory, so use one before asking for the next. */
export const drawnChoosers = ({ seed, countyShare }: UncertaintySettings, horizon: number): ((draw: number) => Chooser) => {
  const uniforms = uniformsOf(seed);
  const join = joined(countyShare);
  const first = new Float64Array(1);
  return (draw) => {
    const shared = new Map<UncertainInput, Float64Array>();
    const sharedYears = (input: UncertainInput): Float64Array => {
      let years = shared.get(input);
      if (years === undefined) {
        years = new Float64Array(horizon);
        uniforms.years(draw, input, common, years);
        shared.set(input, years);
      }
      return years;
    };
    return {
      years: (input, range, subject, out) => {
        if (!varies(range)) {
          out.fill(range.likely);
          return;
        }
        const county = sharedYears(input);
        if (countyShare < 1) uniforms.years(draw, input, subject, out);
        for (let i = 0; i < out.length; i += 1) out[i] = triangular(range, join(county[i] ?? 0, out[i] ?? 0));
      },
      once: (input, range, subject) => {
        if (!varies(range)) return range.likely;
        uniforms.years(draw, input, subject, first);
        return triangular(range, join(sharedYears(input)[0] ?? 0, first[0] ?? 0));
      },
    };
  };
};

/** Every input as likely. */
export const likelyChooser: Chooser = {
  years: (_input, range, _subject, out) => out.fill(range.likely),
  once: (_input, range) => range.likely,
};

/**
 * One input at an end of its range in every year, all others likely. The error of the entrants, which the
 * draws let grow like the root of the years, follows the edge of that growth: 1 + error · √years.
 */
export const endChooser = (chosen: UncertainInput, end: "low" | "high"): Chooser => ({
  years: (input, range, _subject, out) => {
    if (input !== chosen) out.fill(range.likely);
    else if (input !== "entrants") out.fill(range[end]);
    else {
      const edge = (years: number): number => Math.max(0, range.likely + (range[end] - range.likely) * Math.sqrt(years));
      let before = 1;
      for (let i = 0; i < out.length; i += 1) {
        const reached = edge(i + 1);
        out[i] = before === 0 ? 0 : reached / before;
        before = reached;
      }
    }
  },
  once: (input, range) => (input === chosen ? range[end] : range.likely),
});
