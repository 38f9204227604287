import type { CountyDataset } from "@server/statistics/contract";
import { pupilYears } from "./progression";
import { type ByStage, type Column, type CountyState, type FeederMatrix, factorAt, type Zones } from "./state";

/**
 * 小升初 (who goes where after grade 6). Leavers for whom the scenario names a school go there, or where its zone has gone; of the others
 * 1. a school that teaches both stages first keeps its own leavers, up to the share that its base-year
 *    grade 7 can have taken from its grade 6 of the year before (of the base year when no history is
 *    loaded);
 * 2. all other leavers form the county's pool, shared among the junior sections by the part of their
 *    base-year grade 7 that did not come from their own grade 6.
 * All parts lose the leakage (外流). With steady numbers every junior section keeps its base-year share.
 */
export type FeederWeights = Pick<Zones, "ownShare" | "pool" | "grade7">;

const sumOf = (column: Column): number => {
  let total = 0;
  // By index: an iterator over a typed array takes several times as long.
  for (let row = 0; row < column.length; row += 1) total += column[row] ?? Number.NaN;
  return total;
};
const usable = (column: Column): boolean => {
  const total = sumOf(column);
  return total > 0 || Number.isNaN(total);
};

/** Feeder weights of the base year. */
export const feederOf = (dataset: CountyDataset, taught: ByStage<Uint8Array>, leakage: number): FeederWeights => {
  const rows = dataset.schools.length;
  const baseYear = dataset.county.statisticsYear;
  const ownShare = new Float64Array(rows);
  const intake = new Float64Array(rows);
  const external = new Float64Array(rows);
  dataset.schools.forEach((school, row) => {
    if (taught.junior[row] !== 1) return;
    const grade7 = school.pupils.juniorByGrade?.[0] ?? Number.NaN;
    intake[row] = grade7;
    external[row] = grade7;
    if (taught.primary[row] !== 1) return;
    const years = pupilYears(school, "primary", baseYear);
    const leavers = (years.find((entry) => entry.year === baseYear - 1) ?? years.at(-1))?.cells[5] ?? Number.NaN;
    const arriving = leavers * (1 - leakage);
    ownShare[row] = arriving === 0 ? 0 : Math.min(1, grade7 / arriving);
    external[row] = Math.max(0, grade7 - arriving);
  });
  const pool = usable(external) ? external : usable(intake) ? intake.slice() : Float64Array.from(taught.junior);
  return { ownShare, pool, grade7: intake };
};

/** By row, the part of the county's pool that goes to its grade 7; 0 where junior pupils are not taught. */
export const juniorShares = ({ pool }: Pick<FeederWeights, "pool">, taught: ByStage<Uint8Array>): Column => {
  const weights = usable(pool) ? pool : Float64Array.from(taught.junior);
  const total = sumOf(weights);
  return weights.map((weight, row) => (taught.junior[row] === 1 ? weight / total : 0));
};

/**
 * Grade-7 intake of each row from the grade-6 leavers of the year before. Unknown leavers leave the pool
 * unknown. `migration`: by row, a factor on those who do not leave the county.
 */
export const juniorIntake = (
  { zones, taught }: Pick<CountyState, "taught"> & { readonly zones: FeederWeights },
  leavers: Column,
  matrix: FeederMatrix,
  leakage: number,
  migration?: Column,
  intake: Column = new Float64Array(leavers.length),
): Column => {
  let pool = 0;
  intake.fill(0);
  for (let row = 0; row < leavers.length; row += 1) {
    if (taught.primary[row] !== 1) continue;
    const arriving = (leavers[row] ?? Number.NaN) * (1 - leakage) * factorAt(migration, row);
    let left = arriving;
    const named = matrix.get(row);
    if (named !== undefined) {
      for (const { toRow, share } of named) {
        if (taught.junior[toRow] !== 1) continue;
        intake[toRow] = (intake[toRow] ?? 0) + arriving * share;
        left -= arriving * share;
      }
    }
    const share = taught.junior[row] === 1 ? (zones.ownShare[row] ?? 0) : 0;
    const own = share === 0 ? 0 : left * share;
    intake[row] = (intake[row] ?? 0) + own;
    pool += left - own;
  }
  const weights = usable(zones.pool) ? zones.pool : Float64Array.from(taught.junior);
  const total = sumOf(weights);
  for (let row = 0; row < leavers.length; row += 1) {
    if (taught.junior[row] !== 1) continue;
    const share = (weights[row] ?? 0) / total;
    if (share !== 0) intake[row] = (intake[row] ?? 0) + share * pool;
  }
  return intake;
};
