import { type Stage, stages } from "@server/statistics/contract";
import { type Balance, judgeBalance } from "./balance";
import { cellAt, codeAt } from "./cells";
import type { CountyColumns } from "./columns";
import { type Counted, type CountSchools, countSchools } from "./counted";
import type { Inclusion } from "./inclusion";
import { type IndicatorColumns, indicatorColumns, settleStates, shortfallAt, writeFigures } from "./indicators";
import type { Rules } from "./rules-in-force";
import { type SectionMemory, sectionMemory } from "./section-memory";
import { belowBits, bitCount, judgeRows, metBits, missingBits } from "./section-rows";
import { type Section, sectionsOf } from "./sections";
import { withoutReliefs } from "./supplements";
import { allOf, verdictCode } from "./verdicts";

/** How many indicators of a section are met, missing and below the floor. */
export interface SectionCounts {
  readonly met: Uint8Array;
  readonly missing: Uint8Array;
  readonly below: Uint8Array;
}

/** The verdicts of one stage, in columns over its sections. Verdicts are indices into `verdictNames`. */
export interface StageVerdicts {
  readonly stage: Stage;
  readonly sections: readonly Section[];
  /** Sets of indicator bits of each section; see `metBits` and its like. */
  readonly states: Int32Array;
  readonly sectionVerdicts: Uint8Array;
  readonly balances: readonly Balance[];
  readonly sectionsVerdict: number;
  readonly balanceVerdict: number;
  readonly verdict: number;
}

/** The same with the values behind it. */
export interface StageJudgement extends StageVerdicts {
  readonly indicators: readonly IndicatorColumns[];
  /** What balance is computed on: the same, unless relieved values stay out of it. */
  readonly balanced: { readonly sections: readonly Section[]; readonly indicators: readonly IndicatorColumns[] };
  readonly counts: SectionCounts;
}

/** The verdicts of the resource part. */
export interface CountyVerdicts {
  readonly inclusion: Inclusion;
  readonly stages: Readonly<Record<Stage, StageVerdicts>>;
  readonly verdict: number;
}

export interface CountyJudgement extends CountyVerdicts {
  readonly stages: Readonly<Record<Stage, StageJudgement>>;
  readonly failing: number;
  readonly notEvaluable: number;
  readonly distance: number;
}

/** The loop's memory, used again for every stage: what is judged is copied out before the next. */
let memory: SectionMemory | null = null;
const roomFor = (rows: number): SectionMemory => {
  if (memory === null || memory.states.length < rows) memory = sectionMemory(Math.max(256, 2 * rows), 1);
  memory.starts[1] = rows;
  return memory;
};

const countsOf = (states: Int32Array): SectionCounts => {
  const rows = states.length;
  const [met, missing, below] = [new Uint8Array(rows), new Uint8Array(rows), new Uint8Array(rows)];
  for (let row = 0; row < rows; row++) {
    const own = codeAt(states, row);
    met[row] = codeAt(bitCount, metBits(own));
    missing[row] = codeAt(bitCount, missingBits(own));
    below[row] = codeAt(bitCount, belowBits(own));
  }
  return { met, missing, below };
};

/** Judges sections in the hot loop and settles the close cases exactly. */
const judgeSections = (columns: CountyColumns, rules: Rules, stage: Stage, sections: readonly Section[]): SectionMemory => {
  const { indicators, flat: limits } = rules.stages[stage];
  const rows = roomFor(sections.length);
  writeFigures(columns, indicators, stage, sections, rows);
  rows.judge(rows, 0, limits);
  if (settleStates(columns, rules, indicators, sections, rows)) judgeRows(rows, 0, limits);
  return rows;
};

const columnsOf = (columns: CountyColumns, rules: Rules, stage: Stage, sections: readonly Section[], rows: SectionMemory) =>
  rules.stages[stage].indicators.map((indicator, position) => indicatorColumns(columns, rules, indicator, sections, rows, position));

/** What follows from the rows of one stage as long as they stand. */
const balancesOf = (columns: CountyColumns, rules: Rules, stage: Stage, sections: readonly Section[], rows: SectionMemory) =>
  rules.stages[stage].indicators.map((indicator, position) =>
    judgeBalance(columns, rules, rules.stages[stage], indicator, sections, {
      total: cellAt(rows.total, position),
      mean: cellAt(rows.mean, position),
      cv: cellAt(rows.cv, position),
    }),
  );

/** Sections that balance is computed on; null where they are those that are judged. */
const balancedSections = (rules: Rules, { units }: Inclusion, stage: Stage): readonly Section[] | null =>
  rules.values["relief.inBalance"] || units.every(({ supplement }) => supplement === null)
    ? null
    : sectionsOf(withoutReliefs(units), stage, rules);

/** What is kept of the sections once the rows are used for others. */
type Kept = Pick<StageVerdicts, "states" | "sectionVerdicts">;

