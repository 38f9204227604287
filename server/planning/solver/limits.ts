import type { Stage } from "@server/statistics/contract";
import type { limitKinds, PlanRequest } from "../contract";
import type { Activity } from "./activities";
import { poolOf } from "./flows";
import type { Ground } from "./ground";
import { addColumn, addRow, type Entry, type Fill, type Programme, sumOver } from "./rows";
import { traineePools } from "./trainees";

/** A limit that an elastic model may exceed. */
export type Freed = (typeof limitKinds)[number];

/** By how much a limit is exceeded: 万元, m², posts or a share; of one school, one milestone's year or the county. */
export interface Excess {
  readonly column: number;
  readonly schoolCode: string | null;
  readonly year: number | null;
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

const withoutMilestones = ({ milestones: _milestones, ...request }: PlanRequest): PlanRequest => request;

/** The request without one of its limits; null where it has none of the kind. */
export const withoutLimit = (request: PlanRequest, limit: Freed): PlanRequest | null => {
  const { land } = request;
  switch (limit) {
    case "annual_budget":
      return request.annualBudgetWan === null ? null : { ...request, annualBudgetWan: null };
    case "total_budget":
      return request.totalBudgetWan === null ? null : { ...request, totalBudgetWan: null };
    case "land":
      return land.countyM2 === null && land.perSchoolM2 === null && land.bySchool.length === 0
        ? null
        : { ...request, land: { ...land, countyM2: null, perSchoolM2: null, bySchool: [] } };
    case "hires":
      return request.hiresPerYear === null || !request.kinds.includes("hire_teachers") ? null : { ...request, hiresPerYear: null };
    case "rotation":
      return request.rotationShare === null || !request.kinds.includes("rotate_teachers") ? null : { ...request, rotationShare: null };
    case "milestones":
      return request.milestones === undefined ? null : withoutMilestones(request);
  }
};

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
  fills: Fill[],
): Excess[] => {
  const excess: Excess[] = [];
  /** Column of what goes beyond a limit, where that may be. */
  const free = (limit: Freed, schoolCode: string | null = null): number | null => {
    if (freed !== limit) return null;
    const column = addColumn(programme, 1, 0, Number.POSITIVE_INFINITY, false);
    excess.push({ column, schoolCode, year: null });
    return column;
  };
  /** At most `limit`, beyond it `unit` for each of `more`. */
  const atMost = (limit: number, entries: readonly Entry[], more: number | null, unit = 1): void => {
    addRow(programme, none, limit, more === null ? entries : [...entries, [more, -unit]]);
    if (more === null) return;
    fills.push((values) => {
      values[more] = Math.max(values[more] ?? 0, (sumOver(entries, values) - limit) / unit);
    });
  };
  if (request.annualBudgetWan !== null) {
    const more = free("annual_budget");
    const spent = grouped(activities, ({ costByYear }) => [...costByYear]);
    for (const [year, entries] of spent) {
      atMost(request.annualBudgetWan - reserveWan - (ground.years.get(year)?.keptWan ?? 0), entries, more);
    }
    for (const { year, fixedWan, keptWan } of ground.years.values()) {
      if (fixedWan > 0 && !spent.has(year)) atMost(request.annualBudgetWan - keptWan, [], more);
    }
  }
  if (request.totalBudgetWan !== null) {
    const entries = activities.map(({ costWan }, column): Entry => [column, costWan]);
    atMost(request.totalBudgetWan - reserveWan - ground.fixedWan, entries, free("total_budget"));
  }
  for (const [code, entries] of grouped(activities, ({ code: school, landM2 }) => [[school, landM2]])) {
    const limit = landOf(request, code);
    if (limit !== null) atMost(limit, entries, free("land", code));
  }
  if (request.land.countyM2 !== null) {
    const entries = activities.map(({ landM2 }, column): Entry => [column, landM2]);
    atMost(request.land.countyM2, entries, free("land"));
  }
  if (request.hiresPerYear !== null) {
    const more = free("hires");
    for (const entries of grouped(activities, ({ effectYear, posts }) => [[effectYear, posts]]).values()) {
      atMost(request.hiresPerYear, entries, more);
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
      atMost((request.rotationShare - ground.clauses.quota) * teachers, entries, more, teachers);
    }
  }
  const pools = grouped(activities, (activity) => {
    const pool = poolOf(activity);
    const end = "end" in activity.decision ? activity.decision.end : null;
    return pool === null ? [] : [[pool, end === "from" ? 1 : -1]];
  });
  for (const entries of pools.values()) addRow(programme, 0, 0, entries);
  addPresent(programme, activities);
  addTrainees(programme, activities);
  return excess;
};

/** What there is of teachers to be sent and of equipment to be given away is there once, whatever the year. */
const addPresent = (programme: Programme, activities: readonly Activity[]): void => {
  const once = new Map<string, { readonly entries: Entry[]; upper: number }>();
  activities.forEach((activity, column) => {
    const { decision, code, stage, upper } = activity;
    if (!("end" in decision) || decision.end !== "from") return;
    const flow = "flow" in decision ? decision.flow : "";
    const key = `${decision.kind} ${flow} ${code} ${stage}`;
    const group = once.get(key) ?? { entries: [], upper: 0 };
    group.entries.push([column, 1]);
    group.upper = Math.max(group.upper, upper);
    once.set(key, group);
  });
  for (const { entries, upper } of once.values()) if (entries.length > 1) addRow(programme, none, upper, entries);
};

/** Nobody is trained twice: up to each year those who lacked the attribute and those hired without it. */
const addTrainees = (programme: Programme, activities: readonly Activity[]): void => {
  for (const pool of traineePools(activities).values()) {
    for (const { year, present } of pool.programmes) {
      const until = pool.members.filter((member) => member.year <= year);
      addRow(
        programme,
        none,
        present,
        until.map(({ column, persons }) => [column, -persons]),
      );
    }
  }
};
