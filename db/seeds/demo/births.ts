/**
 * Births of the whole country by calendar year, 万 persons (National Bureau of Statistics, annual
 * statistical communiqués, as first published). The demonstration counties take their shape, not their size.
 */
const nationalBirths: ReadonlyMap<number, number> = new Map([
  [2006, 1584],
  [2007, 1594],
  [2008, 1608],
  [2009, 1615],
  [2010, 1588],
  [2011, 1604],
  [2012, 1635],
  [2013, 1640],
  [2014, 1687],
  [2015, 1655],
  [2016, 1786],
  [2017, 1723],
  [2018, 1523],
  [2019, 1465],
  [2020, 1202],
  [2021, 1062],
  [2022, 956],
  [2023, 902],
  [2024, 954],
  [2025, 792],
]);

const birthsOf = (year: number): number => nationalBirths.get(year) ?? 0;

/** Children who turn six by 31 August: a third of the births seven years before, two thirds of six years before. */
const entrantsOf = (statisticsYear: number): number => birthsOf(statisticsYear - 7) / 3 + (birthsOf(statisticsYear - 6) * 2) / 3;

/** First year of simulated enrolment; everything is sized for it. */
export const firstEnrolmentYear = 2021;

/** Grade-1 entrants of a statistics year relative to the first simulated one (2013–2031). */
export const entrantIndex = (statisticsYear: number): number => entrantsOf(statisticsYear) / entrantsOf(firstEnrolmentYear);

/** Births of a calendar year relative to the entrants of the first simulated year. */
export const birthIndex = (year: number): number => birthsOf(year) / entrantsOf(firstEnrolmentYear);
