import type { LeverOf } from "../contract";
import { schoolTeachers } from "../engine/staff";
import { add, at, bothStages, type Column } from "../engine/state";
import { effectYear, isInForce, type LeverModel, type LeverYear, type NamedSchool, ownShare, recurrentCost } from "./lever";

export type Programme = LeverOf<"upgrade_education" | "train_backbone" | "train_360" | "certify_teachers">;

/** An attribute, and the teachers of whom it is a part. */
export interface Attribute {
  readonly column: Column;
  readonly teachers: (row: number) => number;
}

/** Full-time teachers of a whole school, as a base of attributes that the return does not tell by stage. */
export const wholeSchool =
  ({ state }: LeverYear) =>
  (row: number): number =>
    schoolTeachers(state, row);

/** Persons who gain the attribute in a year. */
const reached = (lever: Programme): number => lever.count * lever.fulfilment;

/** Rows that a programme is for: one school, or every one that teaches. */
const rowsOf = (lever: Programme, { state, rowOf }: LeverYear): readonly number[] => {
  const row = rowOf.get(lever.schoolCode);
  if (lever.schoolCode !== "") return row === undefined ? [] : [row];
  return state.taught.primary.reduce<number[]>((rows, _, index) => {
    if (bothStages.some((stage) => state.taught[stage][index] === 1)) rows.push(index);
    return rows;
  }, []);
};

/**
 * Gives the attribute to so many of those who lack it: at the school, or over the county in proportion
 * to those who lack it. Schools that do not report either figure take no part in a county programme.
 */
const run = (lever: Programme, year: LeverYear, { column, teachers }: Attribute): void => {
  if (!isInForce(lever, year.state.year)) return;
  const lackOf = (row: number): number => Math.max(0, teachers(row) - at(column, row));
  const rows = rowsOf(lever, year);
  const known = rows.filter((row) => !Number.isNaN(lackOf(row)));
  if (known.length < rows.length) {
    if (lever.schoolCode === "") year.notice(lever.id, "schoolsLeftOut", { schools: rows.length - known.length });
    else year.notice(lever.id, "targetNotReported", { schoolCode: lever.schoolCode, field: "teachers" });
  }
  const lack = known.reduce((sum, row) => sum + lackOf(row), 0);
  const persons = Math.min(reached(lever), lack);
  if (persons < reached(lever) - 1e-9) year.notice(lever.id, "programmeBeyondNeed", { planned: reached(lever), reached: persons });
  if (lack > 0) {
    const share = persons / lack;
    for (const row of known) add(column, row, lackOf(row) * share);
  }
};

const schoolsOf = (lever: Programme): readonly NamedSchool[] => {
  if (lever.schoolCode === "") return [];
  return [{ field: "schoolCode", code: lever.schoolCode, ...("stage" in lever ? { stage: lever.stage, stageField: "stage" } : {}) }];
};

/** 培训与提升: a yearly programme that gives teachers an attribute; paid for everybody who takes part. */
export const programme = <L extends Programme>(type: L["type"], attributeOf: (lever: L, year: LeverYear) => Attribute): LeverModel<L> => ({
  type,
  phase: "training",
  units: ({ count }) => count,
  reach: ownShare("training"),
  schools: (lever) => schoolsOf(lever),
  apply: (lever, year) => run(lever, year, attributeOf(lever, year)),
  cost: (lever, year) => recurrentCost(isInForce(lever, year.year), lever.count * lever.costWanPerPerson, year),
  summary: (lever) => programmeSummary(lever),
});

const programmeSummary = (lever: Programme) => ({
  key: `${lever.type}.${lever.schoolCode === "" ? "county" : "school"}` as const,
  params: {
    ...(lever.schoolCode === "" ? {} : { schoolCode: lever.schoolCode }),
    ...("stage" in lever ? { stage: lever.stage } : {}),
    count: lever.count,
    reached: reached(lever),
    effectYear: effectYear(lever),
    endYear: lever.endYear,
    annualCostWan: lever.count * lever.costWanPerPerson,
  },
});
