import type { ExplainQuery, Explanation } from "@server/compliance/contract";
import type { ItemExplanation, ItemId, StatementExplanation } from "@server/compliance/items-contract";
import type { Balance } from "./balance";
import { cellAt, codeAt, orNull } from "./cells";
import { type CountyColumns, schoolAt } from "./columns";
import { nearTolerance } from "./exact";
import { flipBalance, flipIndicator, flipSection } from "./flip";
import { type IndicatorColumns, stateNames } from "./indicators";
import { inputsOf } from "./inputs";
import { explainItem as explainOneItem, explainStatement as explainOneStatement } from "./items/index";
import type { JudgingOptions } from "./judge";
import { judgeColumns, pupilsOf, type StageJudgement } from "./kernel";
import { neededFor } from "./needed";
import type { RuleSet } from "./rule-set";
import { defaultDate, type Rules, rulesInForce } from "./rules-in-force";
import { sectionId } from "./section-id";
import type { Section } from "./sections";
import { sharingStages, weightsOf } from "./split";
import { isReliefPath, suppliedCells } from "./supplements";
import { verdictNames } from "./verdicts";

type Values = Record<string, number | null>;

/** Numbers of a section's formula: each term summed over campuses, the resource, the split, pupils, scale and value. */
const sectionFormula = (
  columns: CountyColumns,
  rules: Rules,
  result: IndicatorColumns,
  section: Section,
  index: number,
): Explanation["formula"] => {
  const { rule } = result.indicator;
  const { unit, stage } = section;
  const cells = suppliedCells(columns, rule, unit, stage);
  const values: Values = {
    value: orNull(cellAt(result.value, index)),
    resource: orNull(cellAt(result.resource, index)),
    pupils: orNull(section.pupils),
    scale: rule.scale,
  };
  for (const { field } of rule.numerator.terms) {
    const own = cells.filter(({ path }) => path.endsWith(`.${field}`));
    values[field] = orNull(own.reduce((sum, { value }) => sum + value, 0));
  }
  const relieved = cells.filter(({ path }) => isReliefPath(path));
  if (relieved.length > 0) values.relieved = relieved.reduce((sum, { value }) => sum + value, 0);
  if (!cells.some(({ shared }) => shared)) return { key: rule.id, values };
  values.share = orNull(section.share);
  const weights = weightsOf(unit, rules.split);
  for (const sharing of sharingStages) {
    const weight = weights?.[sharing];
    if (weight === undefined) continue;
    values[`${sharing}Weight`] = weight;
    values[`${sharing}Pupils`] = orNull(unit.pupils[sharing]);
  }
  return { key: rule.id, values };
};

const explainSection = (
  columns: CountyColumns,
  rules: Rules,
  judged: StageJudgement,
  query: ExplainQuery,
  result: IndicatorColumns,
): Explanation | null => {
  const index = judged.sections.findIndex(({ unit }) => sectionId(schoolAt(columns, unit.head), query.stage) === query.sectionId);
  const section = judged.sections[index];
  if (section === undefined) return null;
  const { indicator } = result;
  const toLine = (line: typeof indicator.deciding.standard): number | null =>
    orNull(neededFor(columns, rules, result, section, index, line));
  return {
    subject: { kind: "section", stage: query.stage, indicator: query.indicator, sectionId: query.sectionId },
    clause: indicator.rule.clause,
    limits: { standard: indicator.standard, floor: indicator.floor },
    formula: sectionFormula(columns, rules, result, section, index),
    result: {
      value: orNull(cellAt(result.value, index)),
      verdict: stateNames[codeAt(result.state, index)] ?? "not_evaluable",
      borderline: codeAt(result.borderline, index) === 1,
    },
    inputs: inputsOf(columns, indicator.rule, section).map(({ row, path, value }) => {
      const school = schoolAt(columns, row);
      return { schoolCode: school.code, schoolName: school.name, path, value: orNull(value) };
    }),
    contributors: [],
    needed: { toStandard: toLine(indicator.deciding.standard), toFloor: toLine(indicator.deciding.floor) },
    flip: flipIndicator(columns, rules, judged, result, index),
    schoolFlip: flipSection(columns, rules, judged, index),
  };
};

