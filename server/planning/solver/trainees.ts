import type { Activity } from "./activities";
import { isProgramme, type ProgrammeKind } from "./templates";

/** Who can gain one attribute at one section: those who lack it without the plan, and those whom the plan hires without it. */
export interface TraineePool {
  /** Columns that take from the pool (persons below zero) or add to it, with the year from which they do. */
  readonly members: { readonly column: number; readonly year: number; readonly persons: number }[];
  /** Years in which somebody is trained, and the persons who then lack the attribute without the plan. */
  readonly programmes: { readonly year: number; readonly present: number }[];
}

export const poolKey = (kind: ProgrammeKind, { code, stage }: Pick<Activity, "code" | "stage">): string => `${kind} ${code} ${stage}`;

/** Pools of a list of activities. A pool that nothing takes from is none. */
export const traineePools = (activities: readonly Activity[]): ReadonlyMap<string, TraineePool> => {
  const pools = new Map<string, TraineePool>();
  activities.forEach((activity, column) => {
    const { decision, effectYear, persons, present } = activity;
    if (!isProgramme(decision.kind)) return;
    const key = poolKey(decision.kind, activity);
    const pool = pools.get(key) ?? { members: [], programmes: [] };
    pool.members.push({ column, year: effectYear, persons: -persons });
    pool.programmes.push({ year: effectYear, present });
    pools.set(key, pool);
  });
  activities.forEach((activity, column) => {
    for (const kind of activity.trainable) {
      const pool = pools.get(poolKey(kind, activity));
      pool?.members.push({ column, year: activity.effectYear, persons: activity.persons });
    }
  });
  return pools;
};
