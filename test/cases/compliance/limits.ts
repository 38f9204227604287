import type { IndicatorState, ResourceIndicator } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";

/**
 * Every indicator and stage on both sides of its standard and of 85 % of it. `has` is what the school
 * has: persons, m², 万元 or rooms.
 */
export interface LimitCase {
  readonly indicator: ResourceIndicator;
  readonly stage: Stage;
  readonly pupils: number;
  readonly has: number;
  readonly is: IndicatorState;
  readonly because: string;
  /** Rounding to two decimals first would say something else. */
  readonly borderline?: true;
}

export const limitCases: readonly LimitCase[] = [
  { indicator: "R1", stage: "primary", pupils: 500, has: 21, is: "met", because: "21 in 500 is exactly 4.2" },
  { indicator: "R1", stage: "primary", pupils: 501, has: 21, is: "remainder", because: "4.1916 is just below 4.2" },
  { indicator: "R1", stage: "primary", pupils: 10_000, has: 357, is: "remainder", because: "3.57 is exactly 0.85 × 4.2" },
  { indicator: "R1", stage: "primary", pupils: 10_000, has: 356, is: "below", because: "3.56 is under 85 %" },
  { indicator: "R1", stage: "junior", pupils: 1000, has: 53, is: "met", because: "53 in 1000 is exactly 5.3" },
  { indicator: "R1", stage: "junior", pupils: 1000, has: 52, is: "remainder", because: "5.2 is below 5.3" },
  { indicator: "R1", stage: "junior", pupils: 20_000, has: 901, is: "remainder", because: "4.505 is exactly 0.85 × 5.3" },
  {
    indicator: "R1",
    stage: "junior",
    pupils: 20_000,
    has: 900,
    is: "below",
    because: "4.50 is under 4.505, and stays under it at two decimals",
  },
  { indicator: "R2", stage: "primary", pupils: 600, has: 6, is: "met", because: "6 in 600 is exactly 1" },
  {
    indicator: "R2",
    stage: "primary",
    pupils: 601,
    has: 6,
    is: "remainder",
    because: "0.9983 is below 1 although it is shown as 1.00",
    borderline: true,
  },
  { indicator: "R2", stage: "primary", pupils: 2000, has: 17, is: "remainder", because: "0.85 is exactly 85 %" },
  { indicator: "R2", stage: "primary", pupils: 2000, has: 16, is: "below", because: "0.80 is under 85 %" },
  { indicator: "R2", stage: "junior", pupils: 300, has: 3, is: "met", because: "3 in 300 is exactly 1" },
  { indicator: "R2", stage: "junior", pupils: 310, has: 3, is: "remainder", because: "0.9677 is below 1" },
  { indicator: "R2", stage: "junior", pupils: 4000, has: 34, is: "remainder", because: "0.85 is exactly 85 %" },
  {
    indicator: "R2",
    stage: "junior",
    pupils: 4001,
    has: 34,
    is: "below",
    because: "0.8498 is under 85 % although it is shown as 0.85",
    borderline: true,
  },
  { indicator: "R3", stage: "primary", pupils: 1000, has: 9, is: "met", because: "9 in 1000 is exactly 0.9" },
  { indicator: "R3", stage: "primary", pupils: 1010, has: 9, is: "remainder", because: "0.8911 is below 0.9" },
  { indicator: "R3", stage: "primary", pupils: 20_000, has: 153, is: "remainder", because: "0.765 is exactly 0.85 × 0.9" },
  { indicator: "R3", stage: "primary", pupils: 20_000, has: 152, is: "below", because: "0.76 is under 0.765" },
  { indicator: "R3", stage: "junior", pupils: 2000, has: 18, is: "met", because: "18 in 2000 is exactly 0.9" },
  { indicator: "R3", stage: "junior", pupils: 2000, has: 17, is: "remainder", because: "0.85 is below 0.9" },
  { indicator: "R3", stage: "junior", pupils: 20_000, has: 153, is: "remainder", because: "0.765 is exactly 0.85 × 0.9" },
  { indicator: "R3", stage: "junior", pupils: 20_000, has: 150, is: "below", because: "0.75 is under 0.765" },
  { indicator: "R4", stage: "primary", pupils: 500, has: 2250, is: "met", because: "2250 m² for 500 is exactly 4.5" },
  {
    indicator: "R4",
    stage: "primary",
    pupils: 500,
    has: 2249.99,
    is: "remainder",
    because: "one hundredth of a square metre is missing",
    borderline: true,
  },
  { indicator: "R4", stage: "primary", pupils: 1000, has: 3825, is: "remainder", because: "3.825 is exactly 0.85 × 4.5" },
  {
    indicator: "R4",
    stage: "primary",
    pupils: 1000,
    has: 3824.99,
    is: "below",
    because: "3.82499 is under 3.825, at two decimals too",
  },
  { indicator: "R4", stage: "junior", pupils: 700, has: 4060, is: "met", because: "4060 m² for 700 is exactly 5.8" },
  { indicator: "R4", stage: "junior", pupils: 700, has: 4059, is: "remainder", because: "5.7986 is below 5.8", borderline: true },
  { indicator: "R4", stage: "junior", pupils: 700, has: 3451, is: "remainder", because: "4.93 is exactly 0.85 × 5.8" },
  { indicator: "R4", stage: "junior", pupils: 700, has: 3440, is: "below", because: "4.9143 is under 4.93" },
  { indicator: "R5", stage: "primary", pupils: 333, has: 2497.5, is: "met", because: "2497.5 m² for 333 is exactly 7.5" },
  { indicator: "R5", stage: "primary", pupils: 333, has: 2490, is: "remainder", because: "7.4775 is below 7.5" },
  { indicator: "R5", stage: "primary", pupils: 800, has: 5100, is: "remainder", because: "6.375 is exactly 0.85 × 7.5" },
  { indicator: "R5", stage: "primary", pupils: 800, has: 5096, is: "below", because: "6.37 is under 6.375" },
  { indicator: "R5", stage: "junior", pupils: 450, has: 4590, is: "met", because: "4590 m² for 450 is exactly 10.2" },
  {
    indicator: "R5",
    stage: "junior",
    pupils: 450,
    has: 4589.9,
    is: "remainder",
    because: "10.1998 is below 10.2 although it is shown as 10.20",
    borderline: true,
  },
  { indicator: "R5", stage: "junior", pupils: 450, has: 3901.5, is: "remainder", because: "8.67 is exactly 0.85 × 10.2" },
  { indicator: "R5", stage: "junior", pupils: 450, has: 3890, is: "below", because: "8.6444 is under 8.67" },
  { indicator: "R6", stage: "primary", pupils: 615, has: 123, is: "met", because: "123 万元 for 615 is exactly 2000 yuan" },
  {
    indicator: "R6",
    stage: "primary",
    pupils: 615,
    has: 122.9999,
    is: "remainder",
    because: "1 yuan short for the whole school is still short",
    borderline: true,
  },
  { indicator: "R6", stage: "primary", pupils: 615, has: 104.55, is: "remainder", because: "1700 yuan is exactly 0.85 × 2000" },
  { indicator: "R6", stage: "primary", pupils: 615, has: 104.5, is: "below", because: "1699.19 yuan is under 1700" },
  { indicator: "R6", stage: "junior", pupils: 444, has: 111, is: "met", because: "111 万元 for 444 is exactly 2500 yuan" },
  { indicator: "R6", stage: "junior", pupils: 444, has: 110.9, is: "remainder", because: "2497.75 yuan is below 2500" },
  { indicator: "R6", stage: "junior", pupils: 444, has: 94.35, is: "remainder", because: "2125 yuan is exactly 0.85 × 2500" },
  { indicator: "R6", stage: "junior", pupils: 444, has: 94.34, is: "below", because: "2124.77 yuan is under 2125" },
  { indicator: "R7", stage: "primary", pupils: 1000, has: 23, is: "met", because: "23 in 1000 is exactly 2.3" },
  { indicator: "R7", stage: "primary", pupils: 1001, has: 23, is: "remainder", because: "2.2977 is shown as 2.30", borderline: true },
  { indicator: "R7", stage: "primary", pupils: 20_000, has: 391, is: "remainder", because: "1.955 is exactly 0.85 × 2.3" },
  { indicator: "R7", stage: "primary", pupils: 20_000, has: 390, is: "below", because: "1.95 is under 1.955" },
  { indicator: "R7", stage: "junior", pupils: 500, has: 12, is: "met", because: "12 in 500 is exactly 2.4" },
  { indicator: "R7", stage: "junior", pupils: 500, has: 11, is: "remainder", because: "2.2 is below 2.4" },
  { indicator: "R7", stage: "junior", pupils: 2500, has: 51, is: "remainder", because: "2.04 is exactly 0.85 × 2.4" },
  { indicator: "R7", stage: "junior", pupils: 2500, has: 50, is: "below", because: "2.00 is under 2.04" },
];
