import { type ResourceIndicator, resourceIndicators, type StageAssessment, type Verdict } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import type { RunView } from "@server/jobs/contract";
import type { LatestAnswer, Projection, YearOutcome } from "@server/planning/contract";
import { type Stage, stages } from "@server/statistics/contract";
import { yearShown, yearVerdict } from "./year-verdict";

/** Figures of one indicator of one stage over the years. */
export interface IndicatorSeries {
  readonly stage: Stage;
  readonly indicator: ResourceIndicator;
  readonly baseline: Readonly<Record<Measure, readonly (number | null)[]>>;
  readonly trial: Readonly<Record<Measure, readonly (number | null)[]>>;
  readonly verdicts: { readonly baseline: readonly Verdict[]; readonly trial: readonly Verdict[] };
  /** Sections of the stage, by year of the trial. */
  readonly sections: readonly number[];
}

/** 差异系数, 县均值, 达标学段校. */
export const measures = ["cv", "mean", "met"] as const;
export type Measure = (typeof measures)[number];

const seriesOf = (outcomes: readonly YearOutcome[], stage: Stage, indicator: ResourceIndicator) => ({
  cv: outcomes.map((year) => year.stages[stage].cv[indicator]),
  mean: outcomes.map((year) => year.stages[stage].mean[indicator]),
  met: outcomes.map((year) => year.stages[stage].indicatorMet[indicator]),
});

const verdictsOf = (outcomes: readonly YearOutcome[], stage: Stage, indicator: ResourceIndicator): readonly Verdict[] =>
  outcomes.map((year) => year.stages[stage].cvVerdict[indicator]);

/** All 14 indicator series of a projection. */
export const indicatorSeries = ({ baseline, trial }: Projection): readonly IndicatorSeries[] =>
  stages.flatMap((stage) =>
    resourceIndicators.map((indicator) => ({
      stage,
      indicator,
      baseline: seriesOf(baseline, stage, indicator),
      trial: seriesOf(trial, stage, indicator),
      verdicts: { baseline: verdictsOf(baseline, stage, indicator), trial: verdictsOf(trial, stage, indicator) },
      sections: trial.map((year) => year.stages[stage].sectionsTotal),
    })),
  );

export interface SectionChange {
  readonly id: string;
  readonly schoolName: string;
  readonly stage: Stage;
  readonly pupils: number | null;
  readonly metCount: number;
  readonly baseline: Verdict | null;
  readonly trial: Verdict;
}

const rank: Readonly<Record<Verdict, number>> = { not_met: 0, not_evaluable: 1, met: 2 };

/** 教师余缺 of one section against the norm; null where a figure is not reported. */
export interface StaffedSection {
  readonly id: string;
  readonly schoolName: string;
  readonly stage: Stage;
  readonly pupils: number | null;
  readonly teachers: number | null;
  readonly needed: number | null;
  /** Teachers beyond those needed; below zero: lacking. */
  readonly balance: number | null;
}

const staffedSections = ({ sections }: YearOutcome): readonly StaffedSection[] =>
  sections.map(({ id, schoolName, stage, pupils, teachers = null, teachersNeeded: needed = null }) => ({
    id,
    schoolName,
    stage,
    pupils,
    teachers,
    needed,
    balance: teachers === null || needed === null ? null : teachers - needed,
  }));

/** Persons lacking and beyond, over the schools of a stage: what one school has too many another has not. */
const staffBalance = (outcome: YearOutcome) => {
  const of = (stage: Stage) => {
    const known = staffedSections(outcome).flatMap((section) =>
      section.stage === stage && section.balance !== null ? [section.balance] : [],
    );
    const lacking = known.filter((balance) => balance < 0);
    const beyond = known.filter((balance) => balance > 0);
    const sum = (persons: readonly number[]): number => persons.reduce((total, one) => total + Math.abs(one), 0);
    return { lacking: sum(lacking), schoolsLacking: lacking.length, beyond: sum(beyond), schoolsBeyond: beyond.length, told: known.length };
  };
  return { year: outcome.year, primary: of("primary"), junior: of("junior") };
};

/** The section that lacks most first, those that cannot be told last. */
const byBalance = (left: StaffedSection, right: StaffedSection): number =>
  (left.balance ?? Number.POSITIVE_INFINITY) - (right.balance ?? Number.POSITIVE_INFINITY) || (left.id < right.id ? -1 : 1);

