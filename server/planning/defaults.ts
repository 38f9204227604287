import type { CountyDataset, School } from "@server/statistics/contract";
import type { Assumptions, DefaultSource, PlanningDefaults } from "./contract";
import { source } from "./default-source";
import { childrenOfSchoolAge } from "./engine/entrants";
import { leverDefaults, leverSources } from "./levers/all/defaults";
import { defaultUncertainty, uncertaintySources } from "./uncertainty-defaults";

export { leverDefaults, leverSources } from "./levers/all/defaults";

/**
 * Mean change of national births a year, 2022 → 2025: 956 → 792 万 (National Bureau of Statistics),
 * (792 / 956)^(1/3) − 1 = −6.1 %, rounded.
 */
const nationalBirthsTrend = -0.06;

const threeDecimals = (value: number): number => Math.round(value * 1000) / 1000;

/** Sum over schools of one cell in a year; null when any reported school lacks it, or none has it. */
const countyCells = (
  dataset: CountyDataset,
  year: number,
  read: (school: School, year: number) => number | null | undefined,
): number | null => {
  let total: number | null = null;
  for (const school of dataset.schools) {
    const cell = read(school, year);
    if (cell === undefined) continue;
    if (cell === null) return null;
    total = (total ?? 0) + cell;
  }
  return total;
};

const grade1 = (school: School, year: number): number | null | undefined =>
  school.history.find((entry) => entry.year === year)?.primaryByGrade?.[0];
const grade6 = (school: School, year: number): number | null | undefined =>
  school.history.find((entry) => entry.year === year)?.primaryByGrade?.[5];

/** Mean change a year of the county's grade-1 intake over the loaded years, within ±20 %; null without history. */
const observedTrend = (dataset: CountyDataset): { readonly change: number; readonly fromYear: number } | null => {
  const baseYear = dataset.county.statisticsYear;
  const fromYear = Math.min(baseYear, ...dataset.schools.flatMap((school) => school.history.map((entry) => entry.year)));
  const before = countyCells(dataset, fromYear, grade1);
  const now = countyCells(dataset, baseYear, (school) => school.pupils.primaryByGrade?.[0]);
  if (fromYear === baseYear || before === null || now === null || before <= 0 || now <= 0) return null;
  const change = (now / before) ** (1 / (baseYear - fromYear)) - 1;
  return { change: threeDecimals(Math.min(0.2, Math.max(-0.2, change))), fromYear };
};

/** Share of last year's grade 6 who are not in this year's grade 7; 0 when more arrived than left; null without history. */
const observedLeakage = (dataset: CountyDataset): number | null => {
  const baseYear = dataset.county.statisticsYear;
  const leavers = countyCells(dataset, baseYear - 1, grade6);
  const arrived = countyCells(dataset, baseYear, (school) => school.pupils.juniorByGrade?.[0]);
  if (leavers === null || arrived === null || leavers <= 0) return null;
  return threeDecimals(Math.min(1, Math.max(0, 1 - arrived / leavers)));
};

const birthsUsable = (dataset: CountyDataset): boolean =>
  childrenOfSchoolAge(new Map(dataset.county.births.map((entry) => [entry.year, entry.births])), dataset.county.statisticsYear) > 0;

interface SourcedAssumptions {
  readonly assumptions: Assumptions;
  readonly sources: readonly DefaultSource[];
}

const sourcedAssumptions = (dataset: CountyDataset): SourcedAssumptions => {
  const trend = observedTrend(dataset);
  const leakage = observedLeakage(dataset);
  const births = birthsUsable(dataset);
  const trendSource = (path: string): DefaultSource =>
    trend === null
      ? source(path, "published", "nationalBirths", { fromYear: 2022, toYear: 2025, change: nationalBirthsTrend })
      : source(path, "observed", "ownIntakeTrend", { fromYear: trend.fromYear, toYear: dataset.county.statisticsYear });
  return {
    assumptions: {
      entrants: births ? { mode: "births" } : { mode: "trend", annualChange: trend?.change ?? nationalBirthsTrend },
      entrantsTrendBeyondBirths: nationalBirthsTrend,
      juniorLeakage: leakage ?? 0,
      classPolicy: "observed_mean_under_cap",
      classCap: { primary: 45, junior: 50 },
      entrantShares: "base_year",
      zoneShares: [],
      entrantNumbers: [],
      progressionRatios: [],
      netTransfers: [],
      feederShares: [],
      retention: "base_year",
      evidence: "declared_years",
      retirement: "by_age",
      ageShares: [0.06, 0.15, 0.16, 0.16, 0.14, 0.13, 0.12, 0.08, 0],
      womenShare: 0.65,
      schoolAges: [],
      upgradingRate: 0,
      backboneRate: 0,
      teacherAttrition: 0.01,
      teacherReplacement: 1,
      priceGrowth: 0.03,
    },
    sources: [
      births ? source("entrants", "observed", "countyBirths") : trendSource("entrants"),
      source("entrantsTrendBeyondBirths", "published", "nationalBirths", { fromYear: 2022, toYear: 2025, change: nationalBirthsTrend }),
      leakage === null
        ? source("juniorLeakage", "assumed", "noLeakageKnown")
        : source("juniorLeakage", "observed", "ownLeakage", { fromYear: dataset.county.statisticsYear - 1 }),
      source("classPolicy", "assumed", "classSizeAsObserved"),
      source("classCap", "regulation", "classSizeLimit", { primary: 45, junior: 50 }),
      source("entrantShares", "assumed", "sharesAsObserved"),
      source("zoneShares", "assumed", "sharesAsObserved"),
      source("entrantNumbers", "assumed", "noNumbersOfSchools"),
      source("progressionRatios", "observed", "ratiosAsObserved"),
      source("netTransfers", "assumed", "noTransfersKnown"),
      source("feederShares", "observed", "feederAsObserved"),
      source("retention", "assumed", "retentionAsObserved"),
      source("evidence", "assumed", "evidenceByYear"),
      source("retirement", "regulation", "retirementReform"),
      source("ageShares", "assumed", "ageBandsAssumed"),
      source("womenShare", "assumed", "womenAssumed"),
      source("schoolAges", "assumed", "noAgesOfSchools"),
      source("upgradingRate", "assumed", "noneWithoutProgramme"),
      source("backboneRate", "assumed", "noneWithoutProgramme"),
      source("teacherAttrition", "assumed", "otherAttrition"),
      source("teacherReplacement", "assumed", "postsRefilled"),
      source("priceGrowth", "assumed", "priceGrowth"),
    ],
  };
};

/** Starting assumptions of a county: its own births, intake and leakage where the data show them, else figures that say their source. */
export const defaultAssumptions = (dataset: CountyDataset): Assumptions => sourcedAssumptions(dataset).assumptions;

/** Where each of `defaultAssumptions` comes from. */
export const assumptionSources = (dataset: CountyDataset): readonly DefaultSource[] => sourcedAssumptions(dataset).sources;

/** All defaults of a county with their sources. */
export const planningDefaults = (dataset: CountyDataset): PlanningDefaults => ({
  assumptions: defaultAssumptions(dataset),
  assumptionSources: assumptionSources(dataset),
  levers: leverDefaults,
  leverSources,
  uncertainty: defaultUncertainty,
  uncertaintySources,
});
