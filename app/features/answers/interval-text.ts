import type { ShareInterval } from "@server/kernel/share-interval";
import { formatPercent } from "~/components/format";

type Bounds = { readonly [End in "low" | "high"]: ShareInterval[End] | null };
export const unknownBounds: Bounds = { low: null, high: null };

/** Within these bounds the probability lies in 95 of 100 such answers. */
export const intervalOf = ({ low, high }: Bounds): string => `${formatPercent(low)}–${formatPercent(high)}`;
