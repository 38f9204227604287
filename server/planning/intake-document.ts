/** 份额 in use of one school. */
export interface ShareInUse {
  readonly code: string;
  readonly name: string;
  /** Null where a figure behind it is not reported. */
  readonly share: number | null;
  /** Set by the planner; as the base year shows it; or alike for all, where nobody was there to be observed. */
  readonly origin: "set" | "observed" | "even";
}

/** Where the leavers of a primary section go who stay in the county. Null where a figure behind it is not reported. */
export interface LeaverShares {
  readonly code: string;
  readonly name: string;
  /** 对口: as the planner has set it. */
  readonly set: readonly { readonly name: string; readonly share: number }[];
  /** Into grade 7 of the same school, as the base year shows it. */
  readonly own: number | null;
  /** Into what all junior sections share. */
  readonly pool: number | null;
}

/** Who enters where before levers move anything: grade 1 of the county, and grade 7 after grade 6. */
export interface IntakeShares {
  readonly entrants: readonly ShareInUse[];
  readonly leavers: readonly LeaverShares[];
  /** How the junior sections share the leavers who are bound to no school. */
  readonly pool: readonly ShareInUse[];
}
