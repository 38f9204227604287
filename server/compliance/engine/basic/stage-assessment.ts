import type { BasicBalance, BasicIndicator, BasicSection, BasicStage } from "@server/compliance/basic-contract";
import { cellAt, orNull } from "../cells";
import { type CountyColumns, schoolAt } from "../columns";
import { sectionId } from "../section-id";
import type { Section } from "../sections";
import { allOf, verdictNames } from "../verdicts";
import { missingOf } from "./figures";
import type { BasicIndicatorColumns, BasicStageJudgement } from "./kernel";
import type { BasicRules } from "./rule-set";

const perIndicator = <T>(of: (position: number) => T): Readonly<Record<BasicIndicator, T>> => ({
  B1: of(0),
  B2: of(1),
  B3: of(2),
  B4: of(3),
  B5: of(4),
  B6: of(5),
  B7: of(6),
  B8: of(7),
});

const at = (judged: BasicStageJudgement, position: number): BasicIndicatorColumns => {
  const found = judged.indicators[position];
  if (found === undefined) throw new RangeError(`the rule set has no indicator ${position + 1}`);
  return found;
};

const sectionOf = (columns: CountyColumns, judged: BasicStageJudgement, section: Section, index: number): BasicSection => {
  const { unit, stage } = section;
  const school = schoolAt(columns, unit.head);
  return {
    id: sectionId(school, stage),
    schoolCode: school.code,
    schoolName: school.name,
    schoolType: school.type,
    township: school.township,
    locality: school.locality,
    stage,
    pupils: orNull(section.pupils),
    mixedStage: section.mixed,
    splitShare: orNull(section.share),
    mergedFrom: unit.members.slice(1).map((row) => schoolAt(columns, row).code),
    indicators: perIndicator((position) => {
      const { rule, resource } = at(judged, position);
      const own = cellAt(resource, index);
      const value = (own * rule.scale) / section.pupils;
      return { value: orNull(value), resource: orNull(own), missing: Number.isNaN(value) ? missingOf(columns, rule.terms, section) : [] };
    }),
    standards: judged.standards[index] ?? null,
  };
};

const standardsOf = (rules: BasicRules, { standards }: BasicStageJudgement): BasicStage["standards"] => {
  const countOf = (verdict: BasicStage["standards"]["verdict"]): number => standards.filter((result) => result.verdict === verdict).length;
  const codes = standards.map(({ verdict }) => verdictNames.indexOf(verdict));
  return {
    met: countOf("met"),
    notMet: countOf("not_met"),
    notEvaluable: countOf("not_evaluable"),
    items: (rules.pack?.indicators ?? []).map(({ id }, position) => {
      const states = standards.map(({ items }) => items[position]?.state);
      return {
        id,
        met: states.filter((state) => state === "met").length,
        asked: states.filter((state) => state !== "not_applicable").length,
      };
    }),
    verdict: verdictNames[allOf(codes)] ?? "not_evaluable",
  };
};

/** Share of each coefficient in the sum of the eight; null when one is missing or all are zero. */
export const compositeShares = ({ indicators }: BasicStageJudgement): readonly (number | null)[] => {
  const sum = indicators.reduce((total, { spread }) => total + spread.cv, 0);
  return indicators.map(({ spread }) => (sum > 0 ? spread.cv / sum : null));
};

/** Row objects of one stage. */
export const stageAssessment = (columns: CountyColumns, rules: BasicRules, judged: BasicStageJudgement): BasicStage => {
  const { stage, sections, composite } = judged;
  const shares = compositeShares(judged);
  return {
    stage,
    pupils: orNull(sections.reduce((total, { pupils }) => total + pupils, 0)),
    sections: sections.map((section, index) => sectionOf(columns, judged, section, index)),
    balance: perIndicator((position): BasicBalance => {
      const { rule, spread } = at(judged, position);
      return {
        total: orNull(spread.total),
        mean: orNull(spread.ratio * rule.scale),
        cv: orNull(spread.cv),
        share: shares[position] ?? null,
      };
    }),
    composite: {
      cv: orNull(composite.cv),
      limit: rules.composite[stage].limit,
      verdict: verdictNames[composite.verdict] ?? "not_evaluable",
      borderline: composite.borderline,
    },
    standards: standardsOf(rules, judged),
  };
};
