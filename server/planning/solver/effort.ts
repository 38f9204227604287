/*
 * What a search may do is counted and never timed: on whatever machine, and however much else that has to do, the same
 * question ends at the same place with the same plan (docs/decisions/0016-highs.md). The solver passes a checkpoint some
 * hundred times a search, and what it does between two of them grows with the columns of the programme.
 */

/** Columns over all checkpoints that one unit is: about a second of an idle processor, whatever the county's size. */
const columnsOfUnit = 15_000;

/** Checkpoint in the search tree, as a part of one before it: there is one at every node there. */
export const ofNode = 1 / 20;

/** Iterations of the simplex method on a programme without whole numbers, which has no checkpoints, that count as one. */
export const iterationsOfCheckpoint = 2_000;

/** What a search may still do. */
export interface Effort {
  readonly units: number;
  /** Units that are not used up yet; nothing or less when the search has to end. */
  readonly left: () => number;
  readonly spend: (columns: number, checkpoints: number) => void;
}

/** An allowance of so many units. */
export const effortOf = (units: number): Effort => {
  let used = 0;
  return {
    units,
    left: () => units - used / columnsOfUnit,
    spend: (columns, checkpoints) => {
      used += columns * checkpoints;
    },
  };
};
