import type { CheckReporter } from "./check-report";
import type { CountyDataset } from "./contract";
import { pupilsOfSchool, teachersOf } from "./further-checks";
import { headingOfCountyPath } from "./workbook/layout";

/** Checks of what the county reports of itself: hard where figures exclude each other, soft where they are unlikely. */

type County = CountyDataset["county"];

const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** Limits beyond which a figure of the county is looked at again. */
export const likelyCountyLimits = {
  /** 万元 a year; a figure in yuan is 10 000 times. */
  payWan: { min: 1, max: 60 },
  /** Yuan a pupil and year. */
  publicFundsYuan: { min: 100, max: 20_000 },
  specialFundsYuan: { min: 500, max: 100_000 },
  /** 万人; a figure in persons is 10 000 times. */
  populationWan: { min: 0.5, max: 500 },
  /** 校际差异率 above 1 is a percentage without its sign. */
  differenceRate: 1,
  /** Growth of a fiscal figure against the year before. */
  growth: 0.5,
} as const;

const subsets: readonly (readonly [part: keyof County["facts"], whole: keyof County["facts"]])[] = [
  ["rotated", "rotationEligible"],
  ["rotatedBackbone", "rotated"],
  ["quotaPlaces", "seniorPlaces"],
  ["quotaRural", "quotaPlaces"],
  ["migrantPublic", "migrantEligible"],
  ["migrantPurchased", "migrantEligible"],
  ["disabledEnrolled", "disabledChildren"],
  ["disabledInSpecialSchools", "disabledEnrolled"],
  ["ruralPopulationWan", "populationWan"],
];

const checkSubsets = ({ facts, survey }: County, report: CheckReporter): void => {
  const part = (path: string, value: number | null, wholePath: string, whole: number | null): void => {
    if (value === null || whole === null || value <= whole) return;
    report.county("error", "countyPartAboveWhole", path, {
      heading: headingOfCountyPath(path),
      part: value,
      wholeHeading: headingOfCountyPath(wholePath),
      whole,
      at: report.countyCellOf(wholePath),
    });
  };
  for (const [inner, outer] of subsets) part(`facts.${inner}`, facts[inner], `facts.${outer}`, facts[outer]);
  const { migrantPublic, migrantPurchased, migrantEligible } = facts;
  if (
    migrantPublic !== null &&
    migrantPurchased !== null &&
    migrantPublic <= (migrantEligible ?? 0) &&
    migrantPurchased <= (migrantEligible ?? 0)
  )
    part("facts.migrantPurchased", migrantPublic + migrantPurchased, "facts.migrantEligible", migrantEligible);
  for (const group of ["all", "parents"] as const) {
    const asked = survey[group];
    part(`survey.${group}.valid`, asked.valid, `survey.${group}.sent`, asked.sent);
    part(`survey.${group}.satisfied`, asked.satisfied, `survey.${group}.valid`, asked.valid);
    part(`survey.${group}.visitedSatisfied`, asked.visitedSatisfied, `survey.${group}.visited`, asked.visited);
  }
  for (const key of ["sent", "valid", "satisfied", "visited", "visitedSatisfied"] as const)
    part(`survey.parents.${key}`, survey.parents[key], `survey.all.${key}`, survey.all[key]);
};

const checkYears = ({ facts, growth, statisticsYear }: County, report: CheckReporter): void => {
  const { basicRecognitionYear } = facts;
  if (basicRecognitionYear !== null && basicRecognitionYear > statisticsYear)
    report.county("error", "recognitionAfterStatisticsYear", "facts.basicRecognitionYear", { year: basicRecognitionYear, statisticsYear });
  const seen = new Set<number>();
  for (const [index, { fiscalYear }] of growth.entries()) {
    if (fiscalYear > statisticsYear)
      report.county("error", "growthYearLate", `growth.${index}.fiscalYear`, { year: fiscalYear, statisticsYear });
    if (seen.has(fiscalYear)) report.county("error", "duplicateGrowthYear", `growth.${index}.fiscalYear`, { year: fiscalYear });
    seen.add(fiscalYear);
  }
};

