import type { Milestone, PlanRequest } from "../contract";
import type { Activity } from "./activities";
import { addBalance, type Balance } from "./balance";
import { balanceKey, indexEffects } from "./effects";
import { type Ground, indicatorValue, type PlanSection, stagesOf, usefulLevel } from "./ground";
import { addLimits, type Excess, type Freed } from "./limits";
import { addObligations, obligedUppers } from "./obligations";
import { addRotation } from "./rotation-rows";
import { addColumn, addRow, type Entry, emptyProgramme, type Fill, type Programme, sumOver } from "./rows";
import { addCounted, addSections, isOmitted, type Omitted, type Shortfall, type StageRows } from "./section-rows";
import { isSpecialRoom } from "./templates";
import { askedOf } from "./trial";

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
  readonly without?: Omitted | undefined;
  /** Limit that may be exceeded: then the least excess is sought, not the least cost. */
  readonly freed?: Freed | undefined;
  /** Standards may be missed: then the least relative shortfall is sought. */
  readonly mayFallShort?: boolean;
  /** Every standard is raised by this part, for plans that hold in most futures. */
  readonly raised?: number;
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
  const obliged = obligedUppers(ground.clauses.obligations, activities);
  return activities.map((activity, column) => {
    const { kind } = activity.decision;
    if (kind === "rotate" || kind === "transfer" || isSpecialRoom(kind)) return activity.upper;
    let useful = 0;
    for (const { year, stage, section, indicator: position, delta } of activity.effects) {
      const planned = ground.years.get(year)?.stages[stage];
      const own = planned?.sections[section];
      const indicator = planned?.indicators[position];
      if (!ground.judged.includes(year) || planned === undefined || own === undefined || indicator === undefined || delta <= 0) continue;
      const key = balanceKey(year, stage, position);
      const level = levels.get(key) ?? usefulLevel(planned, position, balances.has(key));
      levels.set(key, level);
      const lacking =
        level * (1 + raised + 1e-3) * indicator.standard - indicatorValue(indicator, own.resource[position] ?? Number.NaN, own.pupils);
      const units = (lacking * own.pupils) / indicator.scale / delta;
      if (units > useful) useful = units;
    }
    return Math.min(activity.upper, Math.max(activity.whole ? Math.ceil(useful) : useful, obliged.get(column) ?? 0));
  });
};

/** A milestone: enough of the sections of both stages count. */
const addMilestone = (
  excess: Excess[],
  stages: readonly StageRows[],
  milestone: Milestone,
  { freed, mayFallShort = false }: ModelOptions,
): void => {
  const { year } = milestone;
  const [first] = stages;
  if (first === undefined) return;
  const { programme, fills, shortfalls } = first;
  const schools = stages.reduce((sum, { stage }) => sum + stage.sections.length, 0);
  const counted = stages.map(addCounted);
  const columns = counted.flatMap((stage) => stage.columns);
  const lacking = askedOf(milestone, schools) - counted.reduce((sum, { certain }) => sum + certain, 0);
  const entries = columns.map((column): Entry => [column, 1]);
  const isElastic = mayFallShort || freed === "milestones";
  const short = isElastic ? addColumn(programme, 1, 0, Number.POSITIVE_INFINITY, false) : null;
  addRow(programme, lacking, Number.POSITIVE_INFINITY, short === null ? entries : [...entries, [short, schools]]);
  if (short === null) return;
  if (mayFallShort) shortfalls.push({ column: short, year, of: { kind: "milestone", schools } });
  else excess.push({ column: short, schoolCode: null, year });
  fills.push((values) => {
    values[short] = Math.max(0, lacking - sumOver(entries, values)) / schools;
  });
};

/**
 * Writes the plan's programme down: every section at its standards save as many as may stay at the floor, for a
 * milestone only so many sections, balance as a cone by tangents, and the request's limits. Pupils are given, so that every row is linear.
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
  const excess = addLimits(programme, ground, activities, request, freed, sharp.budgetReserveWan, fills);
  addObligations(programme, ground.clauses.obligations, activities, mayFallShort ? shortfalls : null, fills);
  addRotation(programme, ground, activities, mayFallShort ? shortfalls : null, fills);
  const model = { programme, activities, shortfalls, fills, excess };
  for (const year of ground.judged) {
    const planned = ground.years.get(year);
    if (planned === undefined) continue;
    const marginOf = ({ key }: PlanSection): number => (sharp.margins.get(`${year}.${key}`) ?? 0) + raised;
    const stages = stagesOf(planned).map((stage): StageRows => {
      const index = indexEffects(activities, year, stage.stage);
      return { programme, fills, shortfalls, activities, year, stage, index, marginOf, without, mayFallShort };
    });
    const milestone = request.milestones?.find((own) => own.year === year);
    if (milestone !== undefined) addMilestone(excess, stages, milestone, options);
    for (const rows of stages) {
      const { stage, index } = rows;
      if (sharp.years.has(year)) addSections(rows);
      stage.indicators.forEach((indicator, position) => {
        const key = balanceKey(year, stage.stage, position);
        const balance = sharp.balances.get(key);
        if (balance === undefined || isOmitted(without, stage.stage, indicator.id, "balance")) return;
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
        if (column !== null) shortfalls.push({ column, year, of: { kind: "balance", stage: stage.stage, indicator: position } });
      });
    }
  }
  return model;
};
