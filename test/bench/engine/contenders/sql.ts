import { cvLimits, floorShare, minimumMet, scales, standards } from "../workload";

const indicators = scales.map((_, indicator) => indicator);
/** Without its type a constant would be a decimal, which costs a database a conversion a row. */
const double = (constant: number): string => `${constant}::float8`;
const limit = (indicator: number, share: number): string =>
  `case when g % 2 = 0 then ${double((standards.primary[indicator] ?? 0) * share)} else ${double((standards.junior[indicator] ?? 0) * share)} end`;
const value = (indicator: number): string => `r${indicator} * ${scales[indicator] ?? 1} / p`;
const passes = [
  `${indicators.map((indicator) => `(${value(indicator)} >= ${limit(indicator, 1)})::int`).join(" + ")} >= ${minimumMet}`,
  ...indicators.map((indicator) => `${value(indicator)} >= ${limit(indicator, floorShare)}`),
].join(" and ");
/** CV² = N·Σ(R²/P)/T² − 1: one pass. */
const cv = (indicator: number): string =>
  `sqrt(greatest(sum(p) * sum(r${indicator} * r${indicator} / p) / (sum(r${indicator}) * sum(r${indicator})) - 1, 0))`;

export const resourceColumns: readonly string[] = indicators.map((indicator) => `r${indicator}`);
export const rowsQuery = `select g, ${indicators.map((indicator) => `${value(indicator)} as x${indicator}`).join(", ")}, (${passes}) as passes from sections`;
export const groupsQuery = `select g, count(*) filter (where not (${passes})) as failing, ${indicators.map((indicator) => `${cv(indicator)} as c${indicator}`).join(", ")} from sections group by g`;
export const limits = [cvLimits.primary, cvLimits.junior] as const;
