import { type Figure, quantileOf } from "../figures";

/** One frame of a screen that draws sixty in a second, with what a timer of the browser rounds. */
export const frameMs = 16.9;

export interface Goal extends Figure {
  /** What 95 of 100 samples are to keep to, in the unit of the samples. */
  readonly most: number;
}

export const goalHead = `${["quickest", "median", "p95", "goal"].map((word) => word.padStart(9)).join("")}  milliseconds`;

/** Quickest (what other programs disturb least), median, 95th percentile and what it is to be, with the word. */
export const goalLine = ({ name, samples, most }: Goal): string => {
  const shown = [Math.min(...samples), quantileOf(samples, 0.5), quantileOf(samples, 0.95)];
  const figures = [...shown, most].map((figure) => figure.toFixed(1).padStart(9)).join("");
  return `${figures}  ${quantileOf(samples, 0.95) <= most ? "met    " : "not met"} ${name}`;
};
