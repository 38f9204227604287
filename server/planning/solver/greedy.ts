import type { Milestone, PlanRequest } from "../contract";
import type { Activity } from "./activities";
import { cvOf } from "./balance";
import type { Ground } from "./ground";
import { servants } from "./obligations";
import { stepOf } from "./plan-levers";
import { roomOf } from "./room";
import { act, partOf, type StageStanding, standingOf } from "./standing";
import { isProgramme, type ProgrammeKind } from "./templates";
import { poolKey } from "./trainees";
import { askedOf } from "./trial";

const met = 1 - 1e-12;
const passes = 6;

interface Raiser {
  readonly column: number;
  readonly delta: number;
  readonly unitWan: number;
}

/** Activities by the cell that they raise, least cost first. */
const raisers = (activities: readonly Activity[]): ReadonlyMap<string, readonly Raiser[]> => {
  const found = new Map<string, Raiser[]>();
  activities.forEach(({ decision, effects, costWan }, column) => {
    if ("end" in decision) return;
    for (const { year, stage, section, indicator, delta } of effects) {
      if (delta <= 0) continue;
      const key = `${year}.${stage}.${section}.${indicator}`;
      const raiser = { column, delta, unitWan: costWan / delta };
      const group = found.get(key);
      if (group === undefined) found.set(key, [raiser]);
      else group.push(raiser);
    }
  });
  for (const group of found.values()) group.sort((a, b) => a.unitWan - b.unitWan || a.column - b.column);
  return found;
};

/** Hires by the pool of those whom a programme can train (`poolKey`), least cost first. */
const traineesByPool = (activities: readonly Activity[]): ReadonlyMap<string, readonly (readonly [number, Activity])[]> => {
  const found = new Map<string, (readonly [number, Activity])[]>();
  activities.forEach((hire, column) => {
    for (const kind of hire.trainable) {
      const key = poolKey(kind, hire);
      const group = found.get(key);
      if (group === undefined) found.set(key, [[column, hire]]);
      else group.push([column, hire]);
    }
  });
  for (const group of found.values()) group.sort((a, b) => a[1].costWan - b[1].costWan || a[0] - b[0]);
  return found;
};

/** Level to which all sections below it must be brought for the balance to keep its limit; null when no level does. */
const waterLevel = (resources: readonly number[], pupils: readonly number[], standing: StageStanding): number | null => {
  const raised = (level: number): number[] => resources.map((resource, index) => Math.max(resource, level * (pupils[index] ?? 0)));
  const limit = standing.stage.cvLimit * (1 - 1e-7);
  let low = 0;
  let high = Math.max(...resources.map((resource, index) => resource / (pupils[index] ?? 1)));
  if (!(cvOf(raised(high), standing.stage) <= limit)) return null;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (cvOf(raised(middle), standing.stage) <= limit) high = middle;
    else low = middle;
  }
  return high;
};

/** Level, as a part of its standard, that an indicator must reach. */
interface Demand {
  readonly indicator: number;
  readonly level: number;
}

/** Amounts that keep every limit, and whether they reach the standards. */
interface Reached {
  readonly amounts: readonly number[];
  readonly done: boolean;
}

/**
 * The fast plan: for each milestone the sections that cost least are brought up, in the order of the years; then, section
 * by section, the standards that cost least are met and the rest lifted to the floor, and the
 * lowest sections are raised together until each balance keeps its limit. Begins with `start`, so that it also mends
 * a plan that lacks a little. Where the limits leave no way it goes as far as they let it.
 */
