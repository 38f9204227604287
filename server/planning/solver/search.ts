import type { PlanRequest } from "../contract";
import type { Activity } from "./activities";
import type { Allowance } from "./ask";
import { cvOf, newBalance, sharpen, tangents } from "./balance";
import { balanceKey, type EffectIndex, effectsOn, indexEffects } from "./effects";
import { complete } from "./greedy";
import { type Ground, type PlanStage, stagesOf } from "./ground";
import { type Highs, solve } from "./highs";
import { filled, isPure, loosen, type ModelOptions, modelOf, type PlanModel, type Sharpening } from "./model";
import { orderable, planLevers, wholePart } from "./plan-levers";
import { isOmitted } from "./section-rows";
import { type MissedBalance, missedMilestones, overBudget, passes, type Trial, tryPlan } from "./trial";

/** Best plan so far: the engine has passed it. */
export interface Best {
  readonly trial: Trial;
  readonly quantities: readonly number[];
}

export interface SearchOptions extends Omit<ModelOptions, "request">, Allowance {
  readonly request: PlanRequest;
  readonly gap: number;
  readonly start?: Best | null;
  /** 万元 from which on a plan is not wanted: the search ends once it is proven that there is none for less. */
  readonly worthWan?: number;
  /** Hears of each cheaper plan that the engine passes, with the bound proven so far. */
  readonly onBetter?: (best: Best, bound: number) => void;
}

export interface Found {
  readonly state: "solved" | "infeasible" | "interrupted";
  readonly best: Best | null;
  readonly bound: number;
  readonly rounds: number;
}

const mostRounds = 40;
const mostCutRounds = 12;
/** Most that is asked for beyond a standard, or kept free of a limit, as a part of it. */
const mostKeptFree = 0.05;

const learnBalance = (ground: Ground, sharp: Sharpening, { key, year, stage, resources }: MissedBalance): boolean => {
  const planned = ground.years.get(year)?.stages[stage];
  if (planned === undefined || planned.sections.length !== resources.length) return false;
  const known = sharp.balances.get(key);
  const before = known === undefined ? 0 : tangents(known);
  const balance = known ?? newBalance(planned);
  sharp.balances.set(key, balance);
  sharpen(balance, resources, planned);
  return known === undefined || tangents(known) > before;
};

/** What is written down at first: the target year and the last, and balances that fail without any plan. */
export const firstSharpening = (ground: Ground, nothing: Trial): Sharpening => {
  const ends = [ground.required[0], ground.required.at(-1)].filter((year): year is number => year !== undefined);
  const sharp: Sharpening = { years: new Set(ends), balances: new Map(), margins: new Map(), reserve: new Map(), budgetReserveWan: 0 };
  for (const missed of nothing.balances) learnBalance(ground, sharp, missed);
  return sharp;
};

/** Takes what the engine found wrong into the model, as far as the model does not hold it yet. */
const learn = (ground: Ground, sharp: Sharpening, trial: Trial): boolean => {
  const before = sharp.years.size;
  for (const { year } of trial.sections) sharp.years.add(year);
  let grown = sharp.years.size > before;
  for (const missed of trial.balances) if (learnBalance(ground, sharp, missed)) grown = true;
  return grown;
};

/** Asks a little more than the standards do, where the model and the engine differ by rounding or by what is not linear. */
const tighten = (sharp: Sharpening, trial: Trial, request: PlanRequest): void => {
  const behind = missedMilestones(trial, request).flatMap(({ year, failing }) => failing.map((key) => ({ year, key })));
  for (const { key, year } of [...trial.sections, ...behind]) {
    const at = `${year}.${key}`;
    sharp.margins.set(at, Math.min(mostKeptFree, Math.max(2e-6, 8 * (sharp.margins.get(at) ?? 0))));
  }
  const overWan = overBudget(trial, request);
  for (const { key } of trial.balances) sharp.reserve.set(key, Math.min(mostKeptFree, Math.max(2e-5, 3 * (sharp.reserve.get(key) ?? 0))));
  if (overWan > 0) sharp.budgetReserveWan += overWan * 1.05;
};

