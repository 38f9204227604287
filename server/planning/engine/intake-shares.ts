import type { CountyDataset } from "@server/statistics/contract";
import type { Assumptions, IntakeShares, ShareInUse } from "../contract";
import { baselineModel } from "./baseline";
import { at, type Column } from "./state";

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
const sumOf = (column: Column): number => column.reduce((sum, value) => sum + value, 0);

/** Who enters where by some assumptions, as the projection begins with it, and where each share comes from. */
export const intakeShares = (dataset: CountyDataset, assumptions: Assumptions): IntakeShares => {
  const { taught, zones, feeders } = baselineModel(dataset, assumptions, 1).beginning;
  const zoned = new Set(assumptions.entrantShares === "zones" ? assumptions.zoneShares.map(({ schoolCode }) => schoolCode) : []);
  const sharesOf = (column: Column, there: Uint8Array, originOf: (code: string) => ShareInUse["origin"]): ShareInUse[] => {
    const whole = sumOf(column);
    return dataset.schools.flatMap(({ code, name }, row) =>
      there[row] === 1 ? [{ code, name, share: known(at(column, row) / whole), origin: originOf(code) }] : [],
    );
  };
  return {
    entrants: sharesOf(zones.grade1, taught.primary, (code) => (zoned.has(code) ? "set" : "observed")),
    leavers: dataset.schools.flatMap(({ code, name }, row) => {
      if (taught.primary[row] !== 1) return [];
      const set = (feeders.get(row) ?? []).map(({ toRow, share }) => ({ name: dataset.schools[toRow]?.name ?? "", share }));
      const left = set.reduce((rest, { share }) => rest - share, 1);
      const own = left * at(zones.ownShare, row);
      return [{ code, name, set, own: known(own), pool: known(left - own) }];
    }),
    pool: sharesOf(zones.pool, taught.junior, () => (sumOf(zones.grade7) === 0 ? "even" : "observed")),
  };
};
