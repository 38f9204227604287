import { type Figure, quantileOf } from "../figures";

/** One frame of a screen that draws sixty in a second, with what a timer of the browser rounds. */
export const frameMs = 16.9;

export interface Goal extends Figure {
  /** What 95 of 100 samples are to keep to, milliseconds. */
  readonly most: number;
}

export const goalHead = `${"median".padStart(9)}${"p95".padStart(9)}${"goal".padStart(9)}  milliseconds`;

/** Median, 95th percentile and what it is to be, with the word. */
export const goalLine = ({ name, samples, most }: Goal): string => {
  const shown = (share: number): string => quantileOf(samples, share).toFixed(1).padStart(9);
  return `${shown(0.5)}${shown(0.95)}${most.toFixed(1).padStart(9)}  ${quantileOf(samples, 0.95) <= most ? "met    " : "not met"} ${name}`;
};
