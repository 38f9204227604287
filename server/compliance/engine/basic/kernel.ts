import type { StandardsResult } from "@server/compliance/basic-contract";
import { type Stage, stages } from "@server/statistics/contract";
import type { CountyColumns } from "../columns";
import { type Inclusion, includeReturns } from "../inclusion";
import { exactMeasure, type Measure, type Section, sectionsOf } from "../sections";
import { exactSquareOf, type Spread, spreadOf } from "../spread";
import { type Composite, judgeComposite } from "./composite";
import { measureOf, resourceOf } from "./figures";
import type { BasicIndicatorRule, BasicRules } from "./rule-set";
import { judgeStandards } from "./standards";

/** One of the eight over the sections of a stage. */
export interface BasicIndicatorColumns {
  readonly rule: BasicIndicatorRule;
  readonly measure: Measure;
  /** Resource of each section, base unit; NaN when missing. */
  readonly resource: Float64Array;
  readonly spread: Spread;
}

export interface BasicStageJudgement {
  readonly stage: Stage;
  readonly sections: readonly Section[];
  readonly indicators: readonly BasicIndicatorColumns[];
  readonly composite: Composite;
  /** By section; empty when no provincial standards are set. */
  readonly standards: readonly StandardsResult[];
}

export interface BasicJudgement {
  readonly inclusion: Inclusion;
  readonly stages: Readonly<Record<Stage, BasicStageJudgement>>;
}

const judgeStage = (columns: CountyColumns, rules: BasicRules, inclusion: Inclusion, stage: Stage): BasicStageJudgement => {
  const sections = sectionsOf(inclusion.units, stage, rules);
  const indicators = rules.indicators.map((rule): BasicIndicatorColumns => {
    const measure = measureOf(columns, rule.terms, stage);
    const resource = Float64Array.from(sections, (section) => resourceOf(measure, section));
    return { rule, measure, resource, spread: spreadOf(resource, sections) };
  });
  const exactSquares = () =>
    indicators.map(({ measure }) => exactSquareOf(sections.map((section) => exactMeasure(columns, rules, measure, section))));
  const { deciding, other } = rules.composite[stage];
  const cvs = indicators.map(({ spread }) => spread.cv);
  const { pack } = rules;
  return {
    stage,
    sections,
    indicators,
    composite: judgeComposite(cvs, exactSquares, deciding, other),
    standards: pack === null ? [] : sections.map((section) => judgeStandards(columns, rules, pack, section)),
  };
};

/** The between-school part and the school standards of basic balance, on columns. */
export const judgeBasicColumns = (columns: CountyColumns, rules: BasicRules): BasicJudgement => {
  const inclusion = includeReturns(columns, rules.inclusion);
  const [primary, junior] = stages;
  return {
    inclusion,
    stages: { primary: judgeStage(columns, rules, inclusion, primary), junior: judgeStage(columns, rules, inclusion, junior) },
  };
};
