import type { BasicAssessment, BasicInclusion } from "@server/compliance/basic-contract";
import type { Verdict } from "@server/compliance/verdict-contract";
import type { CountyColumns, SchoolIdentity } from "../columns";
import { schoolAt } from "../columns";
import { compare, fractionOf } from "../exact";
import { notesOf, type ReturnDecision } from "../inclusion";
import { defaultDate } from "../rules-in-force";
import { allOf, verdictCode, verdictNames } from "../verdicts";
import { judgeGrowth } from "./growth";
import { judgeBasicColumns } from "./kernel";
import { type BasicRuleSet, type BasicRules, basicRulesOn } from "./rule-set";
import { stageAssessment } from "./stage-assessment";

/** Raised whenever the same input and rule set could give another answer. */
const basicEngineVersion = "1.1.0";

const nameOf = (code: number): Verdict => verdictNames[code] ?? "not_evaluable";
const codeOf = (verdict: Verdict): number => verdictNames.indexOf(verdict);
const all = (verdicts: readonly Verdict[]): Verdict => nameOf(allOf(verdicts.map(codeOf)));

/** A figure that must reach a minimum; the minimum itself is enough. */
const reaches = (value: number | null, minimum: number): Verdict =>
  value === null ? "not_evaluable" : compare(fractionOf(value), fractionOf(minimum)) >= 0 ? "met" : "not_met";

const reasonOf = (rules: BasicRules, { type, ownerCode }: SchoolIdentity, decided: ReturnDecision["reason"]): BasicInclusion["reason"] => {
  const { excludedTypes, owners } = rules.inclusion;
  if (excludedTypes.includes(type)) {
    if (type === "teaching_point") return "teaching_point_excluded";
    return type === "vocational" ? "vocational" : "special_education";
  }
  if (owners?.includes(ownerCode) === false) return "owner_not_counted";
  return decided === "teaching_point_large" || decided === "teaching_point_small" ? "teaching_point" : decided;
};

const inclusionOf = (columns: CountyColumns, rules: BasicRules, decisions: readonly ReturnDecision[]): BasicInclusion[] =>
  decisions.map((decided, row) => {
    const { decision, reason, unit } = decided;
    const school = schoolAt(columns, row);
    return {
      schoolCode: school.code,
      schoolName: school.name,
      schoolType: school.type,
      ownerCode: school.ownerCode,
      decision,
      reason: reasonOf(rules, school, reason),
      into: decision === "merged" ? schoolAt(columns, unit).code : null,
      notes: notesOf(columns, row, decided, rules.split.kindergarten),
    };
  });

const vetoesOf = (columns: CountyColumns, rules: BasicRules): BasicAssessment["vetoes"] => {
  const declared = columns.countyFacts.vetoes;
  const items = rules.values["basic.vetoes"].map(({ id, title }) => {
    const happened = declared[id];
    return { id, title, state: happened === undefined ? ("undeclared" as const) : happened ? ("occurred" as const) : ("clear" as const) };
  });
  const codes = items.map(({ state }) =>
    state === "clear" ? verdictCode.met : state === "occurred" ? verdictCode.notMet : verdictCode.notEvaluable,
  );
  return { verdict: items.length === 0 ? "met" : nameOf(allOf(codes)), items };
};

const packOf = ({ pack }: BasicRules): BasicAssessment["standards"]["pack"] =>
  pack === null
    ? null
    : { id: pack.id, title: pack.title, example: pack.example, indicators: pack.indicators.map(({ id, title }) => ({ id, title })) };

const overall = (parts: readonly Verdict[]): BasicAssessment["verdict"] => {
  const verdict = all(parts);
  return verdict === "not_evaluable" ? "incomplete" : verdict;
};

/**
 * Judges a county by the rules of basic balance: school standards, balance between schools, the three
 * growths, vetoes, score and satisfaction. `date` (ISO) names the day whose values hold.
 */
export const judgeBasic = (
  columns: CountyColumns,
  ruleSet: BasicRuleSet,
  date: string = defaultDate(columns.statisticsYear),
): BasicAssessment => {
  const rules = basicRulesOn(ruleSet, date);
  const { values } = rules;
  const { basicScore } = columns.countyFacts;
  const judged = judgeBasicColumns(columns, rules);
  const primary = stageAssessment(columns, rules, judged.stages.primary);
  const junior = stageAssessment(columns, rules, judged.stages.junior);

  const years = values["basic.growth.years"];
  const items = [...judgeGrowth(columns.countyFacts.growth, years, columns.statisticsYear - 1)];
  const vetoes = vetoesOf(columns, rules);
  const standards = { use: values["basic.standards.use"], verdict: all([primary.standards.verdict, junior.standards.verdict]) };
  const growth = { use: values["basic.growth.use"], verdict: all(items.map(({ verdict }) => verdict)), years, items };
  const minimum = values["basic.score.minimum"];
  const score = { value: basicScore.government, minimum, verdict: reaches(basicScore.government, minimum) };
  const satisfactionMinimum = values["basic.satisfaction.minimum"];
  const satisfaction = {
    use: values["basic.satisfaction.use"],
    verdict: reaches(basicScore.satisfaction, satisfactionMinimum),
    value: basicScore.satisfaction,
    minimum: satisfactionMinimum,
  };
  const optional = [standards, growth, satisfaction].filter(({ use }) => use === "judged");
  return {
    format: "hengce.basic-assessment/1",
    engineVersion: basicEngineVersion,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    county: columns.county,
    statisticsYear: columns.statisticsYear,
    verdict: overall([
      primary.composite.verdict,
      junior.composite.verdict,
      vetoes.verdict,
      score.verdict,
      ...optional.map(({ verdict }) => verdict),
    ]),
    stages: { primary, junior },
    standards: { ...standards, pack: packOf(rules) },
    growth,
    vetoes,
    score,
    satisfaction,
    inclusion: inclusionOf(columns, rules, judged.inclusion.decisions),
  };
};