const copied = ({ length }: readonly Section[], { states, verdict }: SectionMemory): Kept => ({
  states: states.slice(0, length),
  sectionVerdicts: verdict.slice(0, length),
});

/** Sections that follow their schools are judged again and again: into the same memory. */
const knownKept = new WeakMap<readonly Section[], Kept>();
const overwritten = (sections: readonly Section[], rows: SectionMemory): Kept => {
  const kept = knownKept.get(sections);
  if (kept === undefined) {
    const first = copied(sections, rows);
    knownKept.set(sections, first);
    return first;
  }
  const { states, sectionVerdicts } = kept;
  for (let row = 0; row < states.length; row++) {
    states[row] = codeAt(rows.states, row);
    sectionVerdicts[row] = codeAt(rows.verdict, row);
  }
  return kept;
};

/** Judges one stage; `detail` reads what else is wanted of the rows while they stand. */
const judgeStage = <T>(
  columns: CountyColumns,
  rules: Rules,
  { inclusion, sections: counted }: Counted,
  stage: Stage,
  keep: (sections: readonly Section[], rows: SectionMemory) => Kept,
  detail: (sections: readonly Section[], rows: SectionMemory) => T,
): { readonly verdicts: StageVerdicts; readonly own: T; readonly balanced: { readonly sections: readonly Section[]; readonly own: T } } => {
  const sections = counted[stage];
  const rows = judgeSections(columns, rules, stage, sections);
  const { states, sectionVerdicts } = keep(sections, rows);
  const own = detail(sections, rows);
  const plain = balancedSections(rules, inclusion, stage);
  const plainRows = plain === null ? rows : judgeSections(columns, rules, stage, plain);
  const balanced = plain === null ? { sections, own } : { sections: plain, own: detail(plain, plainRows) };
  const balances = balancesOf(columns, rules, stage, balanced.sections, plainRows);
  const sectionsVerdict = allOf(sectionVerdicts);
  const balanceVerdict = allOf(balances.map(({ verdict }) => verdict));
  const verdict = allOf([sectionsVerdict, balanceVerdict]);
  return { verdicts: { stage, sections, states, sectionVerdicts, balances, sectionsVerdict, balanceVerdict, verdict }, own, balanced };
};

const nothing = (): null => null;

const stageVerdicts = (columns: CountyColumns, rules: Rules, counted: Counted, stage: Stage): StageVerdicts =>
  judgeStage(columns, rules, counted, stage, overwritten, nothing).verdicts;

const stageJudgement = (columns: CountyColumns, rules: Rules, counted: Counted, stage: Stage): StageJudgement => {
  const { verdicts, own, balanced } = judgeStage(columns, rules, counted, stage, copied, (sections, rows) =>
    columnsOf(columns, rules, stage, sections, rows),
  );
  return {
    ...verdicts,
    indicators: own,
    balanced: { sections: balanced.sections, indicators: balanced.own },
    counts: countsOf(verdicts.states),
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
export const judgeCounted = (columns: CountyColumns, rules: Rules, counted: Counted): CountyJudgement => {
  const [primary, junior] = stages;
  const judged = {
    primary: stageJudgement(columns, rules, counted, primary),
    junior: stageJudgement(columns, rules, counted, junior),
  };
  const both = [judged.primary, judged.junior];
  const sum = (of: (stage: StageJudgement) => number): number => both.reduce((total, stage) => total + of(stage), 0);
  return {
    inclusion: counted.inclusion,
    stages: judged,
    verdict: allOf(both.map(({ verdict }) => verdict)),
    failing: sum((stage) => countOf(stage, verdictCode.notMet)),
    notEvaluable: sum((stage) => countOf(stage, verdictCode.notEvaluable)),
    distance: sum((stage) => distanceOf(stage, rules.stages[stage.stage].cvLimit)),
  };
};

/** Judges a county on columns: the whole computation of the resource part, no row objects. */
export const judgeColumns = (columns: CountyColumns, rules: Rules, count: CountSchools = countSchools): CountyJudgement =>
  judgeCounted(columns, rules, count(columns, rules));

/** The verdicts that `judgeColumns` gives, without the values behind them; those of the same sections are overwritten by the next. */
export const judgeVerdicts = (columns: CountyColumns, rules: Rules, count: CountSchools): CountyVerdicts => {
  const counted = count(columns, rules);
  const primary = stageVerdicts(columns, rules, counted, "primary");
  const junior = stageVerdicts(columns, rules, counted, "junior");
  return { inclusion: counted.inclusion, stages: { primary, junior }, verdict: allOf([primary.verdict, junior.verdict]) };
};

/** Sum of the pupils of a stage; NaN when a section's pupils are missing. */
export const pupilsOf = ({ sections }: Pick<StageVerdicts, "sections">): number =>
  sections.reduce((total, { pupils }) => total + pupils, 0);
