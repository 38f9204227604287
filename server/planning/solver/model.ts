import type { ResourceIndicator } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";
import type { PlanRequest } from "../contract";
import type { Activity } from "./activities";
import { addBalance, type Balance } from "./balance";
import { balanceKey, type EffectIndex, effectsOn, indexEffects } from "./effects";
import { type Ground, indicatorValue, type PlanStage, stagesOf, usefulLevel } from "./ground";
import { addLimits, type Excess, type Freed } from "./limits";
import { addColumn, addRow, type Entry, emptyProgramme, type Fill, type Programme, sumOver } from "./rows";

/** What the rounds have taught so far: only years and balances that some plan missed are written down. */
export interface Sharpening {
  readonly years: Set<number>;
  readonly balances: Map<string, Balance>;
  /** Relative margin on a section's standards, by year and section. */
  readonly margins: Map<string, number>;
  /** Part of a CV limit that is kept free, by balance. */
  readonly reserve: Map<string, number>;
  /** 万元 kept back from the budgets, as ordering in whole units costs a little more. */
  budgetReserveWan: number;
}

/** A sharpening that only cuts off what no plan can be: its bound is one for every plan. */
export const isPure = ({ margins, reserve, budgetReserveWan }: Sharpening): boolean =>
  margins.size === 0 && reserve.size === 0 && budgetReserveWan === 0;

/** Forgets what was tightened to be on the safe side; tangents and years stay. */
export const loosen = (sharp: Sharpening): void => {
  sharp.margins.clear();
  sharp.reserve.clear();
  sharp.budgetReserveWan = 0;
};

export interface ModelOptions {
  readonly request: PlanRequest;
  /** Clause that is left out, to see what it costs. */
  readonly without?: ResourceIndicator | "balance" | undefined;
  /** Limit that may be exceeded: then the least excess is sought, not the least cost. */
  readonly freed?: Freed | undefined;
  /** Standards may be missed: then the least relative shortfall is sought. */
  readonly mayFallShort?: boolean;
  /** Every standard is raised by this part, for plans that hold in most futures. */
  readonly raised?: number;
}

/** A lack that an elastic model may leave: column of the relative shortfall. */
export interface Shortfall {
  readonly column: number;
  readonly year: number;
  readonly stage: Stage;
  readonly indicator: number;
  readonly section: number | null;
}

export interface PlanModel {
  readonly programme: Programme;
  /** The activities are the first columns, in their order. */
  readonly activities: readonly Activity[];
  readonly shortfalls: readonly Shortfall[];
  readonly excess: readonly Excess[];
  /** Derives the further columns from the activities, in this order. */
  readonly fills: readonly Fill[];
}

/** All columns of a plan that is given by its activities: a solution to begin with. */
export const filled = ({ programme, fills }: PlanModel, amounts: readonly number[]): Float64Array => {
  const values = new Float64Array(programme.cost.length);
  values.set(amounts);
  for (const fill of fills) fill(values);
  return values;
};

/** Most of each activity that can be of use: what is beyond it only widens the search. */
const usefulUppers = (ground: Ground, activities: readonly Activity[], { balances }: Sharpening, raised: number): number[] => {
  const levels = new Map<string, number>();
  return activities.map((activity) => {
    if (activity.decision.kind === "rotate" || activity.decision.kind === "transfer") return activity.upper;
    let useful = 0;
    for (const { year, stage, section, indicator: position, delta } of activity.effects) {
      const planned = ground.years.get(year)?.stages[stage];
      const own = planned?.sections[section];
      const indicator = planned?.indicators[position];
      if (!ground.required.includes(year) || planned === undefined || own === undefined || indicator === undefined || delta <= 0) continue;
      const key = balanceKey(year, stage, position);
      const level = levels.get(key) ?? usefulLevel(planned, position, balances.has(key));
      levels.set(key, level);
      const lacking =
        level * (1 + raised + 1e-3) * indicator.standard - indicatorValue(indicator, own.resource[position] ?? Number.NaN, own.pupils);
      const units = (lacking * own.pupils) / indicator.scale / delta;
      if (units > useful) useful = units;
    }
    return Math.min(activity.upper, activity.whole ? Math.ceil(useful) : useful);
  });
};

