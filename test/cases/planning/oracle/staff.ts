import type { Assumptions } from "@server/planning/contract";

/** 教师 of the next year: who retires, who leaves, who is replaced. */

/** Months since January 2025 of the September of a statistics year. */
const september = (year: number): number => (year - 2025) * 12 + 8;

/** 渐进式延迟法定退休年龄: from January 2025 on a month later for every four months, at most three years. */
const retirementMonth = (oldMonth: number): number => oldMonth + (oldMonth < 0 ? 0 : Math.min(36, Math.floor(oldMonth / 4) + 1));

const monthsABand = 60;
const firstAge = 20;
const oldLimit = { men: 60, women: 55 } as const;

/** Projected year (1 = the first) until whose September somebody of an age in months at the base year's retires; 0 for before. */
const yearOfRetirement = (ageMonths: number, limit: number, baseYear: number): number => {
  const month = retirementMonth(september(baseYear) + limit * 12 - ageMonths);
  let yearsOn = 0;
  while (month >= september(baseYear + yearsOn)) yearsOn += 1;
  return yearsOn;
};

/** Share of the base year's teachers who retire in each projected year (index 0 = the first). */
export type RetirementAges = Pick<Assumptions, "retirement" | "ageShares" | "womenShare">;

const retiringShares = ({ ageShares, womenShare }: RetirementAges, baseYear: number, horizon: number): readonly number[] => {
  const shares = Array.from({ length: horizon }, () => 0);
  const retire = (yearsOn: number, share: number): void => {
    if (yearsOn <= horizon) shares[yearsOn - 1] = (shares[yearsOn - 1] ?? 0) + share;
  };
  const everybody = ageShares.reduce((sum, share) => sum + share, 0);
  ageShares.forEach((bandShare, band) => {
    const ofBand = everybody === 0 ? 0 : bandShare / everybody;
    if (band === ageShares.length - 1) {
      retire(1, ofBand);
      return;
    }
    for (let month = 0; month < monthsABand; month += 1) {
      const age = (firstAge + 5 * band) * 12 + month;
      const share = ofBand / monthsABand;
      const ofMen = Math.max(1, yearOfRetirement(age, oldLimit.men, baseYear));
      const ofWomen = yearOfRetirement(age, oldLimit.women, baseYear);
      retire(ofMen, share * (1 - womenShare));
      // Women past their own limit have retired: whoever is older counts as a man.
      retire(ofWomen === 0 ? ofMen : ofWomen, share * womenShare);
    }
  });
  return shares;
};

/** Share of those of the base year who have not retired yet that retires in each projected year. */
export const retirementRates = (assumptions: RetirementAges, baseYear: number, horizon: number): readonly number[] => {
  if (assumptions.retirement === "none") return Array.from({ length: horizon }, () => 0);
  const shares = retiringShares(assumptions, baseYear, horizon);
  return shares.map((share, index) => {
    const left = 1 - shares.slice(0, index).reduce((sum, earlier) => sum + earlier, 0);
    return left <= 1e-12 ? 0 : Math.min(1, share / left);
  });
};

/** What happens to every group of teachers of a school in a year, as shares of those of the year before. */
export interface Turnover {
  /** Those who leave other than by retirement. */
  readonly leaving: number;
  /** Teachers of the year before who stay. */
  readonly stay: number;
  /** New ones in the place of those who left. */
  readonly replaced: number;
  /** Share of the base year's teachers among all of the new year. */
  readonly veterans: number;
}

export const turnover = (
  { teacherAttrition, teacherReplacement }: Assumptions,
  veterans: number,
  retiring: number,
  factors: { readonly attrition: number; readonly replacement: number },
): Turnover => {
  const leaving = Math.min(1, teacherAttrition * factors.attrition);
  const stay = 1 - leaving - veterans * retiring * (1 - leaving);
  const replaced = (1 - stay) * Math.min(1, teacherReplacement * factors.replacement);
  const left = veterans * (1 - leaving) * (1 - retiring);
  return { leaving, stay, replaced, veterans: stay + replaced > 0 ? left / (stay + replaced) : 0 };
};
