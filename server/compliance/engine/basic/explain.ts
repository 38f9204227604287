import type { BasicExplainQuery, BasicExplanation } from "@server/compliance/basic-contract";
import { cellAt, orNull } from "../cells";
import { type CountyColumns, schoolAt } from "../columns";
import { pupilPaths, pupilsColumn } from "../inputs";
import { defaultDate } from "../rules-in-force";
import { sectionId } from "../section-id";
import { columnOf, pathOf } from "./figures";
import { flipComposite } from "./flip";
import { type BasicIndicatorColumns, type BasicStageJudgement, judgeBasicColumns } from "./kernel";
import { type BasicRuleSet, basicRulesOn } from "./rule-set";
import { compositeShares } from "./stage-assessment";

const contributorsOf = (
  columns: CountyColumns,
  { stage, sections }: BasicStageJudgement,
  { rule, resource, spread }: BasicIndicatorColumns,
): BasicExplanation["contributors"] => {
  if (Number.isNaN(spread.cv)) return [];
  const squares = sections.map(({ pupils }, index) => (cellAt(resource, index) - spread.ratio * pupils) ** 2 / pupils);
  const variance = squares.reduce((sum, square) => sum + square, 0);
  return sections
    .map(({ unit, pupils }, index) => {
      const school = schoolAt(columns, unit.head);
      const value = (cellAt(resource, index) * rule.scale) / pupils;
      const deviation = value - spread.ratio * rule.scale;
      return {
        sectionId: sectionId(school, stage),
        schoolName: school.name,
        pupils,
        value,
        deviation,
        share: variance > 0 ? (Math.sign(deviation) * (squares[index] ?? 0)) / variance : 0,
      };
    })
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.sectionId < b.sectionId ? -1 : 1));
};

const driversOf = (judged: BasicStageJudgement): BasicExplanation["drivers"] => {
  const shares = compositeShares(judged);
  return judged.indicators
    .map(({ rule, spread }, position) => ({ indicator: rule.id, cv: orNull(spread.cv), share: shares[position] ?? null }))
    .sort((a, b) => (b.cv ?? -1) - (a.cv ?? -1) || (a.indicator < b.indicator ? -1 : 1));
};

/** Figures and pupils of the sections, those of `order` first to last; a campus stands under its own code. */
const inputsOf = (
  columns: CountyColumns,
  { stage, sections }: BasicStageJudgement,
  { rule, measure }: BasicIndicatorColumns,
  order: BasicExplanation["contributors"],
): BasicExplanation["inputs"] => {
  const place = new Map(order.map(({ sectionId: id }, index) => [id, index]));
  return sections
    .map((section) => ({ section, at: place.get(sectionId(schoolAt(columns, section.unit.head), stage)) ?? order.length }))
    .sort((a, b) => a.at - b.at)
    .flatMap(({ section: { unit, sharing } }) =>
      unit.members.flatMap((row) => {
        const { code: schoolCode, name: schoolName } = schoolAt(columns, row);
        const others = measure.shared ? sharing.filter((one) => one !== stage) : [];
        return [
          ...rule.terms.map(({ figure }) => ({ path: pathOf(figure, stage), value: cellAt(columnOf(columns, figure, stage), row) })),
          ...[stage, ...others].map((of) => ({ path: pupilPaths[of], value: cellAt(pupilsColumn(columns, of), row) })),
        ].map(({ path, value }) => ({ schoolCode, schoolName, path, value: orNull(value) }));
      }),
    );
};

/** Why a composite or one of its coefficients is what it is. Null when the rules have no such indicator. */
export const explainBasic = (
  columns: CountyColumns,
  ruleSet: BasicRuleSet,
  query: BasicExplainQuery,
  date: string = defaultDate(columns.statisticsYear),
): BasicExplanation | null => {
  const rules = basicRulesOn(ruleSet, date);
  const judged = judgeBasicColumns(columns, rules).stages[query.stage];
  if (query.indicator === "composite") {
    return {
      subject: query,
      clause: ruleSet.clauses.composite,
      limit: rules.composite[query.stage].limit,
      formula: {
        key: "composite",
        values: {
          value: orNull(judged.composite.cv),
          ...Object.fromEntries(judged.indicators.map(({ rule, spread }) => [rule.id, orNull(spread.cv)])),
        },
      },
      drivers: driversOf(judged),
      contributors: [],
      inputs: [],
      flip: flipComposite(columns, rules, judged),
    };
  }
  const result = judged.indicators.find(({ rule }) => rule.id === query.indicator);
  if (result === undefined) return null;
  const { cv, total, ratio } = result.spread;
  const mean = ratio * result.rule.scale;
  const contributors = contributorsOf(columns, judged, result);
  return {
    subject: query,
    clause: result.rule.clause,
    limit: null,
    formula: {
      key: "CV",
      values: {
        value: orNull(cv),
        sections: judged.sections.length,
        pupils: orNull(judged.sections.reduce((sum, { pupils }) => sum + pupils, 0)),
        resource: orNull(total),
        scale: result.rule.scale,
        mean: orNull(mean),
        deviation: orNull(cv * mean),
      },
    },
    drivers: [],
    contributors,
    inputs: inputsOf(columns, judged, result, contributors),
    flip: null,
  };
};
