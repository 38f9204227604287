/** The years of a lever: until one that is named, for a term from when it counts, or for good. */
interface LeverYears {
  readonly startYear: number;
  readonly leadYears: number;
  readonly endYear?: number;
  readonly termYears?: number;
}

/** Last statistics year in which what a lever does lasts; infinite for what stays. */
export const lastYearOf = ({ startYear, leadYears, endYear, termYears }: LeverYears): number =>
  endYear ?? (termYears === undefined ? Number.POSITIVE_INFINITY : startYear + leadYears + termYears - 1);
