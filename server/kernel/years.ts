/**
 * Two time bases meet in one judgement: the statistics year (统计年, September census of school year
 * Y/Y+1) and the fiscal year (财年, calendar year before it).
 */

/** School-year label of a statistics year: 2026 → "2026/2027". */
export const schoolYear = (statisticsYear: number): string => `${statisticsYear}/${statisticsYear + 1}`;

/** Fiscal year whose accounts go with a statistics year. */
export const fiscalYearOf = (statisticsYear: number): number => statisticsYear - 1;
