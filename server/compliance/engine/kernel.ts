import { type Stage, stages } from "@server/statistics/contract";
import { type Balance, judgeBalance } from "./balance";
import { cellAt } from "./cells";
import type { CountyColumns } from "./columns";
import { type Inclusion, includeReturns } from "./inclusion";
import { type IndicatorColumns, resourceColumn, settleIndicator, shortfallAt } from "./indicators";
import type { Rules } from "./rules-in-force";
import { belowBits, bitCount, type FlatResult, flatResult, judgeGroup, judgeRows, metBits, missingBits } from "./section-rows";
import { type Section, sectionsOf } from "./sections";
import { withoutReliefs, withSupplements } from "./supplements";
import { allOf, verdictCode } from "./verdicts";

/** How many indicators of a section are met, missing and below the floor. */
export interface SectionCounts {
  readonly met: Uint8Array;
  readonly missing: Uint8Array;
  readonly below: Uint8Array;
}

/** One stage judged, in columns over its sections. Verdicts are indices into `verdictNames`. */
export interface StageJudgement {
  readonly stage: Stage;
  readonly sections: readonly Section[];
  readonly indicators: readonly IndicatorColumns[];
  /** What balance is computed on: the same, unless relieved values stay out of it. */
  readonly balanced: { readonly sections: readonly Section[]; readonly indicators: readonly IndicatorColumns[] };
  readonly counts: SectionCounts;
  readonly sectionVerdicts: Uint8Array;
  readonly balances: readonly Balance[];
  readonly sectionsVerdict: number;
  readonly balanceVerdict: number;
  readonly verdict: number;
}

export interface CountyJudgement {
  readonly inclusion: Inclusion;
  readonly stages: Readonly<Record<Stage, StageJudgement>>;
  readonly verdict: number;
  readonly failing: number;
  readonly notEvaluable: number;
  readonly distance: number;
}

/** Sections judged in the hot loop, the close cases settled exactly. */
interface JudgedRows {
  readonly indicators: readonly IndicatorColumns[];
  readonly flat: FlatResult;
}

const judgeSections = (columns: CountyColumns, rules: Rules, stage: Stage, sections: readonly Section[]): JudgedRows => {
  const { indicators, flat: limits } = rules.stages[stage];
  const rows = {
    pupils: Float64Array.from(sections, ({ pupils }) => pupils),
    resource: indicators.map(({ rule }) => resourceColumn(columns, rule, sections)),
    starts: Int32Array.of(0, sections.length),
  };
  const flat = flatResult(sections.length, 1);
  judgeGroup(rows, 0, limits, flat);
  const settled = indicators.map((indicator, position) =>
    settleIndicator(columns, rules, indicator, sections, rows.resource[position] ?? new Float64Array(0), flat, position),
  );
  judgeRows(rows, 0, limits.minimumMet, flat);
  return { indicators: settled, flat };
};

const balancedOn = (
  columns: CountyColumns,
  rules: Rules,
  { units }: Inclusion,
  stage: Stage,
  sections: readonly Section[],
  judged: JudgedRows,
): JudgedRows & { readonly sections: readonly Section[] } => {
  if (rules.values["relief.inBalance"] || units.every(({ supplement }) => supplement === null)) return { sections, ...judged };
  const plain = sectionsOf(withoutReliefs(units), stage, rules);
  return { sections: plain, ...judgeSections(columns, rules, stage, plain) };
};

const countsOf = ({ states }: FlatResult): SectionCounts => {
  const count = (bits: (states: number) => number): Uint8Array => Uint8Array.from(states, (own) => bitCount[bits(own)] ?? 0);
  return { met: count(metBits), missing: count(missingBits), below: count(belowBits) };
};

const judgeStage = (columns: CountyColumns, rules: Rules, inclusion: Inclusion, stage: Stage): StageJudgement => {
  const stageRules = rules.stages[stage];
  const sections = sectionsOf(inclusion.units, stage, rules);
  const judged = judgeSections(columns, rules, stage, sections);
  const balanced = balancedOn(columns, rules, inclusion, stage, sections, judged);
  const balances = balanced.indicators.map((result, position) => {
    const { total, mean, cv } = balanced.flat;
    const figures = { total: cellAt(total, position), mean: cellAt(mean, position), cv: cellAt(cv, position) };
    return judgeBalance(columns, rules, stageRules, result, balanced.sections, figures);
  });
  const sectionVerdicts = judged.flat.verdict;
  const sectionsVerdict = allOf(sectionVerdicts);
  const balanceVerdict = allOf(balances.map(({ verdict }) => verdict));
  return {
    stage,
    sections,
    indicators: judged.indicators,
    balanced,
    counts: countsOf(judged.flat),
    sectionVerdicts,
    balances,
    sectionsVerdict,
    balanceVerdict,
    verdict: allOf([sectionsVerdict, balanceVerdict]),
  };
};

const countOf = ({ sectionVerdicts, balances }: StageJudgement, code: number): number =>
  sectionVerdicts.reduce((count, verdict) => count + Number(verdict === code), 0) +
  balances.reduce((count, { verdict }) => count + Number(verdict === code), 0);

/** Σ relative shortfalls of the failing sections + Σ relative excesses of the failing CVs. */
const distanceOf = ({ sectionVerdicts, indicators, balances }: StageJudgement, cvLimit: number): number => {
  let distance = 0;
  sectionVerdicts.forEach((verdict, index) => {
    if (verdict !== verdictCode.notMet) return;
    for (const result of indicators) distance += shortfallAt(result, index) || 0;
  });
  for (const { verdict, cv } of balances) if (verdict === verdictCode.notMet) distance += cv / cvLimit - 1;
  return distance;
};

/** Judges the counted schools of a county. */
export const judgeIncluded = (columns: CountyColumns, rules: Rules, inclusion: Inclusion): CountyJudgement => {
  const [primary, junior] = stages;
  const judged = {
    primary: judgeStage(columns, rules, inclusion, primary),
    junior: judgeStage(columns, rules, inclusion, junior),
  };
  const both = [judged.primary, judged.junior];
  const sum = (of: (stage: StageJudgement) => number): number => both.reduce((total, stage) => total + of(stage), 0);
  return {
    inclusion,
    stages: judged,
    verdict: allOf(both.map(({ verdict }) => verdict)),
    failing: sum((stage) => countOf(stage, verdictCode.notMet)),
    notEvaluable: sum((stage) => countOf(stage, verdictCode.notEvaluable)),
    distance: sum((stage) => distanceOf(stage, rules.stages[stage.stage].cvLimit)),
  };
};

/** Sections of the schools that count, stage by stage, before anything is judged. */
export const countedSections = (columns: CountyColumns, rules: Rules): Readonly<Record<Stage, readonly Section[]>> => {
  const { units } = includeReturns(columns, rules);
  return { primary: sectionsOf(units, "primary", rules), junior: sectionsOf(units, "junior", rules) };
};

/** Judges a county on columns: the whole computation of the resource part, no row objects. */
export const judgeColumns = (columns: CountyColumns, rules: Rules): CountyJudgement =>
  judgeIncluded(columns, rules, withSupplements(columns, rules, includeReturns(columns, rules)));

/** Sum of the pupils of a stage; NaN when a section's pupils are missing. */
export const pupilsOf = ({ sections }: Pick<StageJudgement, "sections">): number =>
  sections.reduce((total, { pupils }) => total + pupils, 0);