/** Every section of a stage: enough indicators at their standard, the rest at the floor. */
const addSections = (
  model: PlanModel,
  shortfalls: Shortfall[],
  fills: Fill[],
  year: number,
  stage: PlanStage,
  index: EffectIndex,
  { margins }: Sharpening,
  { without, mayFallShort = false, raised = 0 }: ModelOptions,
): void => {
  const { programme } = model;
  stage.sections.forEach((section, position) => {
    const margin = (margins.get(`${year}.${section.key}`) ?? 0) + raised;
    let needed = stage.minimumMet;
    const open: { readonly entries: readonly Entry[]; readonly value: number; readonly floor: number; readonly indicator: number }[] = [];
    stage.indicators.forEach((indicator, at) => {
      const value = indicatorValue(indicator, section.resource[at] ?? Number.NaN, section.pupils) / indicator.standard;
      const entries = effectsOn(index, position, at);
      const sinks = entries.some(([, delta]) => delta < 0);
      if (indicator.id === without || (value >= 1 + margin && !sinks)) needed -= 1;
      else if (!Number.isNaN(value)) {
        const unit = indicator.scale / section.pupils / indicator.standard;
        open.push({
          entries: entries.map(([column, delta]) => [column, delta * unit] as const),
          value,
          floor: indicator.floor / indicator.standard,
          indicator: at,
        });
      }
    });
    const settled = open.every(({ value, floor, entries }) => value >= floor + margin && !entries.some(([, delta]) => delta < 0));
    if (needed <= 0 && settled) return;
    const all = needed >= open.length;
    const chosen = open.map(({ entries, value, floor, indicator }) => {
      const short = mayFallShort ? addColumn(programme, 1, 0, Number.POSITIVE_INFINITY, false) : null;
      if (short !== null) shortfalls.push({ column: short, year, stage: stage.stage, indicator, section: position });
      const met = addColumn(programme, 0, all ? 1 : 0, 1, true);
      const slack: Entry[] = short === null ? [] : [[short, 1]];
      addRow(programme, floor + margin - value, Number.POSITIVE_INFINITY, [...entries, ...slack, [met, floor - 1]]);
      return { met, short, floor: floor + margin, reached: (values: Float64Array) => value + sumOver(entries, values) };
    });
    addRow(
      programme,
      needed,
      Number.POSITIVE_INFINITY,
      chosen.map(({ met }) => [met, 1]),
    );
    fills.push((values) => {
      const least = mayFallShort ? needed : 0;
      const standing = chosen.map((own) => ({ ...own, at: own.reached(values) })).sort((a, b) => b.at - a.at);
      for (const [place, { met, short, floor, at }] of standing.entries()) {
        const counts = all || at >= 1 + margin - 1e-9 || place < least;
        values[met] = counts ? 1 : 0;
        if (short !== null) values[short] = Math.max(0, (counts ? 1 + margin : floor) - at);
      }
    });
  });
};

/**
 * Writes the plan's programme down: near pass `value ÷ standard ≥ floor + (1 − floor)·y` with enough `y`, balance as a
 * cone by tangents, and the request's limits. Pupils are given, so that every row is linear.
 */
export const modelOf = (ground: Ground, activities: readonly Activity[], sharp: Sharpening, options: ModelOptions): PlanModel => {
  const programme = emptyProgramme();
  const { request, freed, mayFallShort = false, without, raised = 0 } = options;
  const uppers = usefulUppers(ground, activities, sharp, raised);
  const elastic = freed !== undefined || mayFallShort;
  activities.forEach((activity, column) => {
    addColumn(programme, elastic ? activity.costWan * 1e-7 : activity.costWan, 0, uppers[column] ?? 0, activity.whole);
  });
  const shortfalls: Shortfall[] = [];
  const fills: Fill[] = [];
  const model: PlanModel = {
    programme,
    activities,
    shortfalls,
    fills,
    excess: addLimits(programme, ground, activities, request, freed, sharp.budgetReserveWan, fills),
  };
  for (const [year, planned] of ground.years) {
    const stages = stagesOf(planned).map((stage) => ({ stage, index: indexEffects(activities, year, stage.stage) }));
    for (const { stage, index } of stages) {
      if (sharp.years.has(year)) addSections(model, shortfalls, fills, year, stage, index, sharp, options);
      stage.indicators.forEach((indicator, position) => {
        const key = balanceKey(year, stage.stage, position);
        const balance = sharp.balances.get(key);
        if (balance === undefined || without === "balance" || without === indicator.id) return;
        const column = addBalance(
          programme,
          stage,
          position,
          index,
          balance,
          Math.max(sharp.reserve.get(key) ?? 0, raised / 2),
          mayFallShort,
          fills,
        );
        if (column !== null) shortfalls.push({ column, year, stage: stage.stage, indicator: position, section: null });
      });
    }
  }
  return model;
};
