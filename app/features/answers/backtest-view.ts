import type { Backtest, BacktestYear } from "@server/planning/contract";
import { stages } from "@server/statistics/contract";

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};
const size = (value: number | null): number | null => (value === null ? null : Math.abs(value));

/** Mean absolute error of a figure over both stages of a year. */
const errorOf = (year: BacktestYear, field: "pupils" | "classes" | "teachers"): number | null =>
  mean(stages.map((stage) => size(year.stages[stage][field].error)));
const schoolErrorOf = (year: BacktestYear): number | null => mean(stages.map((stage) => year.stages[stage].sectionError));

const rightOf = (years: readonly BacktestYear[]): number | null => {
  const compared = years.flatMap((year) => stages.map((stage) => year.stages[stage].sectionsCompared)).reduce((a, b) => a + b, 0);
  const right = years.flatMap((year) => stages.map((stage) => year.stages[stage].verdictsRight)).reduce((a, b) => a + b, 0);
  return compared === 0 ? null : right / compared;
};

/** What the page draws of a back-test: the trust in one look, errors by years ahead, every figure of one later year. */
export const backtestView = (answer: Backtest, askedYear: number | null) => {
  const { years } = answer;
  const shown = years.find(({ year }) => year === askedYear) ?? years.at(-1) ?? null;
  return {
    baseYear: answer.baseYear,
    years: years.map(({ year }) => year),
    shown,
    trust: {
      pupils: mean(years.map((year) => errorOf(year, "pupils"))),
      teachers: mean(years.map((year) => errorOf(year, "teachers"))),
      schools: mean(years.map(schoolErrorOf)),
      right: rightOf(years),
    },
    errors: {
      schools: years.map(schoolErrorOf),
      classes: years.map((year) => errorOf(year, "classes")),
      teachers: years.map((year) => errorOf(year, "teachers")),
    },
  };
};
export type BacktestView = ReturnType<typeof backtestView>;
