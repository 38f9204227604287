import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { AttributedOutcome, Attribution, AttributionSettings, MinimalSets, ScenarioDocument } from "../../contract";
import { possibleLevers } from "../check";
import { outlineOf } from "../project";
import { inOrder, questionOf } from "../simulate";
import { futuresOf } from "../uncertainty/futures";
import { planningEngineVersion } from "../version";
import { type Coalitions, type CoalitionValues, coalitionsOf, type Members } from "./coalitions";
import { differs, type Figure, figuresAYear, figuresOf, goalPositions, isDrawn } from "./figures";
import { minimalSets, type PassTest, type PlayerSet, reducedSet } from "./minimal";
import { sampledOrder } from "./orders";
import { exactShares, type PlayerShares, samplingOf } from "./shapley";

/** Sampled pairs without which a stopped attribution has no answer. */
const fewestPairs = 8;
const mostSetsShown = 20;

/** What hears of the work and may end it. Both are asked between two simulations. */
export interface AttributionWatch {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly stopRequested?: (() => boolean) | undefined;
}

interface TakenApart {
  readonly method: Attribution["method"];
  readonly permutations: number;
  readonly baseline: CoalitionValues;
  readonly trial: CoalitionValues;
  readonly players: readonly PlayerShares[];
  readonly idle: readonly number[];
  readonly minimal: readonly { readonly test: PassTest; readonly sets: readonly PlayerSet[] }[];
}

/** Simulates subsets for as long as it may; null once it is stopped. */
interface Counted {
  readonly valuesOf: (members: Members) => CoalitionValues | null;
  readonly count: () => number;
  readonly expect: (total: number) => void;
}

const counted = ({ valuesOf }: Coalitions, { onProgress, stopRequested }: AttributionWatch): Counted => {
  let done = 0;
  let total = 1;
  return {
    valuesOf: (members) => {
      if (stopRequested?.() === true) return null;
      const values = valuesOf(members);
      done += 1;
      onProgress?.(Math.min(done, total), total);
      return values;
    },
    count: () => done,
    expect: (runs) => {
      total = runs;
    },
  };
};

const bySubsets = (game: Coalitions, run: Counted, watched: readonly number[], tests: readonly PassTest[]): TakenApart | null => {
  const { players, figures } = game;
  run.expect(1 << players);
  const values: CoalitionValues[] = [];
  for (let mask = 0; mask < 1 << players; mask += 1) {
    const own = run.valuesOf(Uint8Array.from({ length: players }, (_, player) => (mask >> player) & 1));
    if (own === null) return null;
    values.push(own);
  }
  const [baseline] = values;
  const trial = values[values.length - 1];
  if (baseline === undefined || trial === undefined) return null;
  const changes = (player: number): boolean =>
    values.some((own, mask) => {
      const joined = values[mask | (1 << player)];
      return joined !== undefined && differs(watched, own, joined);
    });
  return {
    method: "exact",
    permutations: 0,
    baseline,
    trial,
    players: exactShares(players, figures, values),
    idle: Array.from({ length: players }, (_, player) => player).filter((player) => !changes(player)),
    minimal: tests.map((test) => ({ test, sets: test.passes(trial) ? minimalSets(values, test) : [] })),
  };
};

const byOrders = (
  game: Coalitions,
  run: Counted,
  watched: readonly number[],
  tests: readonly PassTest[],
  { permutationPairs, seed }: AttributionSettings,
): TakenApart | null => {
  const { players, figures } = game;
  const baseline = run.valuesOf(new Uint8Array(players));
  const trial = run.valuesOf(new Uint8Array(players).fill(1));
  if (baseline === null || trial === null) return null;
  const sought = tests.filter(({ passes }) => passes(trial));
  run.expect(2 + 2 * permutationPairs * (players - 1) + 2 * sought.length * players);
  const sampling = samplingOf(players, figures);
  const changes = new Uint8Array(players);
  const added = new Float64Array(players * figures);

  /** Adds half of what each player brings in this order; false when stopped. */
  const walk = (order: readonly number[]): boolean => {
    const members = new Uint8Array(players);
    let before = baseline;
    for (const [place, player] of order.entries()) {
      members[player] = 1;
      const after = place === players - 1 ? trial : run.valuesOf(members);
      if (after === null) return false;
      for (let figure = 0; figure < figures; figure += 1) {
        const cell = player * figures + figure;
        added[cell] = (added[cell] ?? 0) + ((after[figure] ?? Number.NaN) - (before[figure] ?? Number.NaN)) / 2;
      }
      if (changes[player] === 0 && differs(watched, before, after)) changes[player] = 1;
      before = after;
    }
    return true;
  };

  let pairs = 0;
  for (; pairs < permutationPairs; pairs += 1) {
    const order = sampledOrder(seed, pairs, players);
    added.fill(0);
    if (!walk(order) || !walk([...order].reverse())) break;
    sampling.take(added);
  }
  if (pairs < Math.min(fewestPairs, permutationPairs)) return null;
  return {
    method: "sampled",
    permutations: 2 * pairs,
    baseline,
    trial,
    players: sampling.result(),
    idle: [...changes].flatMap((changed, player) => (changed === 0 ? [player] : [])),
    minimal: tests.flatMap((test) => {
      if (!test.passes(trial)) return [{ test, sets: [] }];
      const reduced = reducedSet(trial, players, run.valuesOf, test);
      return reduced === null ? [] : [{ test, sets: [reduced] }];
    }),
  };
};

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

