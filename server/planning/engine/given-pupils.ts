import type { Assumptions, IssueKey, NoticeKey } from "../contract";
import { add, at, type CountyState, gradePlace } from "./state";

/** Numbers of pupils that the planner has entered, by projected year (index 0 = base year + 1). Of two for one place the first counts. */
export interface GivenPupils {
  /** 分校招生数: grade-1 entrants by school row. */
  readonly entrants: readonly ReadonlyMap<number, number>[];
  /** 净转入. */
  readonly transfers: readonly (readonly NetTransfer[])[];
}

interface NetTransfer {
  /** Its place in the assumptions. */
  readonly entry: number;
  readonly row: number;
  readonly grade: number;
  readonly pupils: number;
}

/** What is said both of an entered number that is refused and in a projection that goes on without it. */
export type BeyondKey = IssueKey & NoticeKey;

export const givenPupils = (
  { entrantNumbers, netTransfers }: Pick<Assumptions, "entrantNumbers" | "netTransfers">,
  rowOf: ReadonlyMap<string, number>,
  baseYear: number,
  horizon: number,
): GivenPupils => {
  const years = Array.from({ length: horizon }, (_, index) => baseYear + 1 + index);
  return {
    entrants: years.map((year) => {
      const numbers = new Map<number, number>();
      for (const { schoolCode, year: of, entrants } of entrantNumbers) {
        const row = rowOf.get(schoolCode);
        if (of === year && row !== undefined && !numbers.has(row)) numbers.set(row, entrants);
      }
      return numbers;
    }),
    transfers: years.map((year) => {
      const seen = new Set<string>();
      return netTransfers.flatMap(({ schoolCode, grade, year: of, pupils }, entry) => {
        const row = rowOf.get(schoolCode);
        if (of !== year || row === undefined || seen.has(`${row}:${grade}`)) return [];
        seen.add(`${row}:${grade}`);
        return [{ entry, row, grade, pupils }];
      });
    }),
  };
};

/** The numbers of a year for sections that are taught in it; null where there are none. */
export const entrantsGiven = ({ entrants }: GivenPupils, index: number, taught: Uint8Array): ReadonlyMap<number, number> | null => {
  const all = entrants[index];
  if (all === undefined || all.size === 0) return null;
  const numbers = new Map([...all].filter(([row]) => taught[row] === 1));
  return numbers.size === 0 ? null : numbers;
};

/** What arithmetic leaves of a pupil who is not there. */
const hair = 1e-6;

/** 净转入 of a year, once all have gone up or entered. No grade falls below zero. Answers how many were applied. */
export const stepTransfers = (
  state: Pick<CountyState, "pupils" | "taught">,
  transfers: readonly NetTransfer[],
  tell: (transfer: NetTransfer, present: number) => void,
): number => {
  let applied = 0;
  for (const transfer of transfers) {
    const { stage, index } = gradePlace(transfer.grade);
    const column = state.pupils[stage][index];
    if (column === undefined || state.taught[stage][transfer.row] !== 1) continue;
    const present = at(column, transfer.row);
    if (present + transfer.pupils < -hair) tell(transfer, present);
    column[transfer.row] = Math.max(0, present + transfer.pupils);
    applied += 1;
  }
  return applied;
};

/**
 * Enters those who have joined or left the cohort that has graduated into its 巩固率, once this is that of the cohort:
 * in grade 9 of the projected year `index`, and in grade 8 of the year before.
 */
export const bookTransfers = (state: Pick<CountyState, "further" | "taught">, { transfers }: GivenPupils, index: number): void => {
  for (const [grade, year] of [
    [8, index - 1],
    [9, index],
  ] as const) {
    for (const { row, pupils, ...transfer } of transfers[year] ?? []) {
      if (transfer.grade !== grade || state.taught.junior[row] !== 1) continue;
      add(state.further[pupils > 0 ? "retention.transferredIn" : "retention.transferredOut"], row, Math.abs(pupils));
    }
  }
};
