/** When something is reached, and whether it stays. */
export interface Span {
  /** First year in which it is met; null when never. */
  readonly firstYear: number | null;
  /** It stays met from that year to the last one. */
  readonly lasts: boolean;
  /** Later years in which it is lost again. */
  readonly lostYears: number[];
}

/** The span of years given in their order. */
export const spanOf = (years: readonly { readonly year: number; readonly met: boolean }[]): Span => {
  const first = years.findIndex(({ met }) => met);
  if (first < 0) return { firstYear: null, lasts: false, lostYears: [] };
  const lostYears = years.slice(first).flatMap(({ year, met }) => (met ? [] : [year]));
  return { firstYear: years[first]?.year ?? null, lasts: lostYears.length === 0, lostYears };
};
