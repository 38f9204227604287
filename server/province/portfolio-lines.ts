import type { Verdict } from "@server/compliance/contract";
import type { CountyComparisonRow } from "./contract";
import type { DelayCost, FrontierCounty, FrontierPoint, PortfolioAllocation, PortfolioLine } from "./portfolio-contract";

type Published = NonNullable<CountyComparisonRow["publication"]>;

/** First statistics year in which three years (as the rules say) have passed since basic balance was recognised; null when it is not known. */
const eligibleFrom = ({ statisticsYear, digest }: Published): number | null => {
  const eligibility = digest?.eligibility ?? null;
  if (eligibility === null || eligibility.yearsSinceRecognition === null) return null;
  return statisticsYear + Math.max(0, eligibility.yearsRequired - eligibility.yearsSinceRecognition);
};

const itemsOf = ({ digest }: Published): PortfolioLine["items"] => {
  const items = digest?.items ?? null;
  if (items === null) return null;
  const count = (verdict: Verdict): number => Object.values(items).filter((item) => item?.verdict === verdict).length;
  return { failing: count("not_met"), open: count("not_evaluable") };
};

const statedOf = ({ digest }: Published): PortfolioLine["stated"] => {
  if (digest === null || digest.overall === null) return null;
  const { vetoes, eligibility, extras } = digest.overall;
  return { vetoes, eligibility, extras };
};

const sumOf = ({ years }: FrontierPoint, part: "capitalWan" | "recurrentWan"): number => years.reduce((sum, year) => sum + year[part], 0);

const isPassing = ({ state }: FrontierPoint): boolean => state === "passes" || state === "nothing_needed";

/** What each further year of waiting changes, for neighbouring target years that are both possible and the earlier of which costs money. */
const delaysOf = (points: readonly FrontierPoint[]): readonly DelayCost[] =>
  points.flatMap((point, index) => {
    const before = points[index - 1];
    if (before?.state !== "passes" || !isPassing(point)) return [];
    return [
      {
        targetYear: point.targetYear,
        capitalWan: sumOf(point, "capitalWan") - sumOf(before, "capitalWan"),
        recurrentWan: sumOf(point, "recurrentWan") - sumOf(before, "recurrentWan"),
      },
    ];
  });

/** First target year that needs nothing, with none after it that does. */
const baselineYearOf = (points: readonly FrontierPoint[]): number | null => {
  let first: number | null = null;
  for (const { state, targetYear } of points) {
    if (state !== "nothing_needed") first = null;
    else first ??= targetYear;
  }
  return first;
};

/** One county with what it has published, its frontier and the year that was allocated to it. */
export const lineOf = (
  { countyId, countyCode, countyName, cityName, publicationId, points, left }: FrontierCounty,
  published: Published,
  targetYear: number | null,
  provinceShare: number,
): PortfolioLine => {
  const chosen = points.find((point) => point.targetYear === targetYear);
  const costWan = chosen?.costWan ?? null;
  return {
    countyId,
    countyCode,
    countyName,
    cityName,
    publicationId,
    pupils: published.pupils,
    items: itemsOf(published),
    stated: statedOf(published),
    eligibleFrom: eligibleFrom(published),
    points,
    left,
    baselineYear: baselineYearOf(points),
    targetYear,
    costWan,
    grantWan: costWan === null ? null : costWan * provinceShare,
    delays: delaysOf(points),
  };
};

/** 万元 by year, of the allocated plans. */
export const moneyByYear = (
  lines: readonly PortfolioLine[],
  provinceShare: number,
  years: readonly number[],
): PortfolioAllocation["money"] =>
  years.map((year) => {
    let total = 0;
    for (const { points, targetYear } of lines) {
      const chosen = points.find((point) => point.targetYear === targetYear);
      for (const own of chosen?.years ?? []) if (own.year === year) total += own.capitalWan + own.recurrentWan;
    }
    return { year, grantWan: total * provinceShare, countyWan: total * (1 - provinceShare) };
  });

/** Earliest target year first, then the cheaper, then by code; counties without a year last. */
export const byTargetYear = (a: PortfolioLine, b: PortfolioLine): number =>
  (a.targetYear ?? Number.MAX_SAFE_INTEGER) - (b.targetYear ?? Number.MAX_SAFE_INTEGER) ||
  (a.costWan ?? 0) - (b.costWan ?? 0) ||
  (a.countyCode < b.countyCode ? -1 : 1);
