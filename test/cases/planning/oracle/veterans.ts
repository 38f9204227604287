import type { School, Stage } from "@server/statistics/contract";
import { known } from "./figures";

/** Which share of the teachers of each stage of a school was there in the base year: only they retire within a horizon. */
export interface Veterans {
  readonly shareOf: (code: string, stage: Stage) => number;
  readonly set: (code: string, stage: Stage, share: number) => void;
  /** Persons who come to a stage of a school (leave it, below zero), so many of them of the base year; before they do. */
  readonly joined: (school: School, stage: Stage, persons: number, ofBase: number) => void;
}

export const veteransOf = (): Veterans => {
  const shares = new Map<string, number>();
  const shareOf = (code: string, stage: Stage): number => shares.get(`${code} ${stage}`) ?? 1;
  const set = (code: string, stage: Stage, share: number): void => {
    shares.set(`${code} ${stage}`, share);
  };
  return {
    shareOf,
    set,
    joined: (school, stage, persons, ofBase) => {
      const teachers = known(school.teachers[stage]?.fullTime);
      const now = teachers + persons;
      if (persons === 0 || Number.isNaN(now)) return;
      set(school.code, stage, now === 0 ? 0 : (shareOf(school.code, stage) * teachers + ofBase) / now);
    },
  };
};
