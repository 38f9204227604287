/** Grades from which pupils go up within a stage; out of grades 6 and 9 they leave it. */
export const progressionGrades = [1, 2, 3, 4, 5, 7, 8] as const;

/** 升级率 in use of one grade, pupils in the next grade a year later for each pupil. */
export interface RatioInUse {
  readonly ratio: number;
  /**
   * Set by the planner for the school or for the county; the mean of the school's own years; all pupils of the county
   * together; or 1, where nothing was ever observed. A planned school has that of the school that it comes from.
   */
  readonly origin: "set" | "setForCounty" | "own" | "county" | "steady" | "inherited";
  /** Years behind the school's own mean, else 0. */
  readonly years: number;
}

/** By grade in the order of `progressionGrades`: of the county, which stands in where a school has none, and of every school. */
export interface ProgressionTable {
  readonly county: readonly RatioInUse[];
  readonly schools: readonly {
    readonly code: string;
    readonly name: string;
    /** Null where the stage is not taught. */
    readonly ratios: readonly (RatioInUse | null)[];
  }[];
}
