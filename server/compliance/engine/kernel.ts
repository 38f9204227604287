import { type Stage, stages } from "@server/statistics/contract";
import { type Balance, judgeBalance } from "./balance";
import type { CountyColumns } from "./columns";
import { type Inclusion, includeReturns } from "./inclusion";
import { type IndicatorColumns, judgeIndicator, shortfallAt } from "./indicators";
import type { Rules } from "./rules-in-force";
import { type Section, sectionsOf } from "./sections";
import { withoutReliefs, withSupplements } from "./supplements";
import { allOf, countStates, judgeSections, type SectionCounts, verdictCode } from "./verdicts";

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

const balancedOn = (
  columns: CountyColumns,
  rules: Rules,
  { units }: Inclusion,
  { stage, sections, indicators }: Pick<StageJudgement, "stage" | "sections" | "indicators">,
): StageJudgement["balanced"] => {
  if (rules.values["relief.inBalance"] || units.every(({ supplement }) => supplement === null)) return { sections, indicators };
  const plain = sectionsOf(withoutReliefs(units), stage, rules);
  return {
    sections: plain,
    indicators: rules.stages[stage].indicators.map((indicator) => judgeIndicator(columns, rules, indicator, plain)),
  };
};

const judgeStage = (columns: CountyColumns, rules: Rules, inclusion: Inclusion, stage: Stage): StageJudgement => {
  const stageRules = rules.stages[stage];
  const sections = sectionsOf(inclusion.units, stage, rules);
  const indicators = stageRules.indicators.map((indicator) => judgeIndicator(columns, rules, indicator, sections));
  const counts = countStates(indicators, sections.length);
  const sectionVerdicts = judgeSections(counts, rules.minimumMet);
  const balanced = balancedOn(columns, rules, inclusion, { stage, sections, indicators });
  const balances = balanced.indicators.map((result) => judgeBalance(columns, rules, stageRules, result, balanced.sections));
  const sectionsVerdict = allOf(sectionVerdicts);
  const balanceVerdict = allOf(balances.map(({ verdict }) => verdict));
  return {
    stage,
    sections,
    indicators,
    balanced,
    counts,
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

/** Judges a county on columns: the whole computation of the resource part, no row objects. */
export const judgeColumns = (columns: CountyColumns, rules: Rules): CountyJudgement =>
  judgeIncluded(columns, rules, withSupplements(columns, rules, includeReturns(columns, rules)));

/** Sum of the pupils of a stage; NaN when a section's pupils are missing. */
export const pupilsOf = ({ sections }: Pick<StageJudgement, "sections">): number =>
  sections.reduce((total, { pupils }) => total + pupils, 0);
