import type { PackIndicator, PackRule, StandardsPack, StandardsResult } from "@server/compliance/basic-contract";
import { cellAt, orNull } from "../cells";
import type { CountyColumns } from "../columns";
import { add, compare, divide, type Fraction, fractionOf, multiply, nearTolerance, one, toNumber, zero } from "../exact";
import { exactResource, type Measure, type Section } from "../sections";
import { allOf, verdictCode, verdictNames } from "../verdicts";
import { measureOf, resourceOf } from "./figures";
import type { BasicRules, FigureTerms } from "./rule-set";

/** 省定办学基本标准: each section against the indicators of a province's pack. */

type Item = StandardsResult["items"][number];

const divisors: Readonly<Record<PackIndicator["per"], { readonly terms: FigureTerms; readonly times: number } | null>> = {
  school: null,
  pupil: { terms: [{ figure: "pupils", sign: 1 }], times: 1 },
  hundred_pupils: { terms: [{ figure: "pupils", sign: 1 }], times: 100 },
  class: { terms: [{ figure: "classes", sign: 1 }], times: 1 },
  teacher: { terms: [{ figure: "teachers.fullTime", sign: 1 }], times: 1 },
};

/** 1 asked, 0 not asked, NaN not known. A campus asks for what its school is asked for. */
const asked = (columns: CountyColumns, { schools }: PackIndicator, { unit }: Section): number =>
  schools === "all" ? 1 : unit.members.reduce((most, row) => Math.max(most, cellAt(columns.further["conditions.boarding"], row)), 0);

const isMet = (value: number, limit: number, bound: PackIndicator["bound"], exact: () => Fraction): boolean => {
  const far = Math.abs(value - limit) > nearTolerance * Math.max(1, Math.abs(limit));
  const sign = far ? Math.sign(value - limit) : compare(exact(), fractionOf(limit));
  return bound === "at_least" ? sign >= 0 : sign <= 0;
};

const judgeItem = (columns: CountyColumns, rules: BasicRules, indicator: PackIndicator, section: Section): Item => {
  const { id, bound } = indicator;
  const limit = indicator.limit[section.stage];
  const wanted = asked(columns, indicator, section);
  if (limit === null || wanted === 0) return { id, state: "not_applicable", value: null };
  const divisor = divisors[indicator.per];
  const own = measureOf(columns, indicator.terms, section.stage);
  const by: Measure | null = divisor === null ? null : measureOf(columns, divisor.terms, section.stage);
  const times = divisor?.times ?? 1;
  const value = (resourceOf(own, section) * times) / (by === null ? 1 : resourceOf(by, section));
  if (!Number.isFinite(value) || Number.isNaN(wanted)) return { id, state: "not_evaluable", value: Number.isFinite(value) ? value : null };
  const exact = (): Fraction => {
    const under = by === null ? one : exactResource(columns, rules, by, section).resource;
    return divide(multiply(exactResource(columns, rules, own, section).resource, fractionOf(times)), under);
  };
  return { id, state: isMet(value, limit, bound, exact) ? "met" : "missed", value: orNull(value) };
};

/** Three-valued: decided as soon as the missing indicators can no longer change it. */
const between = (sure: boolean, possible: boolean): number =>
  sure ? verdictCode.met : possible ? verdictCode.notEvaluable : verdictCode.notMet;

const judgeRule = (rule: PackRule, counts: { met: number; missed: number; missing: number }, points: Points): number => {
  const { met, missed, missing } = counts;
  if (rule.kind === "at_least_met") return between(met >= rule.count, met + missing >= rule.count);
  if (rule.kind === "at_most_missed") return between(missed + missing <= rule.count, missed <= rule.count);
  const minimum = fractionOf(rule.minimum);
  return between(compare(points.sure, minimum) >= 0, compare(points.possible, minimum) >= 0);
};

interface Points {
  readonly sure: Fraction;
  readonly possible: Fraction;
}

/** Holds one section against a pack. What is not asked of it counts as met. */
export const judgeStandards = (columns: CountyColumns, rules: BasicRules, pack: StandardsPack, section: Section): StandardsResult => {
  const items = pack.indicators.map((indicator) => judgeItem(columns, rules, indicator, section));
  const countOf = (state: Item["state"]): number => items.filter((item) => item.state === state).length;
  const pointsOf = (counts: (item: Item) => boolean): Fraction =>
    pack.indicators.reduce((sum, { points }, at) => {
      const item = items[at];
      return item !== undefined && counts(item) ? add(sum, fractionOf(points)) : sum;
    }, zero);
  const missing = countOf("not_evaluable");
  const counts = { met: countOf("met") + countOf("not_applicable"), missed: countOf("missed"), missing };
  const sure = pointsOf(({ state }) => state === "met" || state === "not_applicable");
  const points: Points = {
    sure,
    possible: add(
      sure,
      pointsOf(({ state }) => state === "not_evaluable"),
    ),
  };
  const verdict = allOf(pack.rules.map((rule) => judgeRule(rule, counts, points)));
  return { verdict: verdictNames[verdict] ?? "not_evaluable", ...counts, points: toNumber(sure), items };
};
