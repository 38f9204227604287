import { type School, type Stage, stagesOfType } from "@server/statistics/contract";
import { declarationItems, type FurtherCountyFacts, monitoredSubjects, unreportedCounty } from "@server/statistics/facts-contract";
import type { ReportedFigures } from "@server/statistics/reported-contract";
import { publicFundsYuan } from "./further-figures";

/** How an invented county does in what it reports of itself. Shares are fractions of 1. */
export interface CountyHabits {
  /** Rotated teachers of those eligible, and backbone teachers of those rotated. */
  readonly rotated: number;
  readonly rotatedBackbone: number;
  readonly quota: number;
  readonly specialFundsYuan: number;
  /** Teachers' pay as a multiple of civil servants'. */
  readonly pay: number;
  readonly migrantPlaces: number;
  readonly disabledEnrolled: number;
  readonly differenceRate: number;
  readonly satisfied: number;
  readonly recognised: number;
  readonly undeclared: readonly (typeof declarationItems)[number][];
}

export const goodCountyHabits: CountyHabits = {
  rotated: 0.12,
  rotatedBackbone: 0.25,
  quota: 0.6,
  specialFundsYuan: 8200,
  pay: 1.04,
  migrantPlaces: 0.96,
  disabledEnrolled: 0.98,
  differenceRate: 0.11,
  satisfied: 0.93,
  recognised: 2015,
  undeclared: [],
};

/** Vetoes of the national text and of the newer form. */
const vetoIds = ["V1", "V2", "V3", "V4", "V5", "V6", "V7"] as const;

const sum = (cells: readonly (number | null)[]): number => cells.reduce<number>((all, cell) => all + (cell ?? 0), 0);
const pupilsOf = ({ pupils }: School, stage: Stage): number =>
  sum((stage === "primary" ? pupils.primaryByGrade : pupils.juniorByGrade) ?? []);
const two = (value: number): number => Math.round(value * 100) / 100;

const growthOf = (fiscalYear: number, pupils: number): FurtherCountyFacts["growth"] =>
  [2, 1, 0].map((back) => {
    const rise = (yearly: number): number => (1 + yearly) ** -back;
    return {
      fiscalYear: fiscalYear - back,
      appropriationWan: two(pupils * 1.25 * rise(0.07)),
      recurrentRevenueWan: two(pupils * 3.4 * rise(0.05)),
      expenditurePrimaryYuan: Math.round(11_800 * rise(0.04)),
      expenditureJuniorYuan: Math.round(15_900 * rise(0.04)),
      publicFundsPrimaryYuan: Math.round(1160 * rise(0.03)),
      publicFundsJuniorYuan: Math.round(1490 * rise(0.03)),
      teacherPayPrimaryWan: two(9.6 * rise(0.05)),
      teacherPayJuniorWan: two(9.9 * rise(0.05)),
    };
  });

const surveyOf = (population: number, satisfied: number): FurtherCountyFacts["survey"] => {
  const group = (sent: number): FurtherCountyFacts["survey"]["all"] => {
    const valid = Math.floor(sent * 0.97);
    const visited = Math.max(4, Math.floor(sent / 20));
    return { sent, valid, satisfied: Math.floor(valid * satisfied), visited, visitedSatisfied: Math.ceil(visited * satisfied) };
  };
  const sent = Math.max(120, Math.ceil(population * 0.0015));
  return { all: group(sent), parents: group(Math.ceil(sent * 0.55)) };
};

const standardsOfTheNation: ReportedFigures["standards"] = {
  R1: { primary: 4.2, junior: 5.3 },
  R2: { primary: 1, junior: 1 },
  R3: { primary: 0.9, junior: 0.9 },
  R4: { primary: 4.5, junior: 5.8 },
  R5: { primary: 7.5, junior: 10.2 },
  R6: { primary: 2000, junior: 2500 },
  R7: { primary: 2.3, junior: 2.4 },
};

