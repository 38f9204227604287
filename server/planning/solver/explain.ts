import type { PlanAnswer, PlanRequest, Relaxation } from "../contract";
import { limitKinds, planKinds } from "../contract";
import { type Ask, partOfEffort } from "./ask";
import { type Elastic, elastic, passedPlan } from "./elastic";
import { type Freed, withoutLimit } from "./limits";
import { filled, modelOf, type PlanModel } from "./model";
import { type Extra, type Moved, moved } from "./moved-limits";
import { type Best, firstSharpening, solveModel } from "./search";
import { missingFigures, shortfallsOf } from "./shortfalls";
import { greedyPlan, runTask, type Task, taskOf } from "./task";
import { passes, type Trial } from "./trial";

type Explanation = NonNullable<PlanAnswer["explanation"]>;

/** Effort of one attempt, as a part of the effort asked for. */
const attempts = 8;

/** The cost of a plan under a changed request; null when none is found. */
const costUnder = (ask: Ask, request: PlanRequest): number | null => {
  const { highs, dataset, document, ruleSet } = ask;
  const task = taskOf(dataset, document, ruleSet, { ...request, gap: Math.max(request.gap, 0.02) });
  const { best } = runTask(highs, task, partOfEffort(ask, attempts));
  return best === null ? null : best.trial.costWan + task.fixedWan;
};

/** What a solution asks of a limit beyond what the request allows. */
const excessOf = ({ excess }: PlanModel, values: ArrayLike<number>): Extra =>
  excess.map(({ column, schoolCode, year }) => ({ schoolCode, year, amount: values[column] ?? 0 }));

/** The request with one limit moved as far as a known plan needs. */
const movedFor = (model: PlanModel, request: PlanRequest, limit: Freed, { trial, quantities }: Best): Moved | null => {
  const extra = excessOf(model, filled(model, quantities));
  for (const more of [1, 1.001, 1.01]) {
    const found = moved(request, limit, extra, more);
    if (passes(trial, found.request)) return found;
  }
  return null;
};

/**
 * How far one limit alone must be moved, and a plan found with it moved that far; null when it is of no help alone. What
 * the solver finds is asked again afresh, as whoever follows the advice will do; where that is too much to ask, the limit is
 * moved as far as a plan needs that is known already, the fast one first.
 */
const byLimit = (ask: Ask, task: Task, limit: Freed): Relaxation | null => {
  const { ground, activities, nothing } = task;
  const { highs, request } = ask;
  const free = withoutLimit(request, limit);
  if (free === null) return null;
  const fast = greedyPlan(task, free);
  const { model, values } = solveModel(highs, ground, activities, nothing, {
    request,
    freed: limit,
    ...(fast === null ? {} : { start: fast.quantities }),
    ...partOfEffort(ask, attempts),
    gap: 0.005,
  });
  if (values === null) return null;
  for (const more of [1.002, 1.02, 1.1]) {
    const { request: freer, words } = moved(request, limit, excessOf(model, values), more);
    const costWan = costUnder(ask, freer);
    if (costWan !== null) return { limit, words, request: freer, costWan };
  }
  for (const known of [fast, passedPlan(task, free, values)]) {
    const found = known === null ? null : movedFor(model, request, limit, known);
    if (known !== null && found !== null)
      return { limit, words: found.words, request: found.request, costWan: known.trial.costWan + task.fixedWan };
  }
  return null;
};

/** By how much a plan stays behind the milestones of a request, as the engine counts. */
const behind = ({ halfway }: Trial, { milestones = [] }: PlanRequest): Extra =>
  milestones.map(({ year, share }) => {
    const reached = halfway.find((own) => own.year === year);
    const part = reached === undefined || reached.schools === 0 ? 1 : reached.met / reached.schools;
    return { schoolCode: null, year, amount: Math.max(0, share - part) };
  });

