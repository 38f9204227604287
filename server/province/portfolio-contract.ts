/** One county of the certification calendar (认定日历). Null figures are unknown: nothing published, or nothing to mend. */
export interface PortfolioLine {
  readonly countyId: string;
  readonly countyName: string;
  readonly cityName: string | null;
  readonly publicationId: string | null;
  readonly failing: number | null;
  /** 万元 to fill the known gaps of its sections at default prices. */
  readonly costWan: number | null;
  readonly wanPerFailing: number | null;
  /** First year in which its published baseline passes; null when none does. */
  readonly baselineYear: number | null;
  /** Change of its distance to pass after one year without measures. */
  readonly distanceAfterDelay: number | null;
  readonly passesNow: boolean;
  readonly cumulativeWan: number | null;
  /** Year in which the budget reaches it; null when it does not within the horizon. */
  readonly pushYear: number | null;
}

export interface Portfolio {
  readonly statisticsYear: number;
  readonly budgetWan: number;
  readonly horizonYears: number;
  readonly published: number;
  readonly total: number;
  readonly lines: readonly PortfolioLine[];
}
