import type { Assumptions } from "@server/planning/contract";
import type { CountyDataset, School, Stage } from "@server/statistics/contract";
import { type Chance, gradeOf, known, lastGrade, observedOf, sumOf, teaches } from "./figures";

/** Pupils of the next year: who goes up, who enters grade 1, who comes into grade 7. */

interface Step {
  readonly code: string;
  readonly before: number;
  readonly after: number;
}

/** What was seen of everybody who went up from a grade of a stage, a step a school and year. */
const stepsFrom = ({ county, schools }: CountyDataset, stage: Stage, grade: number): readonly Step[] =>
  schools.flatMap((school) => {
    const observed = observedOf(school, county);
    return observed.flatMap((now): readonly Step[] => {
      const then = observed.find(({ year }) => year === now.year - 1);
      const before = then?.[stage]?.[grade] ?? null;
      const after = now[stage]?.[grade + 1] ?? null;
      return before === null || after === null || before <= 0 ? [] : [{ code: school.code, before, after }];
    });
  });

type Ratios = Readonly<Record<Stage, readonly ReadonlyMap<string, number>[]>>;

/** Grades counted from 1 as people do. */
const firstGrade = { primary: 1, junior: 7 } as const;

/**
 * 升级率 of each school by stage and grade: what is set for it, else for the county; else the mean of its own years, else
 * all steps of the county together, else 1.
 */
export const ratiosOf = (dataset: CountyDataset, { progressionRatios }: Pick<Assumptions, "progressionRatios">): Ratios => {
  const of = (stage: Stage) =>
    Array.from({ length: lastGrade[stage] }, (_, grade) => {
      const steps = stepsFrom(dataset, stage, grade);
      const pooled = steps.length === 0 ? 1 : sumOf(steps.map(({ after }) => after)) / sumOf(steps.map(({ before }) => before));
      return new Map(
        dataset.schools.map(({ code }) => {
          const here = progressionRatios.filter((entry) => entry.grade === firstGrade[stage] + grade);
          const set = here.find(({ schoolCode }) => schoolCode === code) ?? here.find(({ schoolCode }) => schoolCode === "");
          if (set !== undefined) return [code, set.ratio];
          const own = steps.filter((step) => step.code === code).map(({ before, after }) => after / before);
          return [code, own.length === 0 ? pooled : sumOf(own) / own.length];
        }),
      );
    });
  return { primary: of("primary"), junior: of("junior") };
};

/** Children who come to school age: ⅓ of those born seven years before, ⅔ of those born six years before. */
const childrenOf = (births: CountyDataset["county"]["births"], year: number): number => {
  const bornIn = (wanted: number): number => known(births.find((entry) => entry.year === wanted)?.births);
  return bornIn(year - 7) / 3 + (2 * bornIn(year - 6)) / 3;
};

/** Grade-1 entrants of a year: so many times the base year's, or so many persons to share out. */
type Intake = { readonly times: number } | { readonly persons: number };

export const intakeOf = ({ county }: CountyDataset, { entrants, entrantsTrendBeyondBirths }: Assumptions, yearsOn: number): Intake => {
  const year = county.statisticsYear + yearsOn;
  if (entrants.mode === "trend") return { times: (1 + entrants.annualChange) ** yearsOn };
  if (entrants.mode === "series") {
    const byYear = [...entrants.series].sort((left, right) => left.year - right.year);
    const entry = byYear.findLast((candidate) => candidate.year <= year) ?? byYear[0];
    return entry === undefined ? { times: 1 } : { persons: entry.entrants };
  }
  const atBase = childrenOf(county.births, county.statisticsYear);
  const timesIn = (years: number): number => {
    if (years === 0) return 1;
    const now = childrenOf(county.births, county.statisticsYear + years) / atBase;
    return atBase > 0 && !Number.isNaN(now) ? now : timesIn(years - 1) * (1 + entrantsTrendBeyondBirths);
  };
  return { times: timesIn(yearsOn) };
};

/** The base year's intake of every primary school, shared anew by attendance zones where that is assumed. */
export const intakesOf = ({ schools }: CountyDataset, { entrantShares, zoneShares }: Assumptions): ReadonlyMap<string, number> => {
  const intakes = schools
    .filter((school) => teaches(school, "primary"))
    .map((school) => ({ code: school.code, intake: gradeOf(school, "primary", 0) }));
  if (entrantShares !== "zones") return new Map(intakes.map(({ code, intake }) => [code, intake]));
  const total = sumOf(intakes.map(({ intake }) => intake));
  const shareOf = new Map(zoneShares.map(({ schoolCode, share }) => [schoolCode, share]));
  const named = sumOf(intakes.map(({ code }) => shareOf.get(code) ?? 0));
  const ofOthers = sumOf(intakes.filter(({ code }) => !shareOf.has(code)).map(({ intake }) => intake));
  // Where no other school has an intake, the named ones share out all of it.
  const whole = ofOthers === 0 && named > 0 ? named : 1;
  return new Map(
    intakes.map(({ code, intake }) => {
      const share = shareOf.get(code);
      if (share !== undefined) return [code, (total * share) / whole];
      return [code, ofOthers === 0 ? 0 : (total * (1 - named) * intake) / ofOthers];
    }),
  );
};

