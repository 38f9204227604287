import type { Stage } from "@server/statistics/contract";
import type { Activity } from "./activities";
import { type Ground, type PlanStage, stagesOf } from "./ground";

/** Resources of every section in one judged year, as they are with what is decided so far. */
export interface StageStanding {
  readonly year: number;
  readonly stage: PlanStage;
  /** By indicator, then section; base units. */
  readonly resource: readonly Float64Array[];
  /** What relieved values add that stays out of the balance, to be taken off again. */
  readonly outside: readonly Float64Array[];
}

export interface Standing {
  readonly stages: readonly StageStanding[];
  readonly of: (year: number, stage: Stage) => StageStanding | undefined;
}

/** The county's standing in the judged years without any decision. */
export const standingOf = (ground: Ground): Standing => {
  const found = new Map<string, StageStanding>();
  for (const year of ground.judged) {
    const planned = ground.years.get(year);
    if (planned === undefined) continue;
    for (const stage of stagesOf(planned)) {
      const column = (read: (section: PlanStage["sections"][number], indicator: number) => number): Float64Array[] =>
        stage.indicators.map((_, indicator) => Float64Array.from(stage.sections, (section) => read(section, indicator)));
      found.set(`${year}.${stage.stage}`, {
        year,
        stage,
        resource: column((section, indicator) => section.resource[indicator] ?? Number.NaN),
        outside: column((section, indicator) => (section.resource[indicator] ?? Number.NaN) - (section.balanced[indicator] ?? Number.NaN)),
      });
    }
  }
  return { stages: [...found.values()], of: (year, stage) => found.get(`${year}.${stage}`) };
};

/** Lets so much of an activity act. */
export const act = (standing: Standing, { effects }: Activity, amount: number): void => {
  for (const { year, stage, section, indicator, delta } of effects) {
    const column = standing.of(year, stage)?.resource[indicator];
    if (column !== undefined) column[section] = (column[section] ?? Number.NaN) + delta * amount;
  }
};

/** Value of a section as a part of the standard. */
export const partOf = ({ stage, resource }: StageStanding, section: number, indicator: number): number => {
  const rule = stage.indicators[indicator];
  const own = stage.sections[section];
  return rule === undefined || own === undefined
    ? Number.NaN
    : ((resource[indicator]?.[section] ?? Number.NaN) * rule.scale) / own.pupils / rule.standard;
};
