import type { ParameterKey } from "@server/compliance/rules-contract";
import { totalOf } from "../cells";
import type { Unit } from "../inclusion";
import type { Rules } from "../rules-in-force";
import { further, type ItemContext } from "./context";

/** Whether a condition holds: `null` when what it asks for is not reported. */
export type Condition = boolean | null;

export const isOn = (rules: Rules, key: ParameterKey): boolean => rules.values[key] === true;

/** One condition or the other. */
export const either = (a: Condition, b: Condition): Condition =>
  a === true || b === true ? true : a === null || b === null ? null : false;

/**
 * 某年及之前规划并建成. The return's own flag stands for one year only; for any other year, and where it is
 * not given, the year of foundation decides.
 */
export const builtBy = (
  context: ItemContext,
  unit: Unit,
  year: number,
  flag: { readonly path: "conditions.builtBy2010" | "conditions.builtBy2016"; readonly year: number },
): Condition => {
  const stated = further(context, flag.path, unit.head);
  if (year === flag.year && !Number.isNaN(stated)) return stated === 1;
  const built = context.columns.schools[unit.head]?.builtYear ?? null;
  return built === null ? null : built <= year;
};

/** 进城务工人员随迁子女占比超过: more than a share of the school's compulsory pupils. */
export const migrantsAbove = (context: ItemContext, unit: Unit, share: number): Condition => {
  const migrants = totalOf(context.columns.further["enrolment.migrantWorkerChildren"], unit.members);
  const pupils = unit.pupils.primary + unit.pupils.junior;
  return Number.isNaN(migrants + pupils) || migrants > pupils ? null : migrants > share * pupils;
};
