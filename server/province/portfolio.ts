import { resourceIndicators } from "@server/compliance/contract";
import { leverDefaults } from "@server/planning/lever-defaults";
import type { CountyComparisonRow } from "./contract";
import type { Digest } from "./digest";
import type { Portfolio, PortfolioLine } from "./portfolio-contract";

/** Price of one base unit of what is lacking, 万元: persons by one year's programme or post, m² and rooms by building, yuan as they are. */
const wanPerUnit: Readonly<Record<(typeof resourceIndicators)[number], number>> = {
  R1: leverDefaults.upgrade_education.costWanPerPerson,
  R2: leverDefaults.train_backbone.costWanPerPerson,
  R3: leverDefaults.hire_teachers.annualCostWan,
  R4: leverDefaults.build_classrooms.unitCostYuanPerM2 / 10_000,
  R5: leverDefaults.build_sports.unitCostYuanPerM2 / 10_000,
  R6: 1 / 10_000,
  R7: leverDefaults.equip_multimedia.costWanPerRoom,
};

/** What filling every known gap of a county takes, 万元, at default prices. */
export const gapCostWan = (needs: Digest["needs"]): number =>
  resourceIndicators.reduce((sum, indicator) => sum + needs[indicator] * wanPerUnit[indicator], 0);

const firstPass = (baseline: Digest["baseline"]): number | null => baseline.find(({ verdict }) => verdict === "met")?.year ?? null;

const lineOf = ({ countyId, countyName, cityName, publication }: CountyComparisonRow): PortfolioLine => {
  const digest = publication?.digest ?? null;
  const costWan = digest === null ? null : gapCostWan(digest.needs);
  const failing = publication?.failing ?? null;
  const [now, next] = digest?.baseline ?? [];
  return {
    countyId,
    countyName,
    cityName,
    publicationId: publication?.id ?? null,
    failing,
    costWan,
    wanPerFailing: costWan === null || failing === null || failing === 0 ? null : costWan / failing,
    baselineYear: digest === null ? null : firstPass(digest.baseline),
    distanceAfterDelay: now === undefined || next === undefined ? null : next.distance - now.distance,
    passesNow: publication?.verdict === "met",
    cumulativeWan: null,
    pushYear: null,
  };
};

const byPrice = (a: PortfolioLine, b: PortfolioLine): number =>
  (a.wanPerFailing ?? Number.POSITIVE_INFINITY) - (b.wanPerFailing ?? Number.POSITIVE_INFINITY) || (a.countyId < b.countyId ? -1 : 1);

/**
 * Which counties to push by which year under one grant budget a year: cheapest for each failing item first. A county
 * is pushed in the year in which the budget of all years so far covers it and those before it.
 */
export const portfolioOf = (
  rows: readonly CountyComparisonRow[],
  statisticsYear: number,
  budgetWan: number,
  horizonYears: number,
): Portfolio => {
  let cumulativeWan = 0;
  const lines = rows
    .map(lineOf)
    .sort(byPrice)
    .map((line): PortfolioLine => {
      if (line.costWan === null || line.wanPerFailing === null || budgetWan <= 0) return line;
      cumulativeWan += line.costWan;
      const year = statisticsYear + Math.max(1, Math.ceil(cumulativeWan / budgetWan));
      return { ...line, cumulativeWan, pushYear: year <= statisticsYear + horizonYears ? year : null };
    });
  return {
    statisticsYear,
    budgetWan,
    horizonYears,
    published: rows.filter(({ publication }) => publication !== null).length,
    total: rows.length,
    lines,
  };
};