/** The lever of a player. */
type IdOf = (player: number) => string;

const outcomeOf = (figure: Figure, index: number, { baseline, trial, players }: TakenApart, idOf: IdOf): AttributedOutcome => {
  const { outcome, stage, indicator, year } = figure;
  const difference = (trial[index] ?? Number.NaN) - (baseline[index] ?? Number.NaN);
  const shares = players.map(({ shares: own, halfWidths }, player) => ({
    leverId: idOf(player),
    value: own[index] ?? Number.NaN,
    halfWidth: halfWidths === null ? null : (halfWidths[index] ?? Number.NaN),
  }));
  const evaluable = shares.every(({ value }) => !Number.isNaN(value)) && !Number.isNaN(difference);
  return {
    outcome,
    stage,
    indicator,
    year,
    baseline: known(baseline[index]),
    trial: known(trial[index]),
    difference: known(difference),
    shares: evaluable ? shares : null,
  };
};

const residualOf = (outcomes: readonly AttributedOutcome[]): number =>
  outcomes.reduce((worst, { shares, difference }) => {
    if (shares === null || difference === null) return worst;
    const sum = shares.reduce((total, { value }) => total + value, 0);
    return Math.max(worst, Math.abs(sum - difference) / Math.max(1, Math.abs(difference)));
  }, 0);

const minimalOf = ({ method, trial, minimal }: TakenApart, idOf: IdOf): MinimalSets[] =>
  minimal.map(({ test, sets }) => ({
    year: test.year,
    goal: test.goal,
    passes: test.passes(trial),
    proof: method === "exact" ? "all_subsets" : "greedy",
    sets: sets.slice(0, mostSetsShown).map(({ players, costWan }) => ({ leverIds: players.map(idOf), costWan })),
    further: Math.max(0, sets.length - mostSetsShown),
  }));

/** Both goals in each of the years. */
const testsOf = (years: readonly number[], asked: readonly number[]): readonly PassTest[] =>
  years.flatMap((year) =>
    (["resource", "overall"] as const).map((goal): PassTest => {
      const at = asked.indexOf(year) * figuresAYear + goalPositions[goal];
      return { year, goal, passes: (values) => values[at] === 1 };
    }),
  );

/**
 * Who caused what: the Shapley value of each enabled lever in every figure asked for, what changes nothing,
 * and the smallest sets of levers that still pass. Each subset of the levers is simulated as a whole, so the
 * shares hold whatever the levers do to each other; they sum to trial − baseline. Pure: the same question and
 * seed give the same bytes. Stopped early, sampled orders so far are answered; null when there are too few.
 */
export const attribute = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  settings: AttributionSettings,
  watch: AttributionWatch = {},
): Attribution | null => {
  const question = questionOf(dataset, document);
  const { baseYear } = question.model;
  const years = Array.from({ length: document.horizonYears }, (_, index) => baseYear + 1 + index).filter(
    (year) => settings.years.length === 0 || settings.years.includes(year),
  );
  const { possible, impossible } = possibleLevers(dataset, document);
  const levers = inOrder(possible);
  const idOf: IdOf = (player) => levers[player]?.lever.id ?? "";
  const figures = figuresOf(years);
  const asked = figures.flatMap(({ group, outcome }, index) =>
    settings.figures.includes(group) && (!isDrawn(outcome) || settings.passDraws !== null) ? [index] : [],
  );
  const watched = asked.filter((index) => figures[index]?.group !== "cost");
  const game = coalitionsOf(dataset, question, levers, ruleSet, {
    years,
    futures: settings.passDraws === null ? null : futuresOf(settings.ranges, settings.passDraws),
  });
  const run = counted(game, watch);
  const exact = levers.length <= settings.exactUpTo;
  const taken = exact
    ? bySubsets(game, run, watched, testsOf(years, years))
    : byOrders(game, run, watched, testsOf(years.slice(-1), years), settings);
  if (taken === null) return null;
  const outcomes = asked.flatMap((index) => {
    const figure = figures[index];
    return figure === undefined ? [] : [outcomeOf(figure, index, taken, idOf)];
  });
  return {
    format: "hengce.attribution/1",
    engineVersion: planningEngineVersion,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    county: { code: dataset.county.code, name: dataset.county.name },
    baseYear,
    years,
    settings,
    method: taken.method,
    permutations: taken.permutations,
    coalitions: run.count(),
    levers: levers.map(outlineOf),
    leftOut: impossible.map(({ id }) => id),
    outcomes,
    idle: taken.idle.map(idOf),
    minimal: minimalOf(taken, idOf),
    residual: residualOf(outcomes),
  };
};
