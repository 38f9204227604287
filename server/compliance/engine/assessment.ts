import type {
  BalanceResult,
  CountyAssessment,
  InclusionDecision,
  IndicatorResult,
  ResourceIndicator,
  SectionAssessment,
  StageAssessment,
  Verdict,
} from "@server/compliance/contract";
import { stages } from "@server/statistics/contract";
import { cellAt, codeAt, orNull } from "./cells";
import { type CountyColumns, schoolAt } from "./columns";
import { notesOf } from "./inclusion";
import { shortfallAt, stateCode, stateNames } from "./indicators";
import { missingPaths } from "./inputs";
import { type CountyJudgement, pupilsOf, type StageJudgement } from "./kernel";
import { neededFor } from "./needed";
import { balanceRelief, indicatorRelief, sectionRelief } from "./reliefs";
import type { Rules } from "./rules-in-force";
import { sectionId } from "./section-id";
import type { Section } from "./sections";
import { verdictCode, verdictNames } from "./verdicts";

const verdictOf = (code: number): Verdict => verdictNames[code] ?? "not_evaluable";

/** One value an indicator, by its position in the rule set. */
const perIndicator = <T>(of: (position: number) => T): Readonly<Record<ResourceIndicator, T>> => ({
  R1: of(0),
  R2: of(1),
  R3: of(2),
  R4: of(3),
  R5: of(4),
  R6: of(5),
  R7: of(6),
});

const total = (column: Float64Array, { unit }: Section): number => unit.members.reduce((sum, row) => sum + cellAt(column, row), 0);

/** Grades of a school and its campuses: the campuses teach the school's grades, they do not add to them. */
const widest = (column: Float64Array, { unit }: Section): number =>
  unit.members.reduce((most, row) => Math.max(most, cellAt(column, row)), 0);

const nothingMissing: string[] = [];

const indicatorResult = (
  columns: CountyColumns,
  rules: Rules,
  judged: StageJudgement,
  plain: StageJudgement | undefined,
  section: Section,
  index: number,
  position: number,
): IndicatorResult => {
  const result = judged.indicators[position];
  if (result === undefined) throw new RangeError(`the rule set has no indicator ${position + 1}`);
  const code = codeAt(result.state, index);
  const missing = code === stateCode.notEvaluable ? missingPaths(columns, result.indicator.rule, section) : nothingMissing;
  return {
    value: orNull(cellAt(result.value, index)),
    state: stateNames[code] ?? "not_evaluable",
    borderline: codeAt(result.borderline, index) === 1,
    numerator: orNull(cellAt(result.resource, index)),
    pupils: orNull(section.pupils),
    standard: result.indicator.standard,
    floor: result.indicator.floor,
    shortfall: orNull(shortfallAt(result, index)),
    needed: code === stateCode.met ? 0 : orNull(neededFor(columns, rules, result, section, index, result.indicator.deciding.standard)),
    missing,
    relief: indicatorRelief(rules, judged, plain, result, index),
  };
};

const sectionAssessment = (
  columns: CountyColumns,
  rules: Rules,
  judged: StageJudgement,
  plain: StageJudgement | undefined,
  section: Section,
  index: number,
): SectionAssessment => {
  const { unit, stage } = section;
  const school = schoolAt(columns, unit.head);
  const verdict = codeAt(judged.sectionVerdicts, index);
  const metCount = codeAt(judged.counts.met, index);
  return {
    id: sectionId(school, stage),
    schoolCode: school.code,
    schoolName: school.name,
    schoolType: school.type,
    ownerCode: school.ownerCode,
    township: school.township,
    locality: school.locality,
    stage,
    pupils: orNull(section.pupils),
    grades: orNull(widest(columns.grades[stage], section)),
    classes: orNull(total(columns.classes[stage], section)),
    mixedStage: section.mixed,
    splitShare: orNull(section.share),
    mergedFrom: unit.members.slice(1).map((row) => schoolAt(columns, row).code),
    indicators: perIndicator((position) => indicatorResult(columns, rules, judged, plain, section, index, position)),
    metCount,
    missingCount: codeAt(judged.counts.missing, index),
    usesRemainder: verdict === verdictCode.met && metCount < judged.indicators.length,
    verdict: verdictOf(verdict),
    relief: sectionRelief(rules, judged, plain, index),
  };
};

