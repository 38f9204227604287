/** Tables of a published county, as they stand in the address. */
export const views = ["summary", "matrix", "balance", "items"] as const;
export type View = (typeof views)[number];
