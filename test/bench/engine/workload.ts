import { keyedRandom } from "@db/seeds/random";

/**
 * Sections to judge, the same for every contender: one row a section and year, sorted by county, year and
 * stage. Columns only; each contender turns them into its own form before the clock starts.
 */
export interface Workload {
  readonly name: string;
  readonly counties: number;
  readonly years: number;
  /** A group is one stage of one county in one year: `county * years * 2 + year * 2 + stage`. */
  readonly group: Int32Array;
  readonly starts: Int32Array;
  readonly pupils: Float64Array;
  readonly resource: readonly Float64Array[];
}

export const standards = {
  primary: [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3],
  junior: [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4],
} as const;
export const scales = [100, 100, 100, 1, 1, 1, 100] as const;
export const cvLimits = { primary: 0.5, junior: 0.45 } as const;
export const floorShare = 0.85;
export const minimumMet = 6;

/** Sizes of the published workloads: one county, one province, the nation; ten years each. */
export const sizes = {
  W1: { counties: 1, schools: 100, years: 10 },
  W3: { counties: 120, schools: 100, years: 10 },
  W4: { counties: 2900, schools: 70, years: 10 },
} as const;
export type WorkloadName = keyof typeof sizes;

/** Sections a school: nine-year schools have two. */
const sectionsPerSchool = 1.18;
const primaryShare = 0.72;

export const workload = (name: WorkloadName): Workload => {
  const { counties, schools, years } = sizes[name];
  const random = keyedRandom(20_260_901);
  const perCounty = Math.round(schools * sectionsPerSchool);
  const primary = Math.round(perCounty * primaryShare);
  const rows = counties * years * perCounty;
  const group = new Int32Array(rows);
  const starts = new Int32Array(counties * years * 2 + 1);
  const pupils = new Float64Array(rows);
  const resource = Array.from({ length: 7 }, () => new Float64Array(rows));
  let row = 0;
  for (let g = 0; g < counties * years * 2; g++) {
    const stage = g % 2 === 0 ? "primary" : "junior";
    for (let section = stage === "primary" ? primary : perCounty - primary; section > 0; section--, row++) {
      const size = 60 + Math.floor(random("size", row) ** 2 * 1500);
      const level = 0.94 + random("level", row) * 0.5;
      group[row] = g;
      pupils[row] = size;
      for (let indicator = 0; indicator < 7; indicator++) {
        const standard = standards[stage][indicator] ?? 0;
        const exact = (size * standard * level * (0.95 + random("own", row * 7 + indicator) * 0.7)) / (scales[indicator] ?? 1);
        // Persons and rooms are whole; areas and money have two decimals.
        const column = resource[indicator];
        if (column !== undefined) column[row] = scales[indicator] === 100 ? Math.ceil(exact) : Math.round(exact * 100) / 100;
      }
    }
    starts[g + 1] = row;
  }
  return { name, counties, years, group, starts, pupils, resource };
};
