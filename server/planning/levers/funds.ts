import type { School } from "@server/statistics/contract";
import type { Lever } from "../contract";
import { privateOwner } from "../engine/needs";
import { at, type Column, type CountyState, type FurtherPath } from "../engine/state";
import { type CheckedCounty, effectYear, type LeverIssue, type LeverYear } from "./lever";

/** Rows whose funds the county sets: one school, or every public one that teaches. */
export const fundedRows = (schoolCode: string, { state, base, rowOf }: LeverYear): readonly number[] => {
  const only = rowOf.get(schoolCode);
  if (schoolCode !== "") return only === undefined ? [] : [only];
  return base.schools.flatMap(({ ownerCode }, row) =>
    ownerCode !== privateOwner && (state.taught.primary[row] === 1 || state.taught.junior[row] === 1) ? [row] : [],
  );
};

/** This year's column of a figure that funding sets, begun from what it would be without. */
export const raisedColumn = (state: CountyState, path: FurtherPath): Column => {
  const column = state.raised[path] ?? state.further[path].slice();
  state.raised[path] = column;
  return column;
};

/**
 * Lifts a cell to a floor; an unreported one becomes the floor, since it is set. Answers by how much it rose, which nobody
 * knows (NaN) of an unreported one.
 */
export const lift = (column: Column, row: number, floor: number): number => {
  const present = at(column, row);
  if (!(present >= floor)) column[row] = floor;
  return Math.max(0, floor - present);
};

/** Tells once at how many schools nobody knows what a rise costs. */
export const tellUnknownRises = (
  { state, notice }: LeverYear,
  lever: Pick<Lever, "id" | "startYear" | "leadYears">,
  schools: number,
): void => {
  if (schools > 0 && state.year === effectYear(lever)) notice(lever.id, "risesUnknown", { schools });
};

/** Adds to what a lever spends this year beyond what needs no account. */
export const spend = (state: CountyState, leverId: string, amountWan: number): void => {
  if (!Number.isNaN(amountWan)) state.spent.set(leverId, (state.spent.get(leverId) ?? 0) + amountWan);
};

const isPrivate = (school: School | undefined): boolean => school !== undefined && school.ownerCode === privateOwner;

/** 民办 budgets are not the county's to set. */
export const publicSchoolIssues = (schoolCode: string, county: CheckedCounty): readonly LeverIssue[] => {
  const school = county.schoolOf(schoolCode);
  return isPrivate(school) ? [{ field: "schoolCode", key: "privateSchool", params: { schoolName: school?.name ?? "" } }] : [];
};
