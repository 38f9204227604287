import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { Projection, ScenarioDocument, YearCost, YearOutcome } from "../contract";
import { effectYear } from "../levers/lever";
import type { BoundLever } from "../levers/registry";
import { baselineNotices } from "./baseline";
import { possibleLevers, type Rehearsal } from "./check";
import { yearMemory } from "./columns";
import { itemFiguresOf } from "./item-figures";
import { leanYear } from "./lean-year";
import { complianceSpan, yearOutcome } from "./outcome";
import { resumingSimulator } from "./resume";
import { rulesByYear } from "./rules-by-year";
import { inOrder, type Question, questionOf, type Trace } from "./simulate";
import type { CountyState } from "./state";
import { planningEngineVersion } from "./version";

type Notice = Projection["notices"][number];

interface Simulation extends Trace {
  readonly outcomes: readonly YearOutcome[];
  readonly cost: readonly YearCost[];
}

type Judged = (levers: readonly BoundLever[], cap: number | null, onYear: () => void) => Simulation;

const yearCost = (year: number, prices: number, state: CountyState, levers: readonly BoundLever[], cap: number | null): YearCost => {
  const byLever = levers.map((bound) => ({ leverId: bound.lever.id, ...bound.cost({ year, prices, state }) }));
  const capitalWan = byLever.reduce((sum, entry) => sum + entry.capitalWan, 0);
  const recurrentWan = byLever.reduce((sum, entry) => sum + entry.recurrentWan, 0);
  const totalWan = capitalWan + recurrentWan;
  const bySource = new Map<string, number>();
  levers.forEach(({ lever: { fundingSource } }, index) => {
    const entry = byLever[index];
    bySource.set(fundingSource, (bySource.get(fundingSource) ?? 0) + (entry === undefined ? 0 : entry.capitalWan + entry.recurrentWan));
  });
  return {
    year,
    capitalWan,
    recurrentWan,
    totalWan,
    byLever,
    bySource: [...bySource].map(([fundingSource, sourceWan]) => ({ fundingSource, totalWan: sourceWan })),
    overBudgetWan: cap === null ? 0 : Math.max(0, totalWan - cap),
  };
};

/** Whether a year says of its items how they were judged, or what is behind the verdicts as well. */
export type Detail = "verdicts" | "figures";

/** Runs one question with these and those levers; years that stand as they were are not judged again. */
const judgedRuns = (question: Question, ruleSet: RuleSet, detail: Detail): Judged => {
  const rulesOf = rulesByYear(ruleSet);
  const simulated = resumingSimulator(question, ruleSet);
  const memory = yearMemory(question.base);
  const outcomeOf = (state: CountyState): YearOutcome => {
    const rules = rulesOf(state.year);
    const lean = leanYear(state, question, rules, memory);
    const outcome = yearOutcome(lean, state, question);
    return detail === "figures" ? { ...outcome, ...itemFiguresOf(lean, rules) } : outcome;
  };
  let before: readonly YearOutcome[] = [];
  return (levers, cap, onYear) => {
    const outcomes: YearOutcome[] = [];
    const cost: YearCost[] = [];
    const trace = simulated(levers, (state, prices, known) => {
      const kept = known ? before[outcomes.length] : undefined;
      outcomes.push(kept ?? outcomeOf(state));
      cost.push(yearCost(state.year, prices, state, levers, cap));
      onYear();
    });
    before = outcomes;
    return { ...trace, outcomes, cost };
  };
};

/** A lever in words. */
export const outlineOf = ({ lever, summary }: BoundLever): Projection["levers"][number] => ({
  id: lever.id,
  type: lever.type,
  startYear: lever.startYear,
  effectYear: effectYear(lever),
  summary: summary(),
});

const overBudget = (cost: readonly YearCost[], cap: number | null): Notice[] =>
  cost
    .filter((entry) => entry.overBudgetWan > 0)
    .map(
      (entry): Notice => ({
        key: "overBudget",
        leverId: null,
        year: entry.year,
        params: { overWan: entry.overBudgetWan, capWan: cap ?? 0 },
      }),
    );

