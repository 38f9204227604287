import { type Assumptions, ageBandStarts } from "../contract";

/**
 * 渐进式延迟法定退休年龄: from January 2025 on the age rises by a month for every four months, men from
 * 60 to 63, women teachers from 55 to 58. Months are counted from January 2025.
 */
const fullDelay = 36;
const monthsAMonth = 4;
const lastBandEnds = 65;

type Sex = "men" | "women";
const oldAge: Readonly<Record<Sex, number>> = { men: 60 * 12, women: 55 * 12 };

/** Months by which somebody retires later whose old retirement month is `month` (0 = January 2025). */
export const delayOf = (month: number): number => (month < 0 ? 0 : Math.min(fullDelay, Math.floor(month / monthsAMonth) + 1));

/** September of a statistics year, in months since January 2025. */
const septemberOf = (year: number): number => (year - 2025) * 12 + 8;

/** Share of the base year's teachers who have each age in whole months, by band evenly within the band. */
const densityAt = (ageMonths: number, shares: readonly number[]): number => {
  const total = shares.reduce((sum, share) => sum + share, 0);
  for (let band = shares.length - 1; band >= 0; band -= 1) {
    const from = (ageBandStarts[band] ?? 0) * 12;
    const to = (ageBandStarts[band + 1] ?? lastBandEnds) * 12;
    if (ageMonths >= from && ageMonths < to) return total > 0 ? (shares[band] ?? 0) / total / (to - from) : 0;
  }
  return 0;
};

/**
 * Share of the base year's teachers who retire between the September before and that of each projected
 * year (index 0: base year + 1). Women past their own limit have retired already, so that whoever is
 * older counts as a man; men past theirs retire in the first year. New teachers are too young to
 * retire within the horizon.
 */
export const retirementShares = (
  { ageShares, womenShare }: Pick<Assumptions, "ageShares" | "womenShare">,
  baseYear: number,
  horizon: number,
): readonly number[] => {
  const shares = new Float64Array(horizon);
  const base = septemberOf(baseYear);
  const retiresIn = (ageMonths: number, sex: Sex): number => {
    const old = base + oldAge[sex] - ageMonths;
    return old + delayOf(old) - base;
  };
  for (let age = (ageBandStarts[0] ?? 0) * 12; age < lastBandEnds * 12; age += 1) {
    const density = densityAt(age, ageShares);
    if (density === 0) continue;
    const women = retiresIn(age, "women") < 0 ? 0 : womenShare;
    for (const [sex, part] of [["women", women] as const, ["men", 1 - women] as const]) {
      const year = Math.floor(Math.max(0, retiresIn(age, sex)) / 12);
      if (year < horizon) shares[year] = (shares[year] ?? 0) + density * part;
    }
  }
  return Array.from(shares);
};

/** Share of those base-year teachers who have not retired yet that retires in each projected year. */
export const retirementRates = (
  assumptions: Pick<Assumptions, "retirement" | "ageShares" | "womenShare">,
  baseYear: number,
  horizon: number,
): readonly number[] => {
  if (assumptions.retirement === "none") return Array.from({ length: horizon }, () => 0);
  let left = 1;
  return retirementShares(assumptions, baseYear, horizon).map((share) => {
    const rate = left > 1e-12 ? Math.min(1, share / left) : 0;
    left -= share;
    return rate;
  });
};
