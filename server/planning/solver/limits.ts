import type { Stage } from "@server/statistics/contract";
import type { PlanRequest } from "../contract";
import type { Activity } from "./activities";
import { poolOf } from "./flows";
import type { Ground } from "./ground";
import { addColumn, addRow, type Entry, type Programme } from "./rows";

/** A limit that an elastic model may exceed. */
export type Freed = "annual_budget" | "total_budget" | "land" | "hires" | "rotation";

/** By how much a limit is exceeded: 万元, m², posts or a share; of one school or of the county. */
export interface Excess {
  readonly column: number;
  readonly schoolCode: string | null;
}

const none = Number.NEGATIVE_INFINITY;

const grouped = <T>(activities: readonly Activity[], read: (activity: Activity) => readonly (readonly [T, number])[]): Map<T, Entry[]> => {
  const groups = new Map<T, Entry[]>();
  activities.forEach((activity, column) => {
    for (const [key, value] of read(activity)) {
      if (value === 0) continue;
      const entries = groups.get(key);
      if (entries === undefined) groups.set(key, [[column, value]]);
      else entries.push([column, value]);
    }
  });
  return groups;
};

/** Ground that may be built on at a school, m²; null for no limit. */
export const landOf = ({ land }: PlanRequest, code: string): number | null =>
  land.bySchool.find(({ schoolCode }) => schoolCode === code)?.areaM2 ?? land.perSchoolM2;

/** Full-time teachers of a stage who may leave for another school in a year. */
const mayLeave = (ground: Ground, stage: Stage, year: number): number =>
  ground.years.get(year)?.stages[stage].sections.reduce((sum, { teachers }) => sum + (teachers.fullTime || 0), 0) ?? 0;

/** Budgets, land, posts, rotation, pools and the number of those who can be trained. */
export const addLimits = (
  programme: Programme,
  ground: Ground,
  activities: readonly Activity[],
  request: PlanRequest,
  freed: Freed | undefined,
  reserveWan: number,
): readonly Excess[] => {
  const excess: Excess[] = [];
  const free = (limit: Freed, schoolCode: string | null = null): Entry[] => {
    if (freed !== limit) return [];
    const column = addColumn(programme, 1, 0, Number.POSITIVE_INFINITY, false);
    excess.push({ column, schoolCode });
    return [[column, -1]];
  };
  if (request.annualBudgetWan !== null) {
    const more = free("annual_budget");
    for (const [year, entries] of grouped(activities, ({ costByYear }) => [...costByYear])) {
      addRow(programme, none, request.annualBudgetWan - reserveWan - (ground.years.get(year)?.keptWan ?? 0), [...entries, ...more]);
    }
  }
  if (request.totalBudgetWan !== null) {
    const entries = activities.map(({ costWan }, column): Entry => [column, costWan]);
    addRow(programme, none, request.totalBudgetWan - reserveWan, [...entries, ...free("total_budget")]);
  }
  for (const [code, entries] of grouped(activities, ({ code: school, landM2 }) => [[school, landM2]])) {
    const limit = landOf(request, code);
    if (limit !== null) addRow(programme, none, limit, [...entries, ...free("land", code)]);
  }
  if (request.land.countyM2 !== null) {
    const entries = activities.map(({ landM2 }, column): Entry => [column, landM2]);
    addRow(programme, none, request.land.countyM2, [...entries, ...free("land")]);
  }
  if (request.hiresPerYear !== null) {
    const more = free("hires");
    for (const entries of grouped(activities, ({ effectYear, posts }) => [[effectYear, posts]]).values()) {
      addRow(programme, none, request.hiresPerYear, [...entries, ...more]);
    }
  }
  if (request.rotationShare !== null) {
    const more = free("rotation");
    const leaving = grouped(activities, ({ decision, stage, effectYear }) =>
      decision.kind === "rotate" && decision.end === "from" ? [[`${effectYear}.${stage}`, 1]] : [],
    );
    for (const [key, entries] of leaving) {
      const [year = "", stage = ""] = key.split(".");
      const teachers = mayLeave(ground, stage === "junior" ? "junior" : "primary", Number(year));
      addRow(programme, none, request.rotationShare * teachers, [...entries, ...more.map(([column]): Entry => [column, -teachers])]);
    }
  }
  const pools = grouped(activities, (activity) => {
    const pool = poolOf(activity);
    const end = "end" in activity.decision ? activity.decision.end : null;
    return pool === null ? [] : [[pool, end === "from" ? 1 : -1]];
  });
  for (const entries of pools.values()) addRow(programme, 0, 0, entries);
  addPresent(programme, activities);
  return excess;
};

/** What there is of teachers to be trained or sent, and of equipment to be given away, is there once, whatever the year. */
const addPresent = (programme: Programme, activities: readonly Activity[]): void => {
  const once = new Map<string, { readonly entries: Entry[]; upper: number }>();
  activities.forEach((activity, column) => {
    const { decision, code, stage, upper } = activity;
    const sends = "end" in decision && decision.end === "from";
    if (!sends && decision.kind !== "train_backbone" && decision.kind !== "upgrade_education") return;
    const flow = "flow" in decision ? decision.flow : "";
    const key = `${decision.kind} ${flow} ${code} ${stage}`;
    const group = once.get(key) ?? { entries: [], upper: 0 };
    group.entries.push([column, 1]);
    group.upper = Math.max(group.upper, upper);
    once.set(key, group);
  });
  for (const { entries, upper } of once.values()) if (entries.length > 1) addRow(programme, none, upper, entries);
};
