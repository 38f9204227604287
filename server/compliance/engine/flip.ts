import type { Flip, FlipStep, ResourceIndicator } from "@server/compliance/contract";
import type { Balance } from "./balance";
import { cellAt, codeAt } from "./cells";
import { type CountyColumns, schoolAt } from "./columns";
import { add, compare, fractionOf, multiply } from "./exact";
import { type IndicatorColumns, stateCode } from "./indicators";
import type { StageJudgement } from "./kernel";
import { neededFor } from "./needed";
import type { CvLine, Rules } from "./rules-in-force";
import { sectionId } from "./section-id";
import { exactSection, furtherShare, type Section } from "./sections";
import { exactSquareOf } from "./spread";
import { verdictCode } from "./verdicts";

/**
 * The cheapest change that would turn a verdict (最省的改法). Each indicator is lifted by its own resource
 * alone: a new PE teacher with a degree would lift two at once, so the cost is an upper bound.
 */

/** Yuan for one base unit of an indicator's resource. */
const priceOf = ({ values }: Rules, id: ResourceIndicator): number => {
  switch (id) {
    case "R1":
    case "R2":
    case "R3":
      return values["price.teacherYear"];
    case "R4":
      return values["price.teachingAreaM2"];
    case "R5":
      return values["price.sportsAreaM2"];
    case "R6":
      return values["price.equipmentYuan"];
    case "R7":
      return values["price.multimediaRoom"];
  }
};

const stepOf = (
  columns: CountyColumns,
  rules: Rules,
  { indicator: { rule } }: IndicatorColumns,
  section: Section,
  to: FlipStep["to"],
  amount: number,
): FlipStep => {
  const school = schoolAt(columns, section.unit.head);
  return {
    sectionId: sectionId(school, section.stage),
    schoolName: school.name,
    indicator: rule.id,
    to,
    amount,
    unit: rule.baseUnit,
    costYuan: amount * priceOf(rules, rule.id),
    text: {
      key: `rules:flip.${rule.id}`,
      params: { school: school.name, amount: rule.baseUnit === "yuan" ? amount / rule.toBase : amount },
    },
  };
};

const flipOf = (steps: readonly FlipStep[]): Flip => ({ steps, costYuan: steps.reduce((sum, { costYuan }) => sum + costYuan, 0) });

/** What lifts one indicator of a section to its standard; null when it is met or cannot be judged. */
export const flipIndicator = (
  columns: CountyColumns,
  rules: Rules,
  judged: StageJudgement,
  result: IndicatorColumns,
  index: number,
): Flip | null => {
  const section = judged.sections[index];
  const code = codeAt(result.state, index);
  if (section === undefined || code === stateCode.met || code === stateCode.notEvaluable) return null;
  const amount = neededFor(columns, rules, result, section, index, result.indicator.deciding.standard);
  return flipOf([stepOf(columns, rules, result, section, "standard", amount)]);
};

/**
 * What makes a failing section pass at least cost: as many indicators as the school rule allows stay at 85 %
 * of their standard, those where that saves most; all others reach it. Null when the section passes or a
 * figure is missing.
 */
export const flipSection = (columns: CountyColumns, rules: Rules, judged: StageJudgement, index: number): Flip | null => {
  const section = judged.sections[index];
  if (section === undefined || codeAt(judged.sectionVerdicts, index) !== verdictCode.notMet) return null;
  if (codeAt(judged.counts.missing, index) > 0) return null;
  const choices = judged.indicators
    .filter(({ state }) => codeAt(state, index) !== stateCode.met)
    .map((result) => {
      const { standard, floor } = result.indicator.deciding;
      const step = (to: "standard" | "floor", line: typeof standard): FlipStep =>
        stepOf(columns, rules, result, section, to, neededFor(columns, rules, result, section, index, line));
      const [full, least] = [step("standard", standard), step("floor", floor)];
      return { full, least, saved: full.costYuan - least.costYuan };
    })
    .sort((a, b) => b.saved - a.saved);
  const spared = Math.max(0, judged.indicators.length - rules.minimumMet);
  const steps = choices.map(({ full, least }, position) => (position < spared ? least : full)).filter(({ amount }) => amount > 0);
  return steps.length === 0 ? null : flipOf(steps.sort((a, b) => b.costYuan - a.costYuan));
};

