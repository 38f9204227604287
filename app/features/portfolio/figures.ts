import type { AllocationTotals, FrontierPoint, PortfolioLine, PortfolioView } from "@server/province/portfolio-contract";

/** Counties whose resource part passes in each year of the horizon: as allocated, and without a push. */
export const passingByYear = (
  lines: readonly PortfolioLine[],
  years: readonly number[],
): { readonly pushed: readonly number[]; readonly unaided: readonly number[] } => {
  const by = (yearOf: (line: PortfolioLine) => number | null): readonly number[] =>
    years.map((year) => lines.filter((line) => (yearOf(line) ?? Number.POSITIVE_INFINITY) <= year).length);
  return { pushed: by(({ targetYear }) => targetYear), unaided: by(({ baselineYear }) => baselineYear) };
};

/** Counties that are pushed and then meet all 32 indicators, with no veto. */
export const wholeByPush = (lines: readonly PortfolioLine[]): number =>
  lines.filter(({ points, targetYear }) => points.find((point) => point.targetYear === targetYear)?.whole?.verdict === "met").length;

/** Years of the horizon: from the year after the statistics year on. */
export const horizonOf = ({ request }: NonNullable<PortfolioView["frontier"]>): readonly number[] =>
  Array.from({ length: request.horizonYears }, (_, index) => request.statisticsYear + 1 + index);

/** Years of passing that a push gains a county; null without one. */
export const yearsGained = ({ targetYear, baselineYear }: PortfolioLine, lastYear: number): number | null =>
  targetYear === null ? null : (baselineYear ?? lastYear + 1) - targetYear;

/** 万元 of grant for each year of passing gained; null where none is gained or paid for. */
export const wanPerYearGained = (line: PortfolioLine, lastYear: number): number | null => {
  const gained = yearsGained(line, lastYear);
  return gained === null || gained <= 0 || line.grantWan === null ? null : line.grantWan / gained;
};

/** Least money known by which a county's resource part passes, 万元 to the end of the horizon, the first year from which it then does, and where the whole then stands. */
export interface CheapestPoint {
  readonly costWan: number;
  readonly targetYear: number;
  readonly whole: FrontierPoint["whole"];
}

/** The cheapest point of a frontier, the earlier year of equal ones; null where no plan is known. */
export const cheapestPoint = (points: readonly FrontierPoint[]): CheapestPoint | null => {
  const known = points.flatMap(({ state, costWan, targetYear, whole }): CheapestPoint[] => {
    if (state === "nothing_needed") return [{ costWan: 0, targetYear, whole }];
    return state === "passes" && costWan !== null ? [{ costWan, targetYear, whole }] : [];
  });
  known.sort((a, b) => a.costWan - b.costWan || a.targetYear - b.targetYear);
  return known[0] ?? null;
};

/** Yuan of grant for each of the county's pupils; null without either. */
export const yuanPerPupil = ({ grantWan, pupils }: PortfolioLine): number | null =>
  grantWan === null || !pupils ? null : (grantWan * 10_000) / pupils;

/** Counties whose push gains years for money, cheapest for each year gained first. */
export const cheapestGains = (lines: readonly PortfolioLine[], lastYear: number): readonly PortfolioLine[] => {
  const price = (line: PortfolioLine): number => wanPerYearGained(line, lastYear) ?? Number.POSITIVE_INFINITY;
  return lines
    .filter((line) => wanPerYearGained(line, lastYear) !== null)
    .sort((a, b) => price(a) - price(b) || (a.countyCode < b.countyCode ? -1 : 1));
};

/** Year from which a county's resource part passes and it may apply; null while either is not known. */
export const applyFrom = ({ targetYear, baselineYear, eligibleFrom }: PortfolioLine): number | null => {
  const passes = targetYear ?? baselineYear;
  return passes === null || eligibleFrom === null ? null : Math.max(passes, eligibleFrom);
};

/** 万元 for each further county, and county-year, from one budget to the next; null where there is none. */
export const marginalOf = (
  before: AllocationTotals | undefined,
  now: AllocationTotals,
): { readonly county: number | null; readonly year: number | null } => {
  if (before === undefined) return { county: null, year: null };
  const each = (more: number): number | null => (more > 0 ? (now.grantWan - before.grantWan) / more : null);
  return { county: each(now.counties - before.counties), year: each(now.countyYears - before.countyYears) };
};

export interface Delay {
  readonly key: string;
  readonly line: PortfolioLine;
  readonly before: number;
  readonly targetYear: number;
  readonly capitalWan: number;
  readonly recurrentWan: number;
}

/** For each county one year later than allocated, or than the first year possible; most pupils waiting first. */
export const delaysShown = (lines: readonly PortfolioLine[]): readonly Delay[] =>
  lines
    .flatMap((line) => {
      const first = line.delays.find(({ targetYear }) => targetYear > (line.targetYear ?? 0));
      if (first === undefined) return [];
      return [{ key: line.countyId, line, before: first.targetYear - 1, ...first }];
    })
    .sort((a, b) => (b.line.pupils ?? 0) - (a.line.pupils ?? 0) || (a.line.countyCode < b.line.countyCode ? -1 : 1));