/** Resources of a stage under a solution, by section. */
export const resourcesWith = (stage: PlanStage, index: EffectIndex, indicator: number, values: ArrayLike<number>): number[] =>
  stage.sections.map((section, at) =>
    effectsOn(index, at, indicator).reduce(
      (sum, [column, delta]) => sum + delta * (values[column] ?? 0),
      section.balanced[indicator] ?? Number.NaN,
    ),
  );

/** Balances that a solution of the model does not keep, in the years written down. */
const missedBy = (
  ground: Ground,
  { activities }: PlanModel,
  { years }: Sharpening,
  values: ArrayLike<number>,
  without: ModelOptions["without"],
): MissedBalance[] =>
  [...years].flatMap((year) => {
    const planned = ground.years.get(year);
    if (planned === undefined) return [];
    return stagesOf(planned).flatMap((stage) => {
      const index = indexEffects(activities, year, stage.stage);
      return stage.indicators.flatMap(({ id }, indicator): MissedBalance[] => {
        if (isOmitted(without, stage.stage, id, "balance")) return [];
        const resources = resourcesWith(stage, index, indicator, values);
        const cv = cvOf(resources, stage);
        if (!(cv > stage.cvLimit * (1 + 2e-5))) return [];
        return [{ key: balanceKey(year, stage.stage, indicator), year, stage: stage.stage, resources }];
      });
    });
  });

/** 万元 of a model's solution. */
export const costOf = (activities: readonly Activity[], values: ArrayLike<number>): number =>
  activities.reduce((sum, { costWan }, column) => sum + costWan * (values[column] ?? 0), 0);

type Cutting = ModelOptions & Allowance;

/** What the model without whole numbers says: its bound, infinite where not even it has a solution, and its last solution. */
interface Relaxed {
  readonly bound: number;
  readonly values: Float64Array | null;
}

/** Sharpens the balances on the model without whole numbers, where a round costs little. */
const cutBalances = (highs: Highs, ground: Ground, activities: readonly Activity[], sharp: Sharpening, options: Cutting): Relaxed => {
  let bound = Number.NEGATIVE_INFINITY;
  let values: Float64Array | null = null;
  let still = 0;
  const { effort, interrupts } = options;
  for (let round = 0; round < mostCutRounds && effort.left() > 0 && !interrupts.stop(); round += 1) {
    const model = modelOf(ground, activities, sharp, options);
    const solved = solve(highs, model.programme, { gap: 0, effort, relaxed: true });
    if (solved.values === null) return { bound: solved.state === "infeasible" ? Number.POSITIVE_INFINITY : bound, values };
    values = solved.values;
    still = solved.objective <= bound * (1 + 1e-5) + 1e-9 ? still + 1 : 0;
    bound = solved.objective;
    const missed = missedBy(ground, model, sharp, solved.values, options.without);
    if (missed.length === 0 || still === 1) break;
    for (const balance of missed) learnBalance(ground, sharp, balance);
  }
  return { bound, values };
};

/** What any plan costs at least, 万元, by the model without whole numbers; infinite where not even that has a solution. */
export const relaxedBound = (highs: Highs, ground: Ground, activities: readonly Activity[], nothing: Trial, options: Cutting): number =>
  Math.max(0, cutBalances(highs, ground, activities, firstSharpening(ground, nothing), options).bound);

/**
 * Solves a model that the engine cannot judge, because a clause or a limit is left open in it: balances are sharpened by
 * the model itself. With `start`, amounts that keep what is not left open, there is an answer however little the solver may do.
 */
export const solveModel = (
  highs: Highs,
  ground: Ground,
  activities: readonly Activity[],
  nothing: Trial,
  options: Cutting & { readonly gap: number; readonly start?: readonly number[] },
): { readonly model: PlanModel; readonly values: Float64Array | null; readonly infeasible: boolean } => {
  const { effort, interrupts } = options;
  const sharp = firstSharpening(ground, nothing);
  for (const year of ground.required) sharp.years.add(year);
  cutBalances(highs, ground, activities, sharp, options);
  for (let round = 0; ; round += 1) {
    const model = modelOf(ground, activities, sharp, options);
    const start = options.start === undefined ? null : filled(model, options.start);
    const solved = solve(highs, model.programme, { gap: options.gap, effort, stop: interrupts.stop, start });
    if (solved.state === "infeasible") return { model, values: null, infeasible: true };
    if (solved.values === null) return { model, values: start, infeasible: false };
    // A balance that may fall short is not missed: its column says by how much.
    const missed = options.mayFallShort === true ? [] : missedBy(ground, model, sharp, solved.values, options.without);
    if (missed.length === 0 || round === 3 || effort.left() <= 0) return { model, values: solved.values, infeasible: false };
    for (const balance of missed) learnBalance(ground, sharp, balance);
  }
};