/** What a careful county states in 表Ⅰ: the sums of its rows. */
export const statedTotals = (schools: readonly School[]): ReportedFigures => {
  const counted = (type: School["type"]): number => schools.filter((school) => school.type === type && school.countsAsSchool).length;
  const points = schools.filter(({ type }) => type === "teaching_point");
  const over = (stage: Stage, band: number): number => sum(schools.flatMap(({ classSizes }) => classSizes[stage]?.slice(band) ?? []));
  const classes = (stage: Stage): number =>
    sum(schools.flatMap((school) => (stage === "primary" ? school.classes.primaryByGrade : school.classes.juniorByGrade) ?? []));
  const persons = (stage: Stage): number => sum(schools.map((school) => pupilsOf(school, stage)));
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 1000) / 1000);
  const types = {
    schoolsPrimary: counted("primary"),
    schoolsNineYear: counted("nine_year"),
    schoolsJunior: counted("junior"),
    schoolsCompleteSecondary: counted("complete_secondary"),
    schoolsTwelveYear: counted("twelve_year"),
    teachingPoints: points.length,
  };
  const staff = {
    primary: sum(schools.map((school) => school.staff.primaryTotal)),
    junior: sum(schools.map((school) => school.staff.juniorTotal)),
  };
  return {
    ...types,
    schoolsTotal: sum(Object.values(types)),
    schoolsSpecial: counted("special"),
    teachingPointsFrom50: points.filter((school) => pupilsOf(school, "primary") >= 50).length,
    classesPrimary: classes("primary"),
    classesPrimaryOver45: over("primary", 5),
    classesPrimaryOver45Share: share(over("primary", 5), classes("primary")),
    classesJunior: classes("junior"),
    classesJuniorOver50: over("junior", 6),
    classesJuniorOver50Share: share(over("junior", 6), classes("junior")),
    pupilsTotal: persons("primary") + persons("junior"),
    pupilsPrimary: persons("primary"),
    pupilsJunior: persons("junior"),
    staffTotal: staff.primary + staff.junior,
    staffPrimary: staff.primary,
    staffJunior: staff.junior,
    teachersPrimary: sum(schools.map(({ teachers }) => teachers.primary?.fullTime ?? 0)),
    teachersJunior: sum(schools.map(({ teachers }) => teachers.junior?.fullTime ?? 0)),
    standards: standardsOfTheNation,
  };
};

/** Further facts of a county, in agreement with its schools. */
export const countyFactsFor = (schools: readonly School[], fiscalYear: number, habits: CountyHabits): FurtherCountyFacts => {
  const taught = schools.filter(({ type }) => stagesOfType[type].length > 0);
  const pupils = sum(taught.map((school) => pupilsOf(school, "primary") + pupilsOf(school, "junior")));
  const publicTeachers = sum(
    taught
      .filter(({ ownerCode }) => ownerCode !== 10)
      .map(({ teachers }) => (teachers.primary?.fullTime ?? 0) + (teachers.junior?.fullTime ?? 0)),
  );
  const population = Math.round(pupils / 0.105);
  const eligible = Math.floor(publicTeachers * 0.45);
  const rotated = Math.ceil(eligible * habits.rotated);
  const places = Math.max(60, Math.round(pupils * 0.03));
  const quota = Math.ceil(places * habits.quota);
  const migrants = sum(taught.map(({ enrolment }) => enrolment.migrantWorkerChildren));
  const inPlaces = Math.ceil(migrants * habits.migrantPlaces);
  const disabled = Math.max(20, Math.round(pupils * 0.005));
  const enrolled = Math.ceil(disabled * habits.disabledEnrolled);
  const special = Math.round(enrolled * 0.8);
  return {
    ...unreportedCounty(),
    facts: {
      publicFundsPrimaryYuan: publicFundsYuan.primary,
      publicFundsJuniorYuan: publicFundsYuan.junior,
      specialFundsYuan: special * habits.specialFundsYuan,
      specialPupils: special,
      teacherPayWan: two(9.7 * habits.pay),
      civilServantPayWan: 9.7,
      rotationEligible: eligible,
      rotated,
      rotatedBackbone: Math.min(rotated, Math.ceil(rotated * habits.rotatedBackbone)),
      seniorPlaces: places,
      quotaPlaces: quota,
      quotaRural: Math.ceil(quota * 0.6),
      migrantEligible: migrants,
      migrantPublic: inPlaces - Math.floor(migrants * 0.05),
      migrantPurchased: Math.floor(migrants * 0.05),
      disabledChildren: disabled,
      disabledEnrolled: enrolled,
      disabledInSpecialSchools: Math.round(enrolled * 0.4),
      basicRecognitionYear: habits.recognised,
      populationWan: Math.max(0.6, two(population / 10_000)),
      ruralPopulationWan: two((population * 0.45) / 10_000),
      townships: new Set(taught.map(({ township }) => township)).size,
      villages: taught.length * 3,
      gdpPerHeadYuan: 46_800,
      revenuePerHeadYuan: 3900,
      ruralIncomeYuan: 16_300,
      urbanIncomeYuan: 36_900,
    },
    declarations: Object.fromEntries(declarationItems.filter((item) => !habits.undeclared.includes(item)).map((item) => [item, true])),
    vetoes: Object.fromEntries(vetoIds.map((id) => [id, false])),
    monitoring: monitoredSubjects.map((subject, index) => ({
      subject,
      level: 3,
      differenceRate: two(habits.differenceRate + (index % 3) * 0.01),
    })),
    survey: surveyOf(population, habits.satisfied),
    growth: growthOf(fiscalYear, pupils),
    basicScore: { government: 92.5, satisfaction: 0.91 },
    reported: statedTotals(schools),
  };
};