/** Closed schools that are judged all the same: by some rules their teaching points count with them. */
const closedButJudged = (levers: readonly BoundLever[], outcomes: readonly YearOutcome[]): Notice[] =>
  levers.flatMap(({ lever }): Notice[] => {
    if (lever.type !== "close_school") return [];
    const { id, schoolCode } = lever;
    const first = outcomes.find(({ year, sections }) => year >= effectYear(lever) && sections.some((one) => one.schoolCode === schoolCode));
    return first === undefined ? [] : [{ key: "closedButJudged", leverId: id, year: first.year, params: { schoolCode } }];
  });

/** Enabled levers in the order in which they act, in words. */
export const leverOutlines = (document: ScenarioDocument): Projection["levers"] => inOrder(document.levers).map(outlineOf);

/** What a scenario asks beside its levers: equal for all scenarios that the same years without levers answer. */
const keyOf = ({ horizonYears, assumptions, levers }: ScenarioDocument): string =>
  JSON.stringify([horizonYears, assumptions, levers.filter(({ type, enabled }) => enabled && type === "open_school")]);

interface Ground extends Rehearsal {
  readonly key: string;
  readonly baseline: readonly YearOutcome[];
  readonly judged: Judged;
}

const groundOf = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  detail: Detail,
  key: string,
  onYear: () => void,
): Ground => {
  const question = questionOf(dataset, document);
  const judged = judgedRuns(question, ruleSet, detail);
  const rehearsed = resumingSimulator(question, null);
  return {
    key,
    question,
    judged,
    baseline: judged([], null, onYear).outcomes,
    rehearse: (levers) => rehearsed(levers, () => {}),
  };
};

/** Hears of every year judged, out of two for each year shown. */
type OnYear = (done: number, total: number) => void;

/**
 * Projects one county over a scenario's horizon, without levers (baseline) and with the enabled ones
 * (trial), every year judged by the compliance engine. Pure: the same question gives the same bytes.
 * An impossible lever (`checkLevers`) is left out and named in a notice. Asked again with other levers
 * only, it computes the trial alone, from the first year in which a changed lever takes effect.
 */
export const projector = (
  dataset: CountyDataset,
  ruleSet: RuleSet,
  detail: Detail = "verdicts",
): ((document: ScenarioDocument, onYear?: OnYear) => Projection) => {
  let ground: Ground | null = null;
  return (document, onYear) => {
    const years = document.horizonYears + 1;
    let done = 0;
    const count = (): void => {
      done += 1;
      onYear?.(done, 2 * years);
    };
    const key = keyOf(document);
    if (ground?.key !== key) ground = groundOf(dataset, document, ruleSet, detail, key, count);
    done = years;
    const { baseline, judged } = ground;
    const { model } = ground.question;
    const { possible, impossible } = possibleLevers(dataset, document, ground);
    const levers = inOrder(possible);
    const trial = judged(levers, document.annualBudgetWan, count);
    return {
      format: "hengce.projection/2",
      engineVersion: planningEngineVersion,
      ruleSet: { id: ruleSet.id, version: ruleSet.version },
      county: { code: dataset.county.code, name: dataset.county.name },
      baseYear: model.baseYear,
      years: trial.outcomes.map((outcome) => outcome.year),
      baseline: [...baseline],
      trial: [...trial.outcomes],
      cost: [...trial.cost],
      flows: trial.flows,
      levers: levers.map(outlineOf),
      compliance: { baseline: complianceSpan(baseline), trial: complianceSpan(trial.outcomes) },
      notices: [
        ...baselineNotices(model),
        ...impossible.map(({ id }): Notice => ({ key: "leverImpossible", leverId: id, year: null, params: {} })),
        ...trial.notices,
        ...closedButJudged(levers, trial.outcomes),
        ...overBudget(trial.cost, document.annualBudgetWan),
      ],
      assumptionUse: [...trial.uses].map(([path, used]) => ({ path, used })).sort((left, right) => (left.path < right.path ? -1 : 1)),
    };
  };
};

/** Projects a county for one scenario. */
export const project = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  onYear?: OnYear,
  detail?: Detail,
): Projection => projector(dataset, ruleSet, detail)(document, onYear);
