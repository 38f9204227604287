import type { PlanRequest } from "../contract";
import type { Activity } from "./activities";
import type { Ground } from "./ground";
import { landOf } from "./limits";
import { isProgramme, type ProgrammeKind } from "./templates";
import { poolKey } from "./trainees";

/** What the request's limits still leave. */
export interface Room {
  /** Most that may be added of an activity that has reached `amount`. */
  readonly left: (activity: Activity, amount: number) => number;
  readonly take: (activity: Activity, amount: number) => void;
}

/** Persons taken from (below zero) or added to those who can be trained at a section, by year. */
type Trained = ReadonlyMap<number, number>;

/** Units of a programme for which there is somebody, in its own year and in every later one. */
const unitsLeft = ({ effectYear, persons, present }: Activity, trained: Trained | undefined): number => {
  const after = (year: number): number => [...(trained ?? [])].reduce((sum, [other, own]) => (other <= year ? sum + own : sum), present);
  const later = [...(trained?.keys() ?? [])].filter((year) => year > effectYear);
  return Math.min(after(effectYear), ...later.map(after)) / persons;
};

/** Keeps account of money, ground, posts and of those who can still be trained. */
export const roomOf = (ground: Ground, request: PlanRequest): Room => {
  const spent = new Map<number, number>();
  const land = new Map<string, number>();
  const posts = new Map<number, number>();
  const trained = new Map<string, Map<number, number>>();
  let total = ground.fixedWan;
  let countyLand = 0;
  const left = (activity: Activity, amount: number): number => {
    let most = activity.upper - amount;
    const hold = (limit: number | null, used: number, unit: number): void => {
      if (limit !== null && unit > 0) most = Math.min(most, (limit - used) / unit);
    };
    for (const [year, cost] of activity.costByYear) {
      hold(request.annualBudgetWan, (spent.get(year) ?? 0) + (ground.years.get(year)?.keptWan ?? 0), cost);
    }
    hold(request.totalBudgetWan, total, activity.costWan);
    hold(landOf(request, activity.code), land.get(activity.code) ?? 0, activity.landM2);
    hold(request.land.countyM2, countyLand, activity.landM2);
    hold(request.hiresPerYear, posts.get(activity.effectYear) ?? 0, activity.posts);
    const { kind } = activity.decision;
    if (isProgramme(kind)) most = Math.min(most, unitsLeft(activity, trained.get(poolKey(kind, activity))));
    return Math.max(0, activity.whole ? Math.floor(most + 1e-9) : most);
  };
  const grow = <K>(map: Map<K, number>, key: K, amount: number): void => {
    if (amount !== 0) map.set(key, (map.get(key) ?? 0) + amount);
  };
  const take = (activity: Activity, amount: number): void => {
    for (const [year, cost] of activity.costByYear) grow(spent, year, cost * amount);
    total += activity.costWan * amount;
    grow(land, activity.code, activity.landM2 * amount);
    countyLand += activity.landM2 * amount;
    grow(posts, activity.effectYear, activity.posts * amount);
    const { kind } = activity.decision;
    const teach = (programme: ProgrammeKind, persons: number): void => {
      const key = poolKey(programme, activity);
      const own = trained.get(key) ?? new Map<number, number>();
      grow(own, activity.effectYear, persons);
      trained.set(key, own);
    };
    if (isProgramme(kind)) teach(kind, -activity.persons * amount);
    for (const programme of activity.trainable) teach(programme, activity.persons * amount);
  };
  return { left, take };
};
