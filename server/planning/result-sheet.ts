/** One sheet of a scenario's answer: texts and figures as they are told, null where nothing is known. */
export interface ResultSheet {
  readonly name: string;
  /** What it says, and of what. */
  readonly title: string;
  readonly note: string;
  readonly head: readonly string[];
  /** Characters a column takes; 12 where none is said. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Decimals shown of the figures; whole numbers without any. */
  readonly decimals: number;
}
