import type { LeverUncertainty } from "../contract";
import { source } from "../default-source";

const asStated = { costLikely: 1, delayYearsMin: 0, delayYearsLikely: 0 };
/** Works and purchases: dearer or later than planned rather than the other way round. */
export const works: LeverUncertainty = {
  ...asStated,
  costLow: 0.9,
  costHigh: 1.2,
  fulfilmentLow: 1,
  fulfilmentHigh: 1,
  delayYearsMax: 1,
};
/** Prices of goods and decisions of the county: little can come otherwise. */
export const firm: LeverUncertainty = {
  ...asStated,
  costLow: 0.95,
  costHigh: 1.1,
  fulfilmentLow: 1,
  fulfilmentHigh: 1,
  delayYearsMax: 0,
};
/** Programmes for people: fewer may be reached. */
export const people = (fulfilmentLow: number, fulfilmentHigh: number): LeverUncertainty => ({
  ...asStated,
  costLow: 0.9,
  costHigh: 1.2,
  fulfilmentLow,
  fulfilmentHigh,
  delayYearsMax: 0,
});

/** 教学用房 a m², as built. */
export const building = source("unitCostYuanPerM2", "published", "teachingBuilding", { areaM2: 3049, costWan: 1371, yuanPerM2: 4497 });
/** Recruitment goes by the year. */
export const yearly = source("leadYears", "assumed", "yearlyRecruitment");
/** 一年工期: approved in one year, done in the next. */
export const oneYearOfWork = source("leadYears", "assumed", "oneYearOfWork");
/** Paid out of the budget of the year after the decision. */
export const nextBudget = source("leadYears", "assumed", "nextBudget");
/** Decided in one school year, in force from the next. */
export const nextSchoolYear = source("leadYears", "assumed", "nextSchoolYear");
/** 另计费用: nothing unless a county knows of some. */
export const noUnitCosts = { unitCapitalYuan: 0, unitYearlyYuan: 0 };
/** What every lever has: how far it may turn out otherwise is assumed, and that it costs nothing further. */
export const shared = [
  source("uncertainty", "assumed", "uncertaintyAssumed"),
  source("unitCapitalYuan", "assumed", "noFurtherCosts"),
  source("unitYearlyYuan", "assumed", "noFurtherCosts"),
];
/** 乡村教师补助 a month, for the note. */
export const subsidy = { fromYuan: 500, toYuan: 700 };
