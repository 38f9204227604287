import type { Stage } from "@server/statistics/contract";
import type { PlanClause } from "../contract";

/**
 * What a clause asks of one school by one year, as an amount that the plan must come to: rooms that G3 asks for, and the
 * classrooms and teachers that the classes lack which a cap of the plan has split (G5).
 */
export interface Obligation {
  readonly clause: PlanClause;
  readonly kind: "music_room" | "art_room" | "classrooms" | "teachers";
  readonly year: number;
  readonly code: string;
  /** Of teachers alone. */
  readonly stage: Stage | null;
  /** Rooms or persons by the year. */
  readonly least: number;
}

/** Most that any year asks of a kind of room at a school. */
export const mostAsked = (obligations: readonly Obligation[], kind: Obligation["kind"], code: string): number =>
  obligations.reduce((most, own) => (own.kind === kind && own.code === code ? Math.max(most, own.least) : most), 0);
