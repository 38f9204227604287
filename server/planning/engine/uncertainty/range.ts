import type { UncertaintyRange } from "../../contract";

/** False where nothing can turn out otherwise. */
export const varies = ({ low, high }: UncertaintyRange): boolean => high > low;

/**
 * Value of a triangular distribution between low and high, most frequent at likely, below which a part `uniform` lies;
 * for ranges that vary.
 */
export const triangular = ({ low, likely, high }: UncertaintyRange, uniform: number): number => {
  const width = high - low;
  return uniform * width < likely - low
    ? low + Math.sqrt(uniform * width * (likely - low))
    : high - Math.sqrt((1 - uniform) * width * (high - likely));
};
