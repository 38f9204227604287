import type { LeverOf } from "../../contract";
import { heldBy, type StaffIndicator } from "../../engine/needs";
import type { LeverYear } from "../lever";

type HireTeachers = LeverOf<"hire_teachers">;

/** Which shortfall a hire answers: a specialist's R3, a backbone teacher's R2, a higher degree's R1, else plain staffing. */
const indicatorOf = (lever: HireTeachers): StaffIndicator | "staffing" => {
  if (lever.subject !== "general") return "R3";
  if (lever.backbone) return "R2";
  return lever.aboveRequiredEducation ? "R1" : "staffing";
};

export interface Placement {
  readonly indicator: StaffIndicator | "staffing";
  /** Teachers by school row. */
  readonly byRow: ReadonlyMap<number, number>;
  /** Teachers placed after every section had what its standard asks for. */
  readonly beyondDeficit: number;
  readonly unplaced: number;
  readonly leftOut: number;
}

/**
 * Places teachers one by one (a last fraction as such) in the section that lacks most persons against
 * the standard of the matching indicator; without a matching standard, against the county's mean of
 * teachers per pupil. When no section lacks anything more, each further teacher goes to the section
 * with the fewest such teachers per pupil. Null in a rehearsal, where nothing is judged.
 */
export const placeByDeficit = (lever: HireTeachers, teachers: number, { state, needs }: LeverYear): Placement | null => {
  if (needs === null) return null;
  const { stage } = lever.target;
  const indicator = indicatorOf(lever);
  const staff = needs();
  const sections = staff.sections[stage].filter((section) => section.pupils > 0);
  const fields = indicator === "staffing" ? (["fullTime"] as const) : staff.fields[indicator];
  const held = heldBy(state, stage, sections, fields);
  const meanStaffing = held.reduce((sum, persons) => sum + persons, 0) / sections.reduce((sum, section) => sum + section.pupils, 0);
  const required = sections.map((section) => (indicator === "staffing" ? section.pupils * meanStaffing : section.required[indicator]));

  const byRow = new Map<number, number>();
  let remaining = teachers;
  let beyondDeficit = 0;
  while (remaining > 1e-9 && sections.length > 0) {
    const step = Math.min(1, remaining);
    let target = largest(sections.length, (i) => (required[i] ?? 0) - (held[i] ?? 0));
    if ((required[target] ?? 0) - (held[target] ?? 0) <= 1e-9) {
      target = largest(sections.length, (i) => -(held[i] ?? 0) / (sections[i]?.pupils ?? 1));
      beyondDeficit += step;
    }
    held[target] = (held[target] ?? 0) + step;
    const row = sections[target]?.row ?? -1;
    byRow.set(row, (byRow.get(row) ?? 0) + step);
    remaining -= step;
  }
  return { indicator, byRow, beyondDeficit, unplaced: sections.length === 0 ? teachers : 0, leftOut: staff.leftOut[stage] };
};

/** Index of the largest score, the first of equals. */
const largest = (count: number, score: (index: number) => number): number => {
  let best = 0;
  for (let i = 1; i < count; i += 1) if (score(i) > score(best)) best = i;
  return best;
};
