import { type CountyAssessment, resourceIndicators, type Verdict } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import type { RulesComparison } from "@server/compliance/layers-contract";
import { parameterKeys, parameters } from "@server/compliance/rules-contract";
import { canonicalJson } from "@server/kernel/canonical-json";
import { stages } from "@server/statistics/contract";
import type { CountyColumns } from "./columns";
import { type JudgingOptions, judgeCounty } from "./judge";
import { inForce, type RuleSet } from "./rule-set";
import { defaultDate } from "./rules-in-force";

/** What differs when the same county is judged by two rule sets: only what is not the same. */
export interface RuleSetDifference extends Pick<RulesComparison, "values" | "sections" | "balances" | "items"> {
  /** Both judgements, for the verdicts of the county. */
  readonly a: CountyAssessment;
  readonly b: CountyAssessment;
}

const differingSections = (a: CountyAssessment, b: CountyAssessment): RuleSetDifference["sections"] =>
  stages.flatMap((stage) => {
    const left = new Map(a.stages[stage].sections.map((section) => [section.id, section]));
    const right = new Map(b.stages[stage].sections.map((section) => [section.id, section]));
    return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((id) => {
      const [one, other] = [left.get(id), right.get(id)];
      const indicators = resourceIndicators.filter((indicator) => one?.indicators[indicator].state !== other?.indicators[indicator].state);
      if (one?.verdict === other?.verdict && indicators.length === 0) return [];
      const name = one?.schoolName ?? other?.schoolName ?? id;
      return [{ id, name, stage, a: one?.verdict ?? null, b: other?.verdict ?? null, indicators }];
    });
  });

const differingBalances = (a: CountyAssessment, b: CountyAssessment): RuleSetDifference["balances"] =>
  stages.flatMap((stage) =>
    resourceIndicators.flatMap((indicator) => {
      const [one, other] = [a.stages[stage].balance[indicator], b.stages[stage].balance[indicator]];
      if (one.verdict === other.verdict && one.cv === other.cv && one.limit === other.limit) return [];
      const part = ({ cv, limit, verdict }: typeof one) => ({ cv, limit, verdict });
      return [{ stage, indicator, a: part(one), b: part(other) }];
    }),
  );

const furtherVerdicts = ({ items, vetoes, eligibility, extras }: CountyAssessment): ReadonlyMap<string, Verdict> => {
  const ofVeto = { clear: "met", occurred: "not_met", undeclared: "not_evaluable" } as const;
  return new Map<string, Verdict>([
    ...(items === null ? [] : itemIds.map((id) => [id, items[id].verdict] as const)),
    ...vetoes.map(({ id, state }) => [id, ofVeto[state]] as const),
    ...(eligibility === null ? [] : [["eligibility", eligibility.verdict] as const]),
    ...extras.map(({ id, verdict }) => [id, verdict] as const),
  ]);
};

const differingItems = (a: CountyAssessment, b: CountyAssessment): RuleSetDifference["items"] => {
  const [left, right] = [furtherVerdicts(a), furtherVerdicts(b)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((id) => ({ id, a: left.get(id) ?? null, b: right.get(id) ?? null }))
    .filter((item) => item.a !== item.b);
};

/** Judges a county by two rule sets and says where they differ: values, sections, CVs, items, vetoes and local indicators. */
export const compareRuleSets = (columns: CountyColumns, a: RuleSet, b: RuleSet, options: JudgingOptions = {}): RuleSetDifference => {
  const [one, other] = [judgeCounty(columns, a, options), judgeCounty(columns, b, options)];
  const day = options.date ?? defaultDate(columns.statisticsYear);
  const values = parameterKeys.flatMap((key) => {
    const [left, right] = [inForce<unknown>(a.values[key], day), inForce<unknown>(b.values[key], day)];
    return canonicalJson(left) === canonicalJson(right) ? [] : [{ key, unit: parameters[key].unit, a: left, b: right }];
  });
  return {
    a: one,
    b: other,
    values,
    sections: differingSections(one, other),
    balances: differingBalances(one, other),
    items: differingItems(one, other),
  };
};