/** Hard checks of the county's facts. */
export const checkCountyFacts = ({ county }: CountyDataset, report: CheckReporter): void => {
  checkSubsets(county, report);
  checkYears(county, report);
};

const checkUnits = (county: County, report: CheckReporter): void => {
  const { facts, monitoring } = county;
  const within = (path: string, value: number | null, { min, max }: { readonly min: number; readonly max: number }): void => {
    if (value !== null && (value < min || value > max))
      report.county("warning", "countyFigureUnlikely", path, { heading: headingOfCountyPath(path), value, min, max });
  };
  within("facts.teacherPayWan", facts.teacherPayWan, likelyCountyLimits.payWan);
  within("facts.civilServantPayWan", facts.civilServantPayWan, likelyCountyLimits.payWan);
  within("facts.publicFundsPrimaryYuan", facts.publicFundsPrimaryYuan, likelyCountyLimits.publicFundsYuan);
  within("facts.publicFundsJuniorYuan", facts.publicFundsJuniorYuan, likelyCountyLimits.publicFundsYuan);
  within("facts.populationWan", facts.populationWan, likelyCountyLimits.populationWan);
  const { specialFundsYuan, specialPupils } = facts;
  if (specialFundsYuan !== null && specialPupils !== null && specialPupils > 0) {
    const each = specialFundsYuan / specialPupils;
    const { min, max } = likelyCountyLimits.specialFundsYuan;
    if (each < min || each > max)
      report.county("warning", "specialFundsUnlikely", "facts.specialFundsYuan", {
        each: round(each),
        funds: specialFundsYuan,
        pupils: specialPupils,
      });
  }
  for (const [index, { differenceRate }] of monitoring.entries()) {
    if (differenceRate !== null && differenceRate > likelyCountyLimits.differenceRate)
      report.county("warning", "rateLooksLikePercent", `monitoring.${index}.differenceRate`, {
        heading: headingOfCountyPath(`monitoring.${index}.differenceRate`),
        value: differenceRate,
      });
  }
};

const moneyOfGrowth = [
  "appropriationWan",
  "recurrentRevenueWan",
  "expenditurePrimaryYuan",
  "expenditureJuniorYuan",
  "publicFundsPrimaryYuan",
  "publicFundsJuniorYuan",
  "teacherPayPrimaryWan",
  "teacherPayJuniorWan",
] as const;

const checkGrowth = ({ growth }: County, report: CheckReporter): void => {
  for (const [index, entry] of growth.entries()) {
    const past = growth[index - 1];
    if (past === undefined) continue;
    if (entry.fiscalYear !== past.fiscalYear + 1)
      report.county("warning", "growthYearGap", `growth.${index}.fiscalYear`, { year: entry.fiscalYear, before: past.fiscalYear });
    for (const key of moneyOfGrowth) {
      const [now, before] = [entry[key], past[key]];
      if (now === null || before === null || before === 0 || Math.abs(now / before - 1) <= likelyCountyLimits.growth) continue;
      const path = `growth.${index}.${key}`;
      report.county("warning", "growthJump", path, {
        heading: headingOfCountyPath(path),
        year: entry.fiscalYear,
        before,
        now,
        percent: round((now / before - 1) * 100),
      });
    }
  }
};

/** Σ over the schools that report it; null when none does. */
const sumReported = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

const checkAgainstSchools = ({ county: { facts }, schools }: CountyDataset, report: CheckReporter): void => {
  const above = (path: string, value: number | null, sum: number | null): void => {
    if (value !== null && sum !== null && value > sum)
      report.county("warning", "countyAboveSchools", path, { heading: headingOfCountyPath(path), value, sum });
  };
  above("facts.rotationEligible", facts.rotationEligible, sumReported(schools.map(teachersOf)));
  above("facts.migrantPublic", facts.migrantPublic, sumReported(schools.map(pupilsOfSchool)));
};

/** Soft checks of the county's facts. */
export const unlikelyCountyFacts = (dataset: CountyDataset, report: CheckReporter): void => {
  checkUnits(dataset.county, report);
  checkGrowth(dataset.county, report);
  checkAgainstSchools(dataset, report);
};