export const gapOf = (costWan: number, boundWan: number): number => (costWan <= 1e-9 ? 0 : Math.max(0, (costWan - boundWan) / costWan));

/**
 * Looks for the cheapest plan: solves the model, has the engine judge what comes out, takes what is wrong into the
 * model and solves again. Only plans that the engine passes count; only models that cut off nothing possible bound.
 */
export const search = (highs: Highs, ground: Ground, activities: readonly Activity[], sharp: Sharpening, options: SearchOptions): Found => {
  let best = options.start ?? null;
  let bound = 0;
  const { effort, interrupts, worthWan = Number.POSITIVE_INFINITY } = options;
  const judge = (quantities: readonly number[]): Trial => {
    const trial = tryPlan(ground, planLevers(ground, activities, quantities));
    if (passes(trial, options.request) && (best === null || trial.costWan < best.trial.costWan - 1e-6)) {
      best = { trial, quantities };
      options.onBetter?.(best, bound);
    }
    return trial;
  };
  /** Has the engine judge a solution, mended where it lacks a little. */
  const consider = (ordered: readonly number[]): Trial => {
    const mended = complete(ground, activities, options.request, ordered, options.raised);
    return judge(mended ?? ordered);
  };
  const done = (): boolean => bound >= worthWan || (best !== null && gapOf(best.trial.costWan, bound) <= options.gap);
  const cut = cutBalances(highs, ground, activities, sharp, options);
  if (cut.bound === Number.POSITIVE_INFINITY && best === null) return { state: "infeasible", best, bound: cut.bound, rounds: 0 };
  bound = Math.max(bound, cut.bound === Number.POSITIVE_INFINITY ? 0 : cut.bound);
  // The relaxed model says which indicators to leave at the floor and where to lift for a balance: mended, that is nearly a cheapest plan.
  if (cut.values !== null) consider(wholePart(activities, cut.values));
  for (let round = 1; round <= mostRounds; round += 1) {
    if (done()) return { state: "solved", best, bound, rounds: round - 1 };
    if (effort.left() <= 0 || interrupts.stop()) return { state: "interrupted", best, bound, rounds: round - 1 };
    const pure = isPure(sharp);
    const model = modelOf(ground, activities, sharp, options);
    const solved = solve(highs, model.programme, {
      gap: options.gap / 2,
      effort,
      stop: () => interrupts.stop() || done(),
      start: best === null ? null : filled(model, best.quantities),
      onBound: (dual) => {
        if (pure && Number.isFinite(dual)) bound = Math.max(bound, dual);
      },
      onSolution: (values, dual) => {
        if (pure) bound = Math.max(bound, dual);
        if (!done() && costOf(activities, values) < (best?.trial.costWan ?? Number.POSITIVE_INFINITY) - 1e-6) {
          consider(orderable(activities, values));
        }
      },
    });
    if (pure && solved.bound > bound && solved.state !== "infeasible") bound = Math.min(solved.bound, best?.trial.costWan ?? solved.bound);
    if (solved.values === null) {
      if (solved.state !== "infeasible") return { state: "interrupted", best, bound, rounds: round };
      if (pure) return { state: best === null ? "infeasible" : "solved", best, bound, rounds: round };
      loosen(sharp);
      continue;
    }
    if (done()) return { state: "solved", best, bound, rounds: round };
    const ordered = orderable(activities, solved.values);
    const mended = consider(ordered);
    if (done()) return { state: "solved", best, bound, rounds: round };
    const trial = judge(ordered);
    const grown = learn(ground, sharp, trial);
    if (passes(trial, options.request)) {
      // The model's own best plan passes: nothing cheaper is left within the gap of this round.
      if (pure && solved.state === "optimal" && !grown) return { state: "solved", best, bound, rounds: round };
      loosen(sharp);
    } else if (passes(mended, options.request) && grown) loosen(sharp);
    else tighten(sharp, trial, options.request);
  }
  return { state: "interrupted", best, bound, rounds: mostRounds };
};
