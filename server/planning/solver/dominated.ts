import type { PlanRequest } from "../contract";
import type { Activity } from "./activities";
import { type Ground, usefulLevel } from "./ground";

/** True when nothing ties a plan to a year: then the cheapest start that does as much is the only one worth a thought. */
const timeless = ({ annualBudgetWan, hiresPerYear }: PlanRequest): boolean => annualBudgetWan === null && hiresPerYear === null;

/** What one decision does in every judged year, as a list to compare with. */
const doesAsMuch = (strong: Activity, weak: Activity, judged: ReadonlySet<number>): boolean => {
  const reached = new Map(
    strong.effects.map(({ year, stage, section, indicator, delta }) => [`${year}.${stage}.${section}.${indicator}`, delta]),
  );
  return weak.effects.every(
    ({ year, stage, section, indicator, delta }) =>
      !judged.has(year) || (reached.get(`${year}.${stage}.${section}.${indicator}`) ?? 0) >= delta - 1e-9,
  );
};

/** Whether there are enough who lack the attribute without the plan: then it does not matter when others are hired. */
const hasEnough = (ground: Ground, { effects, persons, present }: Activity): boolean =>
  effects.every(({ year, stage, section, indicator, delta }) => {
    const planned = ground.years.get(year)?.stages[stage];
    const rule = planned?.indicators[indicator];
    const own = planned?.sections[section];
    if (!ground.judged.includes(year) || planned === undefined || rule === undefined || own === undefined) return true;
    const useful = (usefulLevel(planned, indicator, true) * rule.standard * own.pupils) / rule.scale;
    return present / persons >= (useful - (own.resource[indicator] ?? Number.NaN)) / delta;
  });

/**
 * Leaves out what another start of the same decision does at no higher cost, where no limit ties a plan to a year. Who
 * is hired late can only be trained late.
 */
export const withoutDominated = (activities: readonly Activity[], ground: Ground): readonly Activity[] => {
  if (!timeless(ground.request)) return activities;
  const judged = new Set(ground.judged);
  const trained = new Set<string>(activities.flatMap(({ trainable }) => trainable));
  const waits = (activity: Activity): boolean => trained.has(activity.decision.kind) && !hasEnough(ground, activity);
  const groups = new Map<string, Activity[]>();
  for (const activity of activities) {
    const id = `${activity.decision.kind} ${activity.code} ${activity.stage}`;
    groups.set(id, [...(groups.get(id) ?? []), activity]);
  }
  return [...groups.values()].flatMap((group) =>
    group.filter(
      (weak, place) =>
        !group.some(
          (strong, other) =>
            other !== place &&
            strong.upper >= weak.upper &&
            (strong.effectYear >= weak.effectYear || !waits(strong)) &&
            (strong.costWan < weak.costWan - 1e-9 || (strong.costWan <= weak.costWan + 1e-9 && other < place)) &&
            doesAsMuch(strong, weak, judged),
        ),
    ),
  );
};