export const asFarAsPossible = (
  ground: Ground,
  activities: readonly Activity[],
  request: PlanRequest,
  start: readonly number[],
  margin = 0,
): Reached => {
  const standing = standingOf(ground);
  const required = new Set(ground.required);
  const milestones = ground.milestones.filter(({ year }) => request.milestones?.some((own) => own.year === year));
  const room = roomOf(ground, request);
  const amounts = activities.map((_, column) => start[column] ?? 0);
  activities.forEach((activity, column) => {
    const amount = amounts[column] ?? 0;
    if (amount === 0) return;
    act(standing, activity, amount);
    room.take(activity, amount);
  });
  const byCell = raisers(activities);
  const hiresOf = traineesByPool(activities);
  const cellKey = ({ year, stage }: StageStanding, section: number, indicator: number): string =>
    `${year}.${stage.stage}.${section}.${indicator}`;
  const lacking = (at: StageStanding, section: number, indicator: number, level: number): number => {
    const rule = at.stage.indicators[indicator];
    const own = at.stage.sections[section];
    if (rule === undefined || own === undefined) return Number.NaN;
    return (level - partOf(at, section, indicator)) * rule.standard * (own.pupils / rule.scale);
  };
  const unitsFor = (activity: Activity, lack: number, delta: number): number => {
    const step = stepOf(activity);
    return Math.ceil(lack / delta / step - 1e-9) * step;
  };
  /** 万元 to bring a section to a level of an indicator, when nothing else is in the way. */
  const priceOf = (at: StageStanding, section: number, indicator: number, level: number): number => {
    const lack = lacking(at, section, indicator, level);
    if (lack <= 0) return 0;
    const [cheapest] = byCell.get(cellKey(at, section, indicator)) ?? [];
    const activity = cheapest === undefined ? undefined : activities[cheapest.column];
    return cheapest === undefined || activity === undefined
      ? Number.POSITIVE_INFINITY
      : unitsFor(activity, lack, cheapest.delta) * activity.costWan;
  };
  const order = (column: number, activity: Activity, amount: number): void => {
    amounts[column] = Math.round(((amounts[column] ?? 0) + amount) * 100) / 100;
    act(standing, activity, amount);
    room.take(activity, amount);
  };
  /** Hires so many persons for a programme to train, as far as the limits let it. */
  const hireFor = (programme: Activity, kind: ProgrammeKind, persons: number): void => {
    let lacking = persons;
    for (const [column, hire] of hiresOf.get(poolKey(kind, programme)) ?? []) {
      if (hire.effectYear > programme.effectYear) continue;
      const posts = Math.min(Math.ceil(lacking / hire.persons - 1e-9), room.left(hire, amounts[column] ?? 0));
      if (!(posts > 0)) continue;
      order(column, hire, posts);
      lacking -= posts * hire.persons;
      if (lacking <= 1e-9) return;
    }
  };
  const raise = (at: StageStanding, section: number, indicator: number, level: number): boolean => {
    for (const { column, delta } of byCell.get(cellKey(at, section, indicator)) ?? []) {
      const lack = lacking(at, section, indicator, level);
      if (partOf(at, section, indicator) >= level * met) return true;
      const activity = activities[column];
      if (activity === undefined) continue;
      const step = stepOf(activity);
      const most = (): number => Math.floor(room.left(activity, amounts[column] ?? 0) / step + 1e-9) * step;
      const wanted = unitsFor(activity, lack, delta);
      const { kind } = activity.decision;
      if (isProgramme(kind) && most() < wanted) hireFor(activity, kind, (wanted - most()) * activity.persons);
      const amount = Math.min(wanted, most());
      if (amount > 0) order(column, activity, amount);
    }
    return partOf(at, section, indicator) >= level * met;
  };
  /** Indicators of a section below their standards with the level that each must reach. */
  const demands = (at: StageStanding, section: number): readonly Demand[] => {
    const { indicators, minimumMet } = at.stage;
    const open = indicators.flatMap((rule, indicator) => {
      const part = partOf(at, section, indicator);
      if (part >= (1 + margin) * met) return [];
      const floor = (rule.floor / rule.standard) * (1 + margin);
      const saved = priceOf(at, section, indicator, 1 + margin) - priceOf(at, section, indicator, floor);
      // Where not even the floor has a price nothing is saved by staying there.
      return [{ indicator, floor, saved: Number.isNaN(saved) ? 0 : saved }];
    });
    const spare = indicators.length - minimumMet;
    open.sort((a, b) => b.saved - a.saved || a.indicator - b.indicator);
    return open.map(({ indicator, floor }, place) => ({ indicator, level: place < spare ? floor : 1 + margin }));
  };
  const settleSection = (at: StageStanding, section: number): boolean =>
    demands(at, section)
      .map(({ indicator, level }) => raise(at, section, indicator, level))
      .every(Boolean);
  const obligations = ground.clauses.obligations.map((obligation) => ({
    obligation,
    by: servants(obligation, activities)
      .map(([column, unit]) => ({ column, unit, unitWan: (activities[column]?.costWan ?? Number.NaN) / unit }))
      .sort((a, b) => a.unitWan - b.unitWan || a.column - b.column),
  }));
  /** Orders what a clause asks of a school, least cost first. */
  const settleObligation = ({ obligation: { least }, by }: (typeof obligations)[number]): boolean => {
    let lacking = least - by.reduce((sum, { column, unit }) => sum + unit * (amounts[column] ?? 0), 0);
    for (const { column, unit } of by) {
      const activity = activities[column];
      if (activity === undefined || lacking <= 1e-9) continue;
      const amount = Math.min(Math.ceil(lacking / unit - 1e-9), room.left(activity, amounts[column] ?? 0));
      if (!(amount > 0)) continue;
      order(column, activity, amount);
      lacking -= amount * unit;
    }
    return lacking <= 1e-9;
  };
  /** Brings up the sections that cost least until enough of them stand at their standards. */
  const settleMilestone = ({ year, share }: Milestone): boolean => {
    const sections = standing.stages
      .filter((at) => at.year === year)
      .flatMap((at) => at.stage.sections.map((_, section) => ({ at, section })));
    const behind = sections
      .map(({ at, section }) => {
        const asked = demands(at, section).filter(({ indicator, level }) => !(partOf(at, section, indicator) >= level * met));
        return {
          at,
          section,
          price: asked.reduce((sum, { indicator, level }) => sum + priceOf(at, section, indicator, level), 0),
          open: asked.length,
        };
      })
      .filter(({ open }) => open > 0);
    let lacking = askedOf({ year, share }, sections.length) - (sections.length - behind.length);
    // What cannot be had, or of what nobody knows how much is lacking, has no price.
    const priced = behind.filter(({ price }) => Number.isFinite(price)).sort((a, b) => a.price - b.price);
    for (const { at, section } of priced) {
      if (lacking <= 0) return true;
      if (settleSection(at, section)) lacking -= 1;
    }
    return lacking <= 0;
  };
  const settleBalance = (at: StageStanding, indicator: number): boolean => {
    const pupils = at.stage.sections.map((section) => section.pupils);
    for (let round = 0; round < 4; round += 1) {
      const resources = Array.from(at.resource[indicator] ?? [], (resource, section) => resource - (at.outside[indicator]?.[section] ?? 0));
      if (cvOf(resources, at.stage) <= at.stage.cvLimit * (1 - 1e-9)) return true;
      const level = waterLevel(resources, pupils, at);
      const rule = at.stage.indicators[indicator];
      if (level === null || rule === undefined) return false;
      const part = (level * rule.scale) / rule.standard;
      for (const section of at.stage.sections.keys()) raise(at, section, indicator, part * (1 + 1e-3 * round));
    }
    return false;
  };
  for (let pass = 0; pass < passes; pass += 1) {
    let done = true;
    const before = amounts.join();
    for (const obligation of obligations) if (!settleObligation(obligation)) done = false;
    for (const milestone of milestones) if (!settleMilestone(milestone)) done = false;
    for (const at of standing.stages) {
      if (!required.has(at.year)) continue;
      at.stage.sections.forEach((_, section) => {
        if (!settleSection(at, section)) done = false;
      });
      at.stage.indicators.forEach((_, indicator) => {
        if (!settleBalance(at, indicator)) done = false;
      });
    }
    if (amounts.join() === before) return { amounts, done };
  }
  return { amounts, done: false };
};

/** The fast plan; null when the limits leave no way. */
export const complete = (...asked: Parameters<typeof asFarAsPossible>): readonly number[] | null => {
  const { amounts, done } = asFarAsPossible(...asked);
  return done ? amounts : null;
};
