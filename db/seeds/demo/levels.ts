import type { ResourceIndicator } from "@server/compliance/contract";
import { between, type KeyedRandom } from "../random";
import type { FacilityLevels, StaffLevels } from "../school-figures";
import type { CountyProfile, Deviation } from "./profiles";
import type { RosterSchool } from "./roster";

/** Wished levels of one school, as multiples of the standards. */
export interface SchoolLevels {
  readonly primary: StaffLevels;
  readonly junior: StaffLevels;
  readonly facilities: FacilityLevels;
}

/** Level of a large school, and what a very small one has on top at dispersion 1. */
const ordinary: Readonly<Record<ResourceIndicator, readonly [large: number, smallSurplus: number]>> = {
  R1: [1.1, 0.2],
  R2: [1.2, 0.15],
  R3: [1.06, 0.15],
  R4: [1.06, 0.6],
  R5: [1.03, 0.8],
  R6: [1.15, 0.5],
  R7: [1.06, 0.4],
};
/** Land and buildings spread with the county's dispersion; staffing does not. */
const spreads: readonly ResourceIndicator[] = ["R4", "R5", "R6"];

/** 0 for 400 pupils and more, 1 for 40: fewer pupils in the same rooms on the same land. */
const smallness = (pupils: number): number => Math.min(1, Math.max(0, Math.log(400 / Math.max(pupils, 40)) / Math.log(10)));

const inPlace = (school: RosterSchool, where: Deviation["where"]): boolean =>
  where === "any" || (where === "rural") === (school.locality === "rural");

const teaches = (school: RosterSchool, stage: Deviation["stage"]): boolean =>
  stage === undefined || (stage === "primary" ? school.entrants > 0 : school.juniorWeight > 0);

/** Rows hit by each deviation: an exact share of the judged schools, so that a county is what its profile says. */
const rowsHit = (deviation: Deviation, judged: readonly RosterSchool[], random: KeyedRandom): ReadonlySet<number> => {
  const candidates = judged.filter((school) => inPlace(school, deviation.where) && teaches(school, deviation.stage));
  const base = judged.filter((school) => teaches(school, deviation.stage));
  return new Set(
    candidates
      .map((school) => ({ row: school.row, order: random("deviation", deviation.indicator, school.row) }))
      .sort((a, b) => a.order - b.order)
      .slice(0, Math.round(base.length * deviation.share))
      .map(({ row }) => row),
  );
};

/** Levels of every school of the county. `pupils` by row, newest year; `judged` are the rows with a row of their own in the judgement. */
export const levelsOf = (
  profile: CountyProfile,
  roster: readonly RosterSchool[],
  pupils: readonly number[],
  judged: readonly RosterSchool[],
  random: KeyedRandom,
): readonly SchoolLevels[] => {
  const deviations = profile.deviations.map((deviation) => ({ deviation, rows: rowsHit(deviation, judged, random) }));
  return roster.map((school) => {
    const level = (indicator: ResourceIndicator, stage: "primary" | "junior" | null): number => {
      const hit = deviations.find(
        ({ deviation, rows }) =>
          deviation.indicator === indicator &&
          rows.has(school.row) &&
          (stage === null || deviation.stage === undefined || deviation.stage === stage),
      );
      if (hit !== undefined) return between(random("level", indicator, school.row), hit.deviation.from, hit.deviation.to);
      const [large, surplus] = ordinary[indicator];
      const spread = spreads.includes(indicator) ? profile.dispersion : 1;
      const small = smallness(pupils[school.row] ?? 0);
      return large * (1 + surplus * spread * small) * between(random("level", indicator, school.row), 1, 1.12);
    };
    const staff = (stage: "primary" | "junior"): StaffLevels => ({
      R1: level("R1", stage),
      R2: level("R2", stage),
      R3: level("R3", stage),
    });
    return {
      primary: staff("primary"),
      junior: staff("junior"),
      facilities: { R4: level("R4", null), R5: level("R5", null), R6: level("R6", null), R7: level("R7", null) },
    };
  });
};
