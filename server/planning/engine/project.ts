import { type CountyColumns, columnsOfDataset, judgeCounty, type RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { Lever, Projection, RotationFlow, ScenarioDocument, YearCost, YearOutcome } from "../contract";
import { type BaselineModel, baselineModel, baselineNotices, stepBaseline } from "./baseline";
import { checkLevers } from "./check";
import { effectYear, type LeverYear, phases } from "./levers/lever";
import { type BoundLever, boundLever } from "./levers/registry";
import { type StaffNeeds, staffNeeds } from "./needs";
import { complianceSpan, yearOutcome } from "./outcome";
import { type CountyState, columnsOfState, stateOf, teacherFields } from "./state";
import { planningEngineVersion } from "./version";

type Notice = Projection["notices"][number];

interface Simulation {
  readonly outcomes: readonly YearOutcome[];
  readonly cost: readonly YearCost[];
  readonly flows: readonly RotationFlow[];
  readonly notices: readonly Notice[];
}

interface Question {
  readonly dataset: CountyDataset;
  readonly base: CountyColumns;
  readonly model: BaselineModel;
  readonly ruleSet: RuleSet;
  readonly document: ScenarioDocument;
}

/** Teachers whose term is over go home, before anybody departs. */
const returnLoans = (state: CountyState): void => {
  for (let i = state.loans.length - 1; i >= 0; i -= 1) {
    const loan = state.loans[i];
    if (loan === undefined || loan.lastYear >= state.year) continue;
    for (const field of teacherFields) {
      const column = state.teachers[loan.stage][field];
      column[loan.toRow] = (column[loan.toRow] ?? 0) - loan.group[field];
      column[loan.fromRow] = (column[loan.fromRow] ?? 0) + loan.group[field];
    }
    state.loans.splice(i, 1);
  }
};

/** Order of action: phase, start year, id; never the order of the list. */
const inOrder = (levers: readonly Lever[]): readonly BoundLever[] =>
  levers
    .map(boundLever)
    .sort(
      (left, right) =>
        phases.indexOf(left.phase) - phases.indexOf(right.phase) ||
        left.lever.startYear - right.lever.startYear ||
        (left.lever.id < right.lever.id ? -1 : left.lever.id > right.lever.id ? 1 : 0),
    );

const yearCost = (year: number, prices: number, state: CountyState, levers: readonly BoundLever[], cap: number | null): YearCost => {
  const byLever = levers.map((bound) => ({ leverId: bound.lever.id, ...bound.cost({ year, prices, state }) }));
  const capitalWan = byLever.reduce((sum, entry) => sum + entry.capitalWan, 0);
  const recurrentWan = byLever.reduce((sum, entry) => sum + entry.recurrentWan, 0);
  const totalWan = capitalWan + recurrentWan;
  return { year, capitalWan, recurrentWan, totalWan, byLever, overBudgetWan: cap === null ? 0 : Math.max(0, totalWan - cap) };
};

const simulate = ({ dataset, base, model, ruleSet, document }: Question, levers: readonly BoundLever[], onYear: () => void): Simulation => {
  const state = stateOf(dataset, base);
  const rowOf = new Map(base.schools.map((school, row) => [school.code, row]));
  const outcomes: YearOutcome[] = [];
  const cost: YearCost[] = [];
  const flows: RotationFlow[] = [];
  const notices: Notice[] = [];
  let prices = 1;
  const close = (): void => {
    outcomes.push(yearOutcome(judgeCounty(columnsOfState(state, base), ruleSet, { items: false }), state, base));
    cost.push(yearCost(state.year, prices, state, levers, document.annualBudgetWan));
    onYear();
  };
  close();
  for (let i = 0; i < document.horizonYears; i += 1) {
    stepBaseline(state, model);
    prices *= 1 + document.assumptions.priceGrowth;
    let needs: StaffNeeds | null = null;
    const year: LeverYear = {
      state,
      base,
      taught: model.taught,
      rowOf,
      needs: () => {
        needs ??= staffNeeds(state, base, ruleSet);
        return needs;
      },
      notice: (leverId, key, params) => notices.push({ key, leverId, year: state.year, params }),
      flow: (flow) => flows.push({ year: state.year, ...flow }),
    };
    for (const phase of phases) {
      if (phase === "rotation") returnLoans(state);
      for (const bound of levers) if (bound.phase === phase) bound.apply(year);
    }
    close();
  }
  return { outcomes, cost, flows, notices };
};

const outlineOf = ({ lever, summary }: BoundLever): Projection["levers"][number] => ({
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

/**
 * Projects a county over the scenario's horizon, without levers (baseline) and with the enabled ones
 * (trial), every year judged by the compliance engine. Pure: the same question gives the same bytes.
 * An impossible lever (`checkLevers`) is left out and named in a notice. `onYear` hears of every year
 * judged, out of two for each year shown.
 */
export const project = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  onYear?: (done: number, total: number) => void,
): Projection => {
  const base = columnsOfDataset(dataset);
  const model = baselineModel(dataset, base, document.assumptions, document.horizonYears);
  const question: Question = { dataset, base, model, ruleSet, document };
  const refused = new Set(checkLevers(dataset, document).map((issue) => issue.path.split(".").slice(0, 2).join(".")));
  const enabled = document.levers.filter((lever, index) => lever.enabled && !refused.has(`levers.${index}`));
  const impossible = document.levers
    .filter((lever, index) => lever.enabled && refused.has(`levers.${index}`))
    .map((lever): Notice => ({ key: "leverImpossible", leverId: lever.id, year: null, params: {} }));

  const total = 2 * (document.horizonYears + 1);
  let done = 0;
  const count = (): void => {
    done += 1;
    onYear?.(done, total);
  };
  const baseline = simulate(question, [], count);
  const levers = inOrder(enabled);
  const trial = simulate(question, levers, count);
  return {
    format: "hengce.projection/1",
    engineVersion: planningEngineVersion,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    county: { code: dataset.county.code, name: dataset.county.name },
    baseYear: model.baseYear,
    years: trial.outcomes.map((outcome) => outcome.year),
    baseline: [...baseline.outcomes],
    trial: [...trial.outcomes],
    cost: [...trial.cost],
    flows: [...trial.flows],
    levers: levers.map(outlineOf),
    compliance: { baseline: complianceSpan(baseline.outcomes), trial: complianceSpan(trial.outcomes) },
    notices: [...baselineNotices(model), ...impossible, ...trial.notices, ...overBudget(trial.cost, document.annualBudgetWan)],
  };
};
