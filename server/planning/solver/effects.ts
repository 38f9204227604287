import type { Stage } from "@server/statistics/contract";
import type { Activity } from "./activities";
import type { Entry } from "./rows";

/** Columns with their effect on each section and indicator of one stage in one year. */
export type EffectIndex = ReadonlyMap<number, readonly Entry[]>;
const cell = (section: number, indicator: number): number => section * 16 + indicator;

/** Activities that change an indicator of a section, and by how much a unit does. */
export const effectsOn = (index: EffectIndex, section: number, indicator: number): readonly Entry[] =>
  index.get(cell(section, indicator)) ?? [];

export const indexEffects = (activities: readonly Activity[], year: number, stage: Stage): EffectIndex => {
  const index = new Map<number, Entry[]>();
  activities.forEach(({ effects }, column) => {
    for (const effect of effects) {
      if (effect.year !== year || effect.stage !== stage) continue;
      const at = cell(effect.section, effect.indicator);
      const entries = index.get(at);
      if (entries === undefined) index.set(at, [[column, effect.delta]]);
      else entries.push([column, effect.delta]);
    }
  });
  return index;
};

/** Balances are known by year, stage and position of the indicator. */
export const balanceKey = (year: number, stage: Stage, indicator: number): string => `${year}.${stage}.${indicator}`;