/** Sections of one year, those that still fail first, then those that the measures turned. */
const sectionsOf = (projection: Projection, index: number): readonly SectionChange[] => {
  const before = new Map(projection.baseline[index]?.sections.map((section) => [section.id, section.verdict]));
  return (projection.trial[index]?.sections ?? [])
    .map(
      (section): SectionChange => ({
        id: section.id,
        schoolName: section.schoolName,
        stage: section.stage,
        pupils: section.pupils,
        metCount: section.metCount,
        baseline: before.get(section.id) ?? null,
        trial: section.verdict,
      }),
    )
    .sort(
      (a, b) =>
        rank[a.trial] - rank[b.trial] ||
        (a.baseline === null ? 2 : rank[a.baseline]) - (b.baseline === null ? 2 : rank[b.baseline]) ||
        (a.id < b.id ? -1 : 1),
    );
};

export type Limits = Readonly<
  Record<Stage, Readonly<Record<ResourceIndicator, { readonly cv: number; readonly standard: number | null }>>>
>;

/** Verdicts of the trial's items and parts, year by year; null where they are not judged. What is behind them in the chosen year. */
const itemYearsOf = (outcomes: readonly YearOutcome[], chosen: YearOutcome | undefined) => ({
  figures: chosen?.itemFigures ?? null,
  overall: outcomes.map(({ overall }) => overall?.verdict ?? null),
  resource: outcomes.map(({ verdict }) => verdict),
  items: itemIds.map((id) => ({ id, verdicts: outcomes.map(({ items }) => items?.[id] ?? null) })),
});

/** Rooms and staff of the trial, year by year. */
const roomsOf = (outcomes: readonly YearOutcome[]) => ({
  idle: outcomes.map(({ idleRooms }) => idleRooms),
  places: outcomes.map(({ idlePlaces }) => idlePlaces),
  lacking: outcomes.map(({ lackingRooms }) => lackingRooms),
  staff: stages.map((stage) => ({
    stage,
    staff: outcomes.map((year) => year.stages[stage].staffNeeded),
    needed: outcomes.map((year) => year.stages[stage].teachersNeeded),
    have: outcomes.map((year) => year.stages[stage].teachers),
  })),
});

/** Limits that the charts draw, from the judgement of the base year. */
export const limitsOf = (assessed: Readonly<Record<Stage, StageAssessment>>): Limits => {
  const ofStage = (stage: Stage) => {
    const of = (indicator: ResourceIndicator) => ({
      cv: assessed[stage].balance[indicator].limit,
      standard: assessed[stage].sections[0]?.indicators[indicator].standard ?? null,
    });
    return { R1: of("R1"), R2: of("R2"), R3: of("R3"), R4: of("R4"), R5: of("R5"), R6: of("R6"), R7: of("R7") };
  };
  return { primary: ofStage("primary"), junior: ofStage("junior") };
};

/** What the scenario page draws of an answer for one chosen year; the stored answer itself stays on the server. */
export const resultView = (answer: LatestAnswer, askedYear: number | null) => {
  const { projection, receipt, run, upToDate } = answer;
  const { years } = projection;
  const year = yearShown(projection, askedYear);
  const chosen = projection.trial[years.indexOf(year)];
  return {
    runId: run.id,
    finishedAt: run.finishedAt,
    upToDate,
    receipt,
    years,
    year,
    baseYear: projection.baseYear,
    baseline: projection.baseline.map(yearVerdict),
    trial: projection.trial.map(yearVerdict),
    itemYears: itemYearsOf(projection.trial, chosen),
    rooms: roomsOf(projection.trial),
    splitClasses: chosen?.splitClasses ?? [],
    indicators: indicatorSeries(projection),
    staffing: {
      sections: chosen === undefined ? [] : [...staffedSections(chosen)].sort(byBalance),
      years: projection.trial.map(staffBalance),
    },
    sections: sectionsOf(projection, years.indexOf(year)),
    cost: projection.cost,
    levers: projection.levers,
    flows: projection.flows.filter((flow) => flow.year === year),
    flowYears: [...new Set(projection.flows.map((flow) => flow.year))],
    notices: projection.notices,
    assumptionUse: projection.assumptionUse,
  };
};
export type ResultView = ReturnType<typeof resultView>;

/** A run that the page waits for. */
export const isOpen = (run: RunView): boolean => run.state === "queued" || run.state === "running";
