import { type Stage, stages } from "@server/statistics/contract";
import { type Balance, judgeBalance } from "./balance";
import { cellAt, codeAt } from "./cells";
import type { CountyColumns } from "./columns";
import { type Inclusion, includeReturns } from "./inclusion";
import { type IndicatorColumns, resourceColumn, settleIndicator, shortfallAt } from "./indicators";
import type { Rules } from "./rules-in-force";
import { type SectionMemory, sectionMemory } from "./section-memory";
import { belowBits, bitCount, indicatorCount, judgeRows, lanes, metBits, missingBits } from "./section-rows";
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
  readonly counts: SectionCounts;
  readonly verdict: Uint8Array;
  /** By indicator. */
  readonly figures: readonly Pick<Balance, "total" | "mean" | "cv">[];
}

/** The loop's memory, used again for every stage: what is judged is copied out before the next. */
let memory: SectionMemory | null = null;
const roomFor = (rows: number): SectionMemory => {
  if (memory === null || memory.states.length < rows) memory = sectionMemory(Math.max(256, 2 * rows), 1);
  memory.starts[1] = rows;
  return memory;
};

const countsOf = (states: Int32Array, rows: number): SectionCounts => {
  const [met, missing, below] = [new Uint8Array(rows), new Uint8Array(rows), new Uint8Array(rows)];
  for (let row = 0; row < rows; row++) {
    const own = codeAt(states, row);
    met[row] = codeAt(bitCount, metBits(own));
    missing[row] = codeAt(bitCount, missingBits(own));
    below[row] = codeAt(bitCount, belowBits(own));
  }
  return { met, missing, below };
};

const judgeSections = (columns: CountyColumns, rules: Rules, stage: Stage, sections: readonly Section[]): JudgedRows => {
  const { indicators, flat: limits } = rules.stages[stage];
  const rows = roomFor(sections.length);
  const { figures } = rows;
  const resources = indicators.map(({ rule }) => resourceColumn(columns, rule, sections));
  resources.forEach((resource, position) => {
    for (let row = 0; row < resource.length; row++) figures[row * lanes + position] = cellAt(resource, row);
  });
  sections.forEach(({ pupils }, row) => {
    figures[row * lanes + indicatorCount] = pupils;
  });
  rows.judge(rows, 0, limits);
  const settled = indicators.map((indicator, position) =>
    settleIndicator(columns, rules, indicator, sections, resources[position] ?? new Float64Array(0), rows, position),
  );
  judgeRows(rows, 0, limits);
  return {
    indicators: settled,
    counts: countsOf(rows.states, sections.length),
    verdict: rows.verdict.slice(0, sections.length),
    figures: indicators.map((_, position) => ({
      total: cellAt(rows.total, position),
      mean: cellAt(rows.mean, position),
      cv: cellAt(rows.cv, position),
    })),
  };
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

const unknown = { total: Number.NaN, mean: Number.NaN, cv: Number.NaN } as const;

const judgeStage = (columns: CountyColumns, rules: Rules, inclusion: Inclusion, stage: Stage): StageJudgement => {
  const stageRules = rules.stages[stage];
  const sections = sectionsOf(inclusion.units, stage, rules);
  const judged = judgeSections(columns, rules, stage, sections);
  const balanced = balancedOn(columns, rules, inclusion, stage, sections, judged);
  const balances = balanced.indicators.map((result, position) =>
    judgeBalance(columns, rules, stageRules, result, balanced.sections, balanced.figures[position] ?? unknown),
  );
  const sectionVerdicts = judged.verdict;
  const sectionsVerdict = allOf(sectionVerdicts);
  const balanceVerdict = allOf(balances.map(({ verdict }) => verdict));
  return {
    stage,
    sections,
    indicators: judged.indicators,
    balanced,
    counts: judged.counts,
    sectionVerdicts,
    balances,
    sectionsVerdict,
    balanceVerdict,
    verdict: allOf([sectionsVerdict, balanceVerdict]),
  };
};

const countOf = ({ sectionVerdicts, balances }: StageJudgement, code: number): number => {
  let count = 0;
  for (let row = 0; row < sectionVerdicts.length; row++) count += Number(codeAt(sectionVerdicts, row) === code);
  for (const { verdict } of balances) count += Number(verdict === code);
  return count;
};

/** Σ relative shortfalls of the failing sections + Σ relative excesses of the failing CVs. */
const distanceOf = ({ sectionVerdicts, indicators, balances }: StageJudgement, cvLimit: number): number => {
  let distance = 0;
  for (let row = 0; row < sectionVerdicts.length; row++) {
    if (codeAt(sectionVerdicts, row) !== verdictCode.notMet) continue;
    for (const result of indicators) distance += shortfallAt(result, row) || 0;
  }
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
