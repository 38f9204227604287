import type { CountyAssessment, ResourceIndicator } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";
import type { Projection, YearOutcome } from "../contract";
import type { Question } from "./simulate";
import { roomBalance, splitClasses } from "./split-classes";
import type { CountyState } from "./state";

const perIndicator = <T>(read: (indicator: ResourceIndicator) => T): Record<ResourceIndicator, T> => ({
  R1: read("R1"),
  R2: read("R2"),
  R3: read("R3"),
  R4: read("R4"),
  R5: read("R5"),
  R6: read("R6"),
  R7: read("R7"),
});

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** 中央编办发〔2014〕72号: pupils for one member of staff. */
const pupilsAStaffMember: Readonly<Record<Stage, number>> = { primary: 19, junior: 13.5 };

type StageOutcome = YearOutcome["stages"]["primary"];

/** Full-time teachers at the judged sections of a stage, campuses included. */
const teachersOf = (assessment: CountyAssessment, stage: Stage, state: CountyState, rowOf: ReadonlyMap<string, number>): number => {
  let teachers = 0;
  for (const section of assessment.stages[stage].sections) {
    for (const code of [section.schoolCode, ...section.mergedFrom]) {
      const row = rowOf.get(code);
      if (row !== undefined) teachers += state.teachers[stage].fullTime[row] ?? Number.NaN;
    }
  }
  return teachers;
};

const stageOutcome = (assessment: CountyAssessment, stage: Stage, state: CountyState, rowOf: ReadonlyMap<string, number>): StageOutcome => {
  const judged = assessment.stages[stage];
  const classes = judged.sections.reduce((sum, section) => sum + (section.classes ?? Number.NaN), 0);
  return {
    pupils: judged.pupils,
    classes: known(classes),
    teachers: known(teachersOf(assessment, stage, state, rowOf)),
    sectionsTotal: judged.sectionsTotal,
    sectionsMet: judged.sectionsMet,
    sectionsNotEvaluable: judged.sectionsNotEvaluable,
    indicatorMet: perIndicator((indicator) => judged.indicatorMet[indicator]),
    mean: perIndicator((indicator) => judged.balance[indicator].mean),
    cv: perIndicator((indicator) => judged.balance[indicator].cv),
    cvVerdict: perIndicator((indicator) => judged.balance[indicator].verdict),
    verdict: judged.verdict,
    staffNeeded: judged.pupils === null ? null : judged.pupils / pupilsAStaffMember[stage],
  };
};

const itemVerdicts = ({ items }: CountyAssessment): YearOutcome["items"] =>
  items === null ? null : (Object.fromEntries(Object.entries(items).map(([id, { verdict }]) => [id, verdict])) as YearOutcome["items"]);

/** The judgement of one year, cut down to what a projection keeps. */
export const yearOutcome = (assessment: CountyAssessment, state: CountyState, { base, model, rowOf }: Question): YearOutcome => {
  const { primary, junior } = assessment.stages;
  return {
    year: state.year,
    overall: assessment.overall,
    items: itemVerdicts(assessment),
    verdict: assessment.verdict,
    failing: assessment.failing,
    notEvaluable: assessment.notEvaluable,
    distance: assessment.distance,
    stages: {
      primary: stageOutcome(assessment, "primary", state, rowOf),
      junior: stageOutcome(assessment, "junior", state, rowOf),
    },
    sections: [...primary.sections, ...junior.sections].map((section) => ({
      id: section.id,
      schoolCode: section.schoolCode,
      schoolName: section.schoolName,
      stage: section.stage,
      pupils: section.pupils,
      verdict: section.verdict,
      metCount: section.metCount,
      values: perIndicator((indicator) => section.indicators[indicator].value),
      states: perIndicator((indicator) => section.indicators[indicator].state),
    })),
    splitClasses: splitClasses(
      state,
      model,
      base.schools.map(({ code }) => code),
      { primary: base.teachers.primary.fullTime, junior: base.teachers.junior.fullTime },
    ),
    ...roomBalance(state),
  };
};

/** First year of compliance, whether it lasts to the end of the horizon, and the later years without it. */
export const complianceSpan = (outcomes: readonly YearOutcome[]): Projection["compliance"]["trial"] => {
  const first = outcomes.findIndex((outcome) => outcome.verdict === "met");
  if (first < 0) return { firstYear: null, lasts: false, lostYears: [] };
  const lostYears = outcomes
    .slice(first)
    .filter((outcome) => outcome.verdict !== "met")
    .map((outcome) => outcome.year);
  return { firstYear: outcomes[first]?.year ?? null, lasts: lostYears.length === 0, lostYears };
};
