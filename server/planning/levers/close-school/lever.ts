import { type Stage, stagesOfType } from "@server/statistics/contract";
import type { LeverOf } from "../../contract";
import { clearSchool, moveGoods, movePupils, moveStaff, moveZone } from "../../engine/network";
import { endLoans } from "../../engine/staff";
import { type ByStage, bothStages, type CountyState } from "../../engine/state";
import { bothCosts, capitalCost, effectYear, type LeverIssue, type LeverModel, type LeverYear, recurrentCost } from "../lever";

export type CloseSchool = LeverOf<"close_school">;

interface Target {
  readonly row: number;
  readonly share: number;
}

interface Part {
  readonly row: number;
  /** Share of what is still there when its turn comes, so that everything is gone after the last. */
  readonly ofRest: number;
}

/** Turns shares into shares of the rest; they need not add up to one. */
const inTurn = (targets: readonly Target[]): readonly Part[] => {
  let rest = targets.reduce((sum, { share }) => sum + share, 0);
  return targets
    .filter(({ share }) => share > 0)
    .map(({ row, share }) => {
      const part = { row, ofRest: Math.min(1, share / rest) };
      rest -= share;
      return part;
    });
};

/** The row that takes most; the first of equals. */
const heirOf = (targets: readonly Target[]): number | null =>
  targets.reduce<Target | null>((best, target) => (target.share > (best?.share ?? 0) ? target : best), null)?.row ?? null;

/**
 * Guests of the closed school go home; its own teachers elsewhere come back to where most pupils of their stage are. Where
 * nobody takes the stage over they come home and leave with the others.
 */
const settleLoans = (state: CountyState, row: number, heirs: ByStage<number | null>): void => {
  endLoans(state, ({ stage, fromRow, toRow }) => toRow === row || (fromRow === row && heirs[stage] === null));
  for (const loan of state.loans) if (loan.fromRow === row) loan.fromRow = heirs[loan.stage] ?? row;
};

const apply = (lever: CloseSchool, { state, rowOf }: LeverYear): void => {
  const row = rowOf.get(lever.schoolCode);
  if (row === undefined || state.year !== effectYear(lever)) return;
  const targets = lever.targets.flatMap(({ schoolCode, share }) => {
    const target = rowOf.get(schoolCode);
    return target === undefined ? [] : [{ row: target, share }];
  });
  const teaching = (stage: Stage) => targets.filter((target) => state.taught[stage][target.row] === 1);
  settleLoans(state, row, { primary: heirOf(teaching("primary")), junior: heirOf(teaching("junior")) });
  for (const stage of bothStages) {
    if (state.taught[stage][row] !== 1) continue;
    const parts = inTurn(teaching(stage));
    for (const { row: target, ofRest } of parts) {
      movePupils(state, stage, row, target, ofRest);
      moveZone(state, stage, row, target, ofRest);
    }
    // Of the teachers who stay in the county each target takes its part; the others leave with the school.
    let staying = lever.staffShare;
    let gone = 0;
    for (const { row: target, ofRest } of parts) {
      const moving = staying * ofRest;
      moveStaff(state, stage, row, target, gone >= 1 ? 0 : moving / (1 - gone));
      gone += moving;
      staying -= moving;
    }
  }
  let left = 1;
  let goods = lever.goodsShare;
  for (const { row: target, ofRest } of inTurn(targets)) {
    const moving = goods * ofRest;
    if (left > 1e-12) moveGoods(state, row, target, moving / left);
    left -= moving;
    goods -= moving;
  }
  clearSchool(state, row);
  state.closed.set(lever.schoolCode, lever.staffShare);
};

const issues: NonNullable<LeverModel<CloseSchool>["issues"]> = (lever, county, all) => {
  const found: LeverIssue[] = [];
  const school = county.schoolOf(lever.schoolCode);
  if (school === undefined) return found;
  if (school.pupils.senior !== null && school.pupils.senior > 0) {
    found.push({ field: "schoolCode", key: "closesSeniorStage", params: { schoolName: school.name } });
  }
  const campuses = county.dataset.schools.filter(({ parentCode, type }) => parentCode === school.code && type !== "teaching_point");
  if (campuses.some(({ countsAsSchool }) => !countsAsSchool)) {
    found.push({ field: "schoolCode", key: "closesWithCampuses", params: { schoolName: school.name } });
  }
  if (all.some((other) => other !== lever && other.type === "close_school" && other.schoolCode === lever.schoolCode)) {
    found.push({ field: "schoolCode", key: "closedTwice", params: { schoolName: school.name } });
  }
  lever.targets.forEach(({ schoolCode }, index) => {
    if (schoolCode === lever.schoolCode) found.push({ field: `targets.${index}.schoolCode`, key: "sameSchool" });
    if (lever.targets.findIndex((target) => target.schoolCode === schoolCode) < index) {
      found.push({ field: `targets.${index}.schoolCode`, key: "targetTwice" });
    }
  });
  for (const stage of county.stagesOf(school)) {
    const shares = lever.targets.flatMap(({ schoolCode, share }) => {
      const target = county.schoolOf(schoolCode);
      return target !== undefined && stagesOfType[target.type].includes(stage) && county.stagesOf(target).includes(stage) ? [share] : [];
    });
    const sum = shares.reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) > 1e-6) found.push({ field: "targets", key: "closureSharesNotOne", params: { stage, share: sum } });
  }
  return found;
};

/** 撤并学校(教学点): pupils, staff and movable goods go to the targets by stated shares; buildings and rooms are lost. */
export const closeSchool: LeverModel<CloseSchool> = {
  type: "close_school",
  phase: "closures",
  schools: (lever) => [
    { field: "schoolCode", code: lever.schoolCode },
    ...lever.targets.map(({ schoolCode }, index) => ({ field: `targets.${index}.schoolCode`, code: schoolCode })),
  ],
  issues,
  apply,
  cost: (lever, year) =>
    bothCosts(capitalCost(lever, lever.costWan, year), recurrentCost(year.year >= effectYear(lever), lever.annualCostWan, year)),
  summary: (lever) => ({
    key: "close_school.plain",
    params: {
      schoolCode: lever.schoolCode,
      toCode: lever.targets[0]?.schoolCode ?? "",
      targets: lever.targets.length,
      effectYear: effectYear(lever),
    },
  }),
};
