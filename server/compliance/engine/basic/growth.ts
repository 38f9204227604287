import type { GrowthItem } from "@server/compliance/basic-contract";
import { compare, divide, type Fraction, fractionOf, one, subtract, toNumber, zero } from "../exact";

/**
 * 教育经费“三个增长”: appropriation grows faster than recurrent revenue; expenditure a pupil rises; teacher
 * pay and public funds a pupil rise. Every comparison is strict and made on unrounded figures.
 */

/** Figures of one fiscal year as the dataset holds them. */
export interface GrowthYear {
  readonly fiscalYear: number;
  readonly appropriationWan: number | null;
  readonly recurrentRevenueWan: number | null;
  readonly expenditurePrimaryYuan: number | null;
  readonly expenditureJuniorYuan: number | null;
  readonly publicFundsPrimaryYuan: number | null;
  readonly publicFundsJuniorYuan: number | null;
  readonly teacherPayPrimaryWan: number | null;
  readonly teacherPayJuniorWan: number | null;
}
type Field = Exclude<keyof GrowthYear, "fiscalYear">;

const rules: readonly { readonly series: GrowthItem["series"]; readonly field: Field; readonly against: Field | null }[] = [
  { series: "appropriation", field: "appropriationWan", against: "recurrentRevenueWan" },
  { series: "expenditurePrimary", field: "expenditurePrimaryYuan", against: null },
  { series: "expenditureJunior", field: "expenditureJuniorYuan", against: null },
  { series: "publicFundsPrimary", field: "publicFundsPrimaryYuan", against: null },
  { series: "publicFundsJunior", field: "publicFundsJuniorYuan", against: null },
  { series: "teacherPayPrimary", field: "teacherPayPrimaryWan", against: null },
  { series: "teacherPayJunior", field: "teacherPayJuniorWan", against: null },
];

/** Growth of a pair of figures; null when one is missing or the first is zero. */
const growthOf = (from: number | null, to: number | null): Fraction | null =>
  from === null || to === null || from === 0 ? null : subtract(divide(fractionOf(to), fractionOf(from)), one);

/** A share at the official two decimals of a per cent, half away from zero. */
const shown = ({ n, d }: Fraction): Fraction => {
  const size = ((n < 0n ? -n : n) * 20_000n + d) / (2n * d);
  return { n: n < 0n ? -size : size, d: 10_000n };
};

type Cell = { readonly path: string; readonly value: number | null };

const itemOf = (rule: (typeof rules)[number], year: number, of: (year: number, field: Field) => Cell): GrowthItem => {
  const pair = [of(year - 1, rule.field), of(year, rule.field)] as const;
  const beside = rule.against === null ? [] : [of(year - 1, rule.against), of(year, rule.against)];
  const growth = growthOf(pair[0].value, pair[1].value);
  const against = rule.against === null ? zero : growthOf(beside[0]?.value ?? null, beside[1]?.value ?? null);
  const known = growth !== null && against !== null;
  const exceeds = known && compare(growth, against) > 0;
  return {
    series: rule.series,
    fiscalYear: year,
    from: pair[0].value,
    to: pair[1].value,
    growth: growth === null ? null : toNumber(growth),
    against: against === null ? null : toNumber(against),
    margin: known ? toNumber(subtract(growth, against)) : null,
    verdict: known ? (exceeds ? "met" : "not_met") : "not_evaluable",
    borderline: known && compare(shown(growth), shown(against)) > 0 !== exceeds,
    missing: [...pair, ...beside].filter(({ value }) => value === null).map(({ path }) => path),
  };
};

/**
 * Compares the last `years` fiscal years, each with the one before. The last one must be at least `newest`
 * (the fiscal year that the judgement rests on): older figures do not stand in for those that are missing.
 */
export const judgeGrowth = (reported: readonly GrowthYear[], years: number, newest: number): readonly GrowthItem[] => {
  const byYear = new Map(reported.map((entry) => [entry.fiscalYear, entry]));
  const last = reported.reduce((latest, { fiscalYear }) => Math.max(latest, fiscalYear), newest);
  const cell = (year: number, field: Field): Cell => ({ path: `growth.${year}.${field}`, value: byYear.get(year)?.[field] ?? null });
  return Array.from({ length: years }, (_, back) => last - back).flatMap((year) => rules.map((rule) => itemOf(rule, year, cell)));
};