/** N, T and Σ R²/P of a resource over sections: all that the CV depends on. */
export interface ResourceSums {
  readonly pupils: number;
  readonly total: number;
  readonly squares: number;
}

export const sumsOf = (resource: Float64Array, sections: readonly { readonly pupils: number }[]): ResourceSums => {
  let [pupils, total, squares] = [0, 0, 0];
  sections.forEach((section, index) => {
    const own = cellAt(resource, index);
    pupils += section.pupils;
    total += own;
    squares += (own * own) / section.pupils;
  });
  return { pupils, total, squares };
};

/** Least x > 0 with CV(resource of the section + x) on the limit; NaN when no amount brings it there. */
export const leastFurther = (
  { pupils, total, squares }: ResourceSums,
  own: { readonly resource: number; readonly pupils: number },
  cv: number,
): number => {
  const bound = cv * cv + 1;
  // N·(Σ R²/P + (2·Rᵢ·x + x²)/Pᵢ) = (CV² + 1)·(T + x)², as a·x² + 2·b·x + d = 0 with d > 0 while the CV is too large.
  const a = pupils - bound * own.pupils;
  const b = pupils * own.resource - bound * own.pupils * total;
  const d = own.pupils * (pupils * squares - bound * total * total);
  const root = Math.sqrt(b * b - a * d) - b;
  return root > 0 ? d / root : Number.NaN;
};

interface Candidate {
  readonly section: Section;
  readonly index: number;
  readonly amount: number;
}

const bringsWithin = (
  columns: CountyColumns,
  rules: Rules,
  { indicator: { rule } }: IndicatorColumns,
  sections: readonly Section[],
  line: CvLine,
  { index, amount }: Candidate,
): boolean => {
  const square = exactSquareOf(
    sections.map((section, at) => {
      const exact = exactSection(columns, rules, rule, section);
      return at === index ? { ...exact, resource: add(exact.resource, multiply(fractionOf(amount), exact.share)) } : exact;
    }),
  );
  const sign = compare(square, multiply(line.exact, line.exact));
  return line.open ? sign < 0 : sign <= 0;
};

const candidatesOf = (
  columns: CountyColumns,
  result: IndicatorColumns,
  sections: readonly Section[],
  line: CvLine,
): readonly Candidate[] => {
  const { rule } = result.indicator;
  const sums = sumsOf(result.resource, sections);
  return sections
    .map((section, index): Candidate => {
      const own = { resource: cellAt(result.resource, index), pupils: section.pupils };
      const further = leastFurther(sums, own, line.value) / furtherShare(columns, rule, section);
      const amount = Math.ceil(further * rule.grainsPerUnit - 1e-6) / rule.grainsPerUnit;
      return { section, index, amount };
    })
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => a.amount - b.amount || a.index - b.index);
};

/**
 * The one section, and the least amount, that brings a CV to its limit; null when the CV is met or cannot be
 * judged, or when no single section can do it.
 */
export const flipBalance = (
  columns: CountyColumns,
  rules: Rules,
  judged: StageJudgement,
  position: number,
  balance: Balance,
): Flip | null => {
  const { sections, indicators } = judged.balanced;
  const result = indicators[position];
  if (result === undefined || balance.verdict !== verdictCode.notMet) return null;
  const line = rules.stages[judged.stage].cvDeciding;
  const { grainsPerUnit } = result.indicator.rule;
  for (const candidate of candidatesOf(columns, result, sections, line)) {
    const oneMore = (Math.round(candidate.amount * grainsPerUnit) + 1) / grainsPerUnit;
    const tried = [candidate, { ...candidate, amount: oneMore }];
    const enough = tried.find((one) => bringsWithin(columns, rules, result, sections, line, one));
    if (enough !== undefined) return flipOf([stepOf(columns, rules, result, enough.section, "cv_limit", enough.amount)]);
  }
  return null;
};