/** These limits moved at once as far as the cheapest plan without any of them asks for; null where there is none. */
const together = (ask: Ask, task: Task, set: readonly Freed[]): Relaxation | null => {
  const { highs, request } = ask;
  const { ground, activities, nothing, fixedWan } = task;
  const free = set.reduce<PlanRequest>((freer, limit) => withoutLimit(freer, limit) ?? freer, request);
  // The years of the milestones stay in the ground: what the plan reaches in them is judged, and asked for less.
  const freed = { ...task, ground: { ...ground, request: { ...free, gap: Math.max(free.gap, 0.02) } } };
  const { best } = runTask(highs, freed, partOfEffort(ask, attempts));
  if (best === null) return null;
  const sharp = firstSharpening(ground, nothing);
  for (const more of [1, 1.001, 1.01]) {
    let freer = request;
    const words: Relaxation["words"][] = [];
    for (const limit of set) {
      const model = modelOf(ground, activities, sharp, { request, freed: limit });
      const extra = limit === "milestones" ? behind(best.trial, request) : excessOf(model, filled(model, best.quantities));
      if (extra.every(({ amount }) => amount < 1e-6)) continue;
      const found = moved(freer, limit, extra, more);
      freer = found.request;
      words.push(found.words);
    }
    const [first, ...further] = words;
    if (first !== undefined && passes(best.trial, freer))
      return { limit: "several", words: first, further, request: freer, costWan: best.trial.costWan + fixedWan };
  }
  return null;
};

const byYear = (ask: Ask, { ground }: Task): Relaxation | null => {
  for (let targetYear = ask.request.targetYear + 1; targetYear <= ground.lastYear; targetYear += 1) {
    const request = { ...ask.request, targetYear };
    const costWan = costUnder(ask, request);
    if (costWan !== null) {
      const years = targetYear - ask.request.targetYear;
      return { limit: "target_year", words: { key: "laterTarget", params: { targetYear, years } }, request, costWan };
    }
  }
  return null;
};

const byChoice = (ask: Ask): Relaxation[] => {
  const { request } = ask;
  const found: Relaxation[] = [];
  if (request.kinds.length < planKinds.length) {
    const all = { ...request, kinds: [...planKinds] };
    const costWan = costUnder(ask, all);
    const kinds = planKinds.filter((kind) => !request.kinds.includes(kind)).length;
    if (costWan !== null) found.push({ limit: "kinds", words: { key: "otherKinds", params: { kinds } }, request: all, costWan });
  }
  if (request.lasting) {
    const once = { ...request, lasting: false };
    const costWan = costUnder(ask, once);
    if (costWan !== null) {
      found.push({
        limit: "lasting",
        words: { key: "withoutLasting", params: { targetYear: request.targetYear } },
        request: once,
        costWan,
      });
    }
  }
  return found;
};

/** Each limit alone; where none is enough by itself, all of them: with the milestones kept, and with these lowered too. */
const byLimits = (ask: Ask, task: Task): Relaxation[] => {
  const single = limitKinds.flatMap((limit) => byLimit(ask, task, limit) ?? []);
  if (single.length > 0) return single;
  const set = limitKinds.filter((limit) => withoutLimit(ask.request, limit) !== null);
  const kept = set.filter((limit) => limit !== "milestones");
  return (kept.length < set.length ? [kept, set] : [set]).flatMap((limits) =>
    limits.length < 2 ? [] : (together(ask, task, limits) ?? []),
  );
};

/** The same question without the items that stand in the way. */
const byClause = (ask: Ask, shortfalls: Explanation["shortfalls"]): Relaxation[] => {
  const { request } = ask;
  const blamed = request.clauses.filter((own) => shortfalls.some(({ clause }) => clause === own));
  if (blamed.length === 0) return [];
  const without = { ...request, clauses: request.clauses.filter((own) => !blamed.includes(own)) };
  const costWan = costUnder(ask, without);
  if (costWan === null) return [];
  return [{ limit: "clauses", words: { key: "withoutClauses", params: { clauses: blamed.join(", ") } }, request: without, costWan }];
};

/**
 * 无解说明: which single limit to move and by how much, or which of them together, each way out with a plan that the engine has passed, and what
 * is lacking where when as little as possible is left lacking.
 */
export const explain = (ask: Ask, task: Task, lacking: Pick<Elastic, "model" | "values"> | null): Explanation => {
  const missing = missingFigures(task);
  if (missing.length > 0) return { relaxations: [], shortfalls: [...missing] };
  const left = lacking ?? elastic(ask, task);
  const { stuck } = task.ground.clauses;
  const shortfalls = [...stuck, ...(left === null ? [] : shortfallsOf(task, left))];
  return {
    relaxations: [
      // No limit helps where an item fails whatever a plan decides.
      ...(stuck.length > 0 ? [] : byLimits(ask, task)),
      ...[byYear(ask, task)].flatMap((relaxation) => relaxation ?? []),
      ...byChoice(ask),
      ...byClause(ask, shortfalls),
    ],
    shortfalls,
  };
};