/** Grade-1 entrants of every school in a year: the numbers that are given, and what they leave of the county's shared out as the other schools' intakes are. */
export const entrantsOf = (
  base: CountyDataset,
  assumptions: Assumptions,
  intakes: ReadonlyMap<string, number>,
  yearsOn: number,
): ReadonlyMap<string, number> => {
  const intake = intakeOf(base, assumptions, yearsOn);
  const total = sumOf([...intakes.values()]);
  const numbers = new Map(
    assumptions.entrantNumbers
      .filter(({ schoolCode, year }) => year === base.county.statisticsYear + yearsOn && intakes.has(schoolCode))
      .map(({ schoolCode, entrants }) => [schoolCode, entrants]),
  );
  if (numbers.size > 0) {
    const ofCounty = "times" in intake ? total * intake.times : intake.persons;
    const left = ofCounty - sumOf([...numbers.values()]);
    const others = sumOf([...intakes].filter(([code]) => !numbers.has(code)).map(([, own]) => own));
    return new Map([...intakes].map(([code, own]) => [code, numbers.get(code) ?? (left <= 0 || own === 0 ? 0 : (left * own) / others)]));
  }
  return new Map(
    [...intakes].map(([code, own]) => {
      if ("times" in intake) return [code, own * intake.times];
      return [code, total === 0 ? 0 : (intake.persons * own) / total];
    }),
  );
};

/** How a school's own leavers and those of others came into its grade 7 of the base year. */
export interface Feeder {
  readonly code: string;
  /** Share of its own leavers in the county who stay at the school. */
  readonly keeps: number;
  /** Its claim on those who come from elsewhere: as many as came, else all of grade 7, else every school's alike. */
  readonly pool: number;
  /** All of its grade 7. */
  readonly intake: number;
}

/** Observed ways into grade 7, of the schools that have one. */
export const feedersOf = ({ county, schools }: CountyDataset, leakage: number): readonly Feeder[] => {
  const ways = schools
    .filter((school) => teaches(school, "junior"))
    .map((school) => {
      const intake = gradeOf(school, "junior", 0);
      if (!teaches(school, "primary")) return { code: school.code, keeps: 0, elsewhere: intake, intake };
      const lastYear = observedOf(school, county).find(({ year }) => year === county.statisticsYear - 1);
      const seen = lastYear?.primary ?? school.pupils.primaryByGrade;
      const leavers = known(seen?.[lastGrade.primary]) * (1 - leakage);
      return {
        code: school.code,
        keeps: leavers === 0 ? 0 : Math.min(1, intake / leavers),
        elsewhere: intake - Math.min(intake, leavers),
        intake,
      };
    });
  const claims = [ways.map(({ elsewhere }) => elsewhere), ways.map(({ intake }) => intake), ways.map(() => 1)];
  const pools = claims.find((each) => sumOf(each) !== 0) ?? [];
  return ways.map(({ code, keeps, intake }, index) => ({ code, keeps, intake, pool: known(pools[index]) }));
};

/** Nothing of what is unknown is nothing. */
const part = (whole: number, share: number): number => (share === 0 ? 0 : whole * share);

/** Grade-7 intake of every school with a junior stage. */
export const juniorIntake = (
  schools: readonly School[],
  feeders: readonly Feeder[],
  { juniorLeakage, feederShares }: Assumptions,
  migration: (code: string) => number,
): ReadonlyMap<string, number> => {
  const arriving = new Map(feeders.map(({ code }) => [code, 0]));
  const arrive = (code: string, persons: number): void => {
    arriving.set(code, (arriving.get(code) ?? 0) + persons);
  };
  let pool = 0;
  for (const school of schools.filter((one) => teaches(one, "primary"))) {
    const leavers = gradeOf(school, "primary", lastGrade.primary) * (1 - juniorLeakage) * migration(school.code);
    const named = feederShares.filter(({ fromCode, toCode }) => fromCode === school.code && arriving.has(toCode));
    for (const { toCode, share } of named) arrive(toCode, leavers * share);
    const others = leavers * (1 - sumOf(named.map(({ share }) => share)));
    const keeps = feeders.find(({ code }) => code === school.code)?.keeps ?? 0;
    if (arriving.has(school.code)) arrive(school.code, part(others, keeps));
    pool += others * (1 - keeps);
  }
  const claims = sumOf(feeders.map((feeder) => feeder.pool));
  for (const feeder of feeders) arrive(feeder.code, part(pool, claims === 0 ? 1 / feeders.length : feeder.pool / claims));
  return arriving;
};

/** Shares that roll on: of as many as before, every school has the part that it had of a year's entrants. */
export const rolledOn = (
  { entrants: { mode } }: Assumptions,
  intakes: ReadonlyMap<string, number>,
  entered: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> => {
  const all = sumOf([...entered.values()]);
  if (all === 0) return intakes;
  // Of persons only the shares count, of a forecast by factors also how many there are together.
  const before = mode === "series" ? 1 : sumOf([...intakes.values()]);
  return new Map([...entered].map(([code, persons]) => [code, (before * persons) / all]));
};

/** 净转入 of a school in a year into a grade, counted from 1. */
export const transfersInto = ({ netTransfers }: Assumptions, code: string, grade: number, year: number): number =>
  netTransfers.find((entry) => entry.schoolCode === code && entry.grade === grade && entry.year === year)?.pupils ?? 0;

/** Grades of a stage a year later, given who enters its first grade and who changes schools: nobody leaves who is not there. */
export const nextGrades = (
  school: School,
  stage: Stage,
  ratios: Ratios,
  entering: number,
  chance: Chance,
  yearsOn: number,
  joining: (grade: number) => number = () => 0,
): readonly number[] =>
  [
    entering,
    ...ratios[stage].map((ratio, grade) => {
      return gradeOf(school, stage, grade) * known(ratio.get(school.code)) * chance("progression", school.code, yearsOn);
    }),
  ].map((pupils, grade) => Math.max(0, pupils + joining(firstGrade[stage] + grade)));
