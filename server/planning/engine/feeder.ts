import type { CountyDataset } from "@server/statistics/contract";
import { pupilYears } from "./progression";
import type { ByStage, Column } from "./state";

/**
 * 小升初 (who goes where after grade 6). Two steps:
 * 1. a school that teaches both stages first keeps its own leavers, up to the share that its base-year
 *    grade 7 can have taken from its grade 6 of the year before (of the base year when no history is
 *    loaded);
 * 2. all other leavers form the county's pool, shared among the junior sections by the part of their
 *    base-year grade 7 that did not come from their own grade 6.
 * Both parts lose the leakage (外流). With steady numbers every junior section keeps its base-year share.
 */
export interface Feeder {
  /** Share of a row's own leavers who stay; 0 where only one stage is taught. */
  readonly ownShare: Column;
  /** Share of the county pool that a row's junior section takes; sums to 1 over the county, or is all 0 without junior sections. */
  readonly poolShare: Column;
}

const normalised = (weights: Column): Column | null => {
  let total = 0;
  for (const weight of weights) total += weight;
  return total > 0 || Number.isNaN(total) ? weights.map((weight) => weight / total) : null;
};

/** Feeder shares of the base year. */
export const feederOf = (dataset: CountyDataset, taught: ByStage<Uint8Array>, leakage: number): Feeder => {
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
  return { ownShare, poolShare: normalised(external) ?? normalised(intake) ?? equalShares(taught.junior) };
};

const equalShares = (taught: Uint8Array): Column => {
  let sections = 0;
  for (const flag of taught) sections += flag;
  return Float64Array.from(taught, (flag) => (flag === 1 ? 1 / sections : 0));
};

/** Grade-7 intake of each row from the grade-6 leavers of the year before. Unknown leavers leave the pool unknown. */
export const juniorIntake = (feeder: Feeder, leavers: Column, taught: ByStage<Uint8Array>, leakage: number): Column => {
  let pool = 0;
  const intake = new Float64Array(leavers.length);
  for (let row = 0; row < leavers.length; row += 1) {
    if (taught.primary[row] !== 1) continue;
    const arriving = (leavers[row] ?? Number.NaN) * (1 - leakage);
    const own = taught.junior[row] === 1 ? arriving * (feeder.ownShare[row] ?? 0) : 0;
    intake[row] = own;
    pool += arriving - own;
  }
  for (let row = 0; row < leavers.length; row += 1) {
    if (taught.junior[row] !== 1) continue;
    const share = feeder.poolShare[row] ?? 0;
    if (share !== 0) intake[row] = (intake[row] ?? 0) + share * pool;
  }
  return intake;
};
