import type { Ask } from "./ask";
import { effortOf } from "./effort";
import { type MergerChoice, mergerChoices } from "./mergers";
import { gapOf } from "./search";
import { endOf, leastWan, type Outcome, runTask, type SearchNews, type Task, taskOf } from "./task";

/** The question with the mergers chosen, and what came of searching it. */
export interface Chosen {
  readonly task: Task;
  readonly outcome: Outcome;
}

/** Part of the effort that may go into looking at every choice before any is searched. */
const lookingShare = 0.25;

const costOf = ({ task, outcome }: Chosen): number => (outcome.best?.trial.costWan ?? Number.POSITIVE_INFINITY) + task.fixedWan;

/** What is proven of a whole plan, its fixed levers included. */
const withFixed = ({ task: { fixedWan }, outcome }: Chosen): Outcome => {
  if (outcome.boundWan === null) return outcome;
  const boundWan = outcome.boundWan + fixedWan;
  return { ...outcome, boundWan, gap: outcome.best === null ? null : gapOf(outcome.best.trial.costWan + fixedWan, boundWan) };
};

/**
 * The cheapest plan among the choices of mergers and their years. The relaxed programme says of each what it costs at least;
 * those that may be cheapest are searched first, the others only as long as they could be cheaper than what was found by
 * more than the accepted gap. What is proven holds for all choices together.
 */
export const bestChoice = ({ highs, dataset, document, ruleSet, request, interrupts }: Ask, news: SearchNews): Chosen => {
  const choices = mergerChoices(dataset, document, request);
  const taskFor = (choice: MergerChoice): Task => taskOf(dataset, choice.document, ruleSet, request, choice.closings);
  const search = (choice: MergerChoice, units: number, worthWan: number): { readonly chosen: Chosen; readonly used: number } => {
    const task = taskFor(choice);
    const effort = effortOf(units);
    const outcome = runTask(highs, task, { effort, interrupts }, news, { worthWan: worthWan - task.fixedWan });
    return { chosen: { task, outcome }, used: units - effort.left() };
  };
  const [apart] = choices;
  if (apart === undefined) throw new Error("no merger is always a choice");
  if (choices.length === 1) {
    const { chosen } = search(apart, request.effort, Number.POSITIVE_INFINITY);
    return { ...chosen, outcome: withFixed(chosen) };
  }
  const looking = effortOf(request.effort * lookingShare);
  // Tasks are made anew when they are searched: many of a large county at once would fill the memory.
  const known = choices.map((choice) => {
    const task = taskFor(choice);
    return { choice, boundWan: leastWan(highs, task, { effort: looking, interrupts }) + task.fixedWan };
  });
  known.sort((left, right) => left.boundWan - right.boundWan || 0);
  let left = request.effort - (looking.units - looking.left());
  let best: Chosen | null = null;
  let withoutMerger: Chosen | null = null;
  const worth = (): number => (best === null ? Number.POSITIVE_INFINITY : costOf(best) * (1 - request.gap));
  for (const [place, one] of known.entries()) {
    if (best !== null && (one.boundWan >= worth() || interrupts.stop())) continue;
    const open = known.slice(place).filter(({ boundWan }) => best === null || boundWan < worth()).length;
    // What one choice does not need is left to those after it.
    const { chosen, used } = search(one.choice, Math.max(0, left) / open, worth());
    left -= used;
    const { state, boundWan } = chosen.outcome;
    if (state === "infeasible") one.boundWan = Number.POSITIVE_INFINITY;
    else if (boundWan !== null) one.boundWan = Math.max(one.boundWan, boundWan + chosen.task.fixedWan);
    if (one.choice === apart) withoutMerger = chosen;
    if (costOf(chosen) < (best === null ? Number.POSITIVE_INFINITY : costOf(best))) best = chosen;
  }
  if (best === null) {
    // Without any plan the bound of one choice says nothing of the others.
    const { task, outcome } = withoutMerger ?? search(apart, 0, Number.POSITIVE_INFINITY).chosen;
    return { task, outcome: { ...outcome, boundWan: null } };
  }
  const boundWan = Math.min(costOf(best), ...known.map((one) => one.boundWan));
  const gap = gapOf(costOf(best), boundWan);
  const { state } = best.outcome;
  return {
    task: best.task,
    outcome: { ...best.outcome, boundWan, gap, state: state === "nothing_needed" ? state : endOf(gap, request.gap, interrupts.reason()) },
  };
};
