import type { UncertaintyRange } from "../../contract";

/** Value of a triangular distribution between low and high, most frequent at likely, below which a part `uniform` lies. */
export const triangular = ({ low, likely, high }: UncertaintyRange, uniform: number): number => {
  const width = high - low;
  if (!(width > 0)) return likely;
  return uniform * width < likely - low
    ? low + Math.sqrt(uniform * width * (likely - low))
    : high - Math.sqrt((1 - uniform) * width * (high - likely));
};

/** False where nothing can turn out otherwise. */
export const varies = ({ low, high }: UncertaintyRange): boolean => high > low;