/** Share of each section in the variance, worst first, negative below the mean; the amounts sum to 1 unless all sections are equal. */
const contributorsOf = (
  columns: CountyColumns,
  { balanced, stage, ...judged }: StageJudgement,
  position: number,
  balance: Balance,
): Explanation["contributors"] => {
  const result = balanced.indicators[position];
  if (result === undefined || Number.isNaN(balance.cv)) return [];
  const ratio = balance.total / pupilsOf(judged);
  const deviations = balanced.sections.map(({ pupils }, index) => cellAt(result.resource, index) - ratio * pupils);
  const squares = balanced.sections.map(({ pupils }, index) => (deviations[index] ?? 0) ** 2 / pupils);
  // Sections that are equal but for the rounding of doubles have no causes to rank.
  const variance = balance.cv > nearTolerance ? squares.reduce((sum, square) => sum + square, 0) : 0;
  return balanced.sections
    .map(({ unit, pupils }, index) => {
      const school = schoolAt(columns, unit.head);
      return {
        sectionId: sectionId(school, stage),
        schoolName: school.name,
        pupils,
        value: cellAt(result.value, index),
        share: variance > 0 ? (Math.sign(deviations[index] ?? 0) * (squares[index] ?? 0)) / variance : 0,
      };
    })
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.sectionId < b.sectionId ? -1 : 1));
};

const explainBalance = (
  columns: CountyColumns,
  ruleSet: RuleSet,
  rules: Rules,
  judged: StageJudgement,
  query: ExplainQuery,
  result: IndicatorColumns,
): Explanation | null => {
  const position = judged.indicators.indexOf(result);
  const balance = judged.balances[position];
  if (balance === undefined) return null;
  const { scale } = result.indicator.rule;
  const limit = rules.stages[query.stage].cvLimit;
  const cv = orNull(balance.cv);
  const mean = orNull(balance.mean);
  return {
    subject: { kind: "balance", stage: query.stage, indicator: query.indicator, sectionId: null },
    clause: ruleSet.clauses.balance,
    limits: { standard: limit, floor: null },
    formula: {
      key: "CV",
      values: {
        value: cv,
        sections: judged.sections.length,
        pupils: orNull(pupilsOf(judged)),
        resource: orNull(balance.total),
        scale,
        mean,
        deviation: cv === null || mean === null ? null : cv * mean,
      },
    },
    result: { value: cv, verdict: verdictNames[balance.verdict] ?? "not_evaluable", borderline: balance.borderline },
    inputs: [],
    contributors: contributorsOf(columns, judged, position, balance),
    needed: { toStandard: null, toFloor: null },
    flip: flipBalance(columns, rules, judged, position, balance),
    schoolFlip: null,
  };
};

/** Why one of the 25 further items is judged as it is. */
export const explainItem = (columns: CountyColumns, ruleSet: RuleSet, id: ItemId, { date }: JudgingOptions = {}): ItemExplanation => {
  const rules = rulesInForce(ruleSet, date ?? defaultDate(columns.statisticsYear));
  return explainOneItem(columns, judgeColumns(columns, rules).inclusion, rules, id, ruleSet.clauses.items[id]);
};

/** Why a veto, or eligibility (`E`), stands as it does; null for one that the rules do not have. */
export const explainStatement = (
  columns: CountyColumns,
  ruleSet: RuleSet,
  id: string,
  { date }: JudgingOptions = {},
): StatementExplanation | null => {
  const rules = rulesInForce(ruleSet, date ?? defaultDate(columns.statisticsYear));
  return explainOneStatement(columns, judgeColumns(columns, rules).inclusion, rules, id, ruleSet.clauses);
};

/**
 * Why a number is what it is: clause, formula with its numbers, imported figures, causes. Null when the
 * county has no such section. A section's explanation lists its imported figures; a CV's lists the sections
 * that cause it, each of which can be asked in turn.
 */
export const explain = (
  columns: CountyColumns,
  ruleSet: RuleSet,
  query: ExplainQuery,
  { date }: JudgingOptions = {},
): Explanation | null => {
  const rules = rulesInForce(ruleSet, date ?? defaultDate(columns.statisticsYear));
  const judged = judgeColumns(columns, rules).stages[query.stage];
  const result = judged.indicators.find(({ indicator }) => indicator.rule.id === query.indicator);
  if (result === undefined) return null;
  return query.kind === "section"
    ? explainSection(columns, rules, judged, query, result)
    : explainBalance(columns, ruleSet, rules, judged, query, result);
};
