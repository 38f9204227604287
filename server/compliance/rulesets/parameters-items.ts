import type { SeriesOf } from "./parameter";

/** Parameters of the government, quality and recognition items, the vetoes and eligibility. */
export const itemParameters = {} as const;

/** Their values under the national measure (教督〔2017〕6号). */
export const itemValues2017: SeriesOf<typeof itemParameters> = {};

/** What the procedure (国教督办函〔2019〕30号) changes of them. */
export const itemValues2019: Partial<SeriesOf<typeof itemParameters>> = {};