const balanceResult = (rules: Rules, judged: StageJudgement, plain: StageJudgement | undefined, position: number): BalanceResult => {
  const balance = judged.balances[position];
  if (balance === undefined) throw new RangeError(`the rule set has no indicator ${position + 1}`);
  return {
    total: orNull(balance.total),
    mean: orNull(balance.mean),
    cv: orNull(balance.cv),
    limit: rules.stages[judged.stage].cvLimit,
    verdict: verdictOf(balance.verdict),
    borderline: balance.borderline,
    relief: balanceRelief(rules, judged, plain, position),
  };
};

const countCodes = (codes: Uint8Array, wanted: number): number => codes.reduce((count, code) => count + Number(code === wanted), 0);

const stageAssessment = (
  columns: CountyColumns,
  rules: Rules,
  judged: StageJudgement,
  plain: StageJudgement | undefined,
): StageAssessment => {
  const { stage, sections, sectionVerdicts, balances } = judged;
  return {
    stage,
    pupils: orNull(pupilsOf(judged)),
    sections: sections.map((section, index) => sectionAssessment(columns, rules, judged, plain, section, index)),
    sectionsTotal: sections.length,
    sectionsMet: countCodes(sectionVerdicts, verdictCode.met),
    sectionsNotMet: countCodes(sectionVerdicts, verdictCode.notMet),
    sectionsNotEvaluable: countCodes(sectionVerdicts, verdictCode.notEvaluable),
    indicatorMet: perIndicator((position) => countCodes(judged.indicators[position]?.state ?? new Uint8Array(), stateCode.met)),
    balance: perIndicator((position) => balanceResult(rules, judged, plain, position)),
    compositeCv: orNull(balances.reduce((sum, { cv }) => sum + cv, 0) / balances.length),
    sectionsVerdict: verdictOf(judged.sectionsVerdict),
    balanceVerdict: verdictOf(judged.balanceVerdict),
    verdict: verdictOf(judged.verdict),
  };
};

const inclusionDecisions = (columns: CountyColumns, rules: Rules, judged: CountyJudgement): InclusionDecision[] => {
  const sectionsOfUnit = new Map<number, string[]>(judged.inclusion.units.map(({ head }) => [head, []]));
  for (const stage of stages) {
    for (const { unit } of judged.stages[stage].sections) {
      sectionsOfUnit.get(unit.head)?.push(sectionId(schoolAt(columns, unit.head), stage));
    }
  }
  return judged.inclusion.decisions.map((decided, row) => {
    const { decision, reason, unit } = decided;
    const school = schoolAt(columns, row);
    return {
      schoolCode: school.code,
      schoolName: school.name,
      schoolType: school.type,
      decision,
      reason,
      into: decision === "merged" ? schoolAt(columns, unit).code : null,
      sections: [...(sectionsOfUnit.get(unit) ?? [])],
      notes: notesOf(columns, row, decided, rules.split.kindergarten),
    };
  });
};

/** The resource part of an assessment. */
export type ResourceAssessment = Pick<
  CountyAssessment,
  "county" | "statisticsYear" | "judgedOn" | "verdict" | "failing" | "notEvaluable" | "distance" | "stages" | "inclusion"
>;

/** Row objects of a judgement: 表Ⅱ-1, Ⅱ-2, Ⅲ and the list of what was counted. `plain`: the judgement without reliefs, null when none was used. */
export const resourceAssessment = (
  columns: CountyColumns,
  rules: Rules,
  judged: CountyJudgement,
  plain: CountyJudgement | null,
): ResourceAssessment => ({
  judgedOn: rules.date,
  county: columns.county,
  statisticsYear: columns.statisticsYear,
  verdict: verdictOf(judged.verdict),
  failing: judged.failing,
  notEvaluable: judged.notEvaluable,
  distance: judged.distance,
  stages: {
    primary: stageAssessment(columns, rules, judged.stages.primary, plain?.stages.primary),
    junior: stageAssessment(columns, rules, judged.stages.junior, plain?.stages.junior),
  },
  inclusion: inclusionDecisions(columns, rules, judged),
});
