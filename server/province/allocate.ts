import { effortOf } from "@server/planning/solver/effort";
import { type Highs, solve } from "@server/planning/solver/highs";
import { addColumn, addRow, type Entry, emptyProgramme, type Programme } from "@server/planning/solver/rows";
import type { AllocationTotals, FrontierPoint } from "./portfolio-contract";

/** A county with the target years that are possible for it. */
export interface Candidate {
  readonly countyId: string;
  readonly points: readonly FrontierPoint[];
}

export interface Grant {
  readonly annualBudgetWan: number;
  readonly carryOver: boolean;
  readonly provinceShare: number;
  readonly firstYear: number;
  readonly lastYear: number;
}

export interface Allocation {
  readonly totals: AllocationTotals;
  /** Target year by county; counties that are not reached are left out. */
  readonly chosen: ReadonlyMap<string, number>;
}

interface Option {
  readonly countyId: string;
  readonly targetYear: number;
  /** Years of passing up to the last one. */
  readonly value: number;
  readonly grantWan: number;
  readonly byYear: ReadonlyMap<number, number>;
}

const optionsOf = ({ countyId, points }: Candidate, { provinceShare, lastYear }: Grant): readonly Option[] =>
  points
    .filter(({ state, targetYear }) => (state === "passes" || state === "nothing_needed") && targetYear <= lastYear)
    .map(({ targetYear, years }) => {
      const byYear = new Map(years.map(({ year, capitalWan, recurrentWan }) => [year, (capitalWan + recurrentWan) * provinceShare]));
      const grantWan = [...byYear.values()].reduce((sum, wan) => sum + wan, 0);
      return { countyId, targetYear, value: lastYear - targetYear + 1, grantWan, byYear };
    });

const none = Number.NEGATIVE_INFINITY;

/** One target year a county, and what every year has to spend. */
const programmeOf = (options: readonly Option[], grant: Grant, costOf: (option: Option) => number): Programme => {
  const programme = emptyProgramme();
  const byCounty = new Map<string, Entry[]>();
  for (const option of options) {
    const column = addColumn(programme, costOf(option), 0, 1, true);
    byCounty.set(option.countyId, [...(byCounty.get(option.countyId) ?? []), [column, 1]]);
  }
  for (const entries of byCounty.values()) addRow(programme, none, 1, entries);
  const years = [...new Set(options.flatMap(({ byYear }) => [...byYear.keys()]))].sort((a, b) => a - b);
  for (const year of years) {
    const spent = (option: Option): number =>
      [...option.byYear].reduce((sum, [own, wan]) => (own === year || (grant.carryOver && own < year) ? sum + wan : sum), 0);
    const granted = Math.max(0, year - grant.firstYear + 1);
    const budget = grant.annualBudgetWan * (grant.carryOver ? granted : Math.min(1, granted));
    addRow(
      programme,
      none,
      budget,
      options.map((option, column): Entry => [column, spent(option)]),
    );
  }
  return programme;
};

/**
 * Which county is to pass by which year under one grant: first as many years of passing as possible, added up over all
 * counties; then, for just as many, as little money as possible. Both are integer programmes solved by HiGHS
 * with so many units of effort each.
 */
export const allocate = (highs: Highs, candidates: readonly Candidate[], grant: Grant, units: number): Allocation => {
  const options = candidates.flatMap((candidate) => optionsOf(candidate, grant));
  const nothing: Allocation = { totals: { counties: 0, countyYears: 0, grantWan: 0, proven: true }, chosen: new Map() };
  if (options.length === 0) return nothing;
  const most = solve(
    highs,
    programmeOf(options, grant, ({ value }) => -value),
    { gap: 0, effort: effortOf(units) },
  );
  if (most.values === null) return { ...nothing, totals: { ...nothing.totals, proven: false } };
  const countyYears = Math.round(-most.objective);
  const cheapest = programmeOf(options, grant, ({ grantWan }) => grantWan);
  addRow(
    cheapest,
    countyYears,
    Number.POSITIVE_INFINITY,
    options.map(({ value }, column): Entry => [column, value]),
  );
  const least = solve(highs, cheapest, { gap: 1e-6, effort: effortOf(units), start: most.values });
  const values = least.values ?? most.values;
  const taken = options.filter((_, column) => (values[column] ?? 0) > 0.5);
  return {
    totals: {
      counties: taken.length,
      countyYears: taken.reduce((sum, { value }) => sum + value, 0),
      grantWan: taken.reduce((sum, { grantWan }) => sum + grantWan, 0),
      proven: most.state === "optimal" && least.state === "optimal",
    },
    chosen: new Map(taken.map(({ countyId, targetYear }) => [countyId, targetYear])),
  };
};
