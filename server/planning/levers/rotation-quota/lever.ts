import type { Stage } from "@server/statistics/contract";
import type { LeverOf } from "../../contract";
import { privateOwner, type StaffNeeds } from "../../engine/needs";
import { bothStages } from "../../engine/state";
import { type CostYear, effectYear, type LeverCost, type LeverIssue, type LeverModel, type LeverYear, ofQuantity } from "../lever";
import { departures } from "./flows";
import { partiesOf } from "./groups";

export type RotationQuota = LeverOf<"rotation_quota">;

/** Full-time teachers of the county's public schools in the stage; unreported schools are left out and counted elsewhere. */
const countyTeachers = (stage: Stage, { state, base }: LeverYear): number => {
  let teachers = 0;
  base.schools.forEach((school, row) => {
    const fullTime = state.teachers[stage].fullTime[row] ?? Number.NaN;
    if (state.taught[stage][row] === 1 && school.ownerCode !== privateOwner && !Number.isNaN(fullTime)) teachers += fullTime;
  });
  return teachers;
};

const rotateStage = (
  lever: RotationQuota,
  stage: Stage,
  year: LeverYear,
  needs: StaffNeeds,
): { readonly eligible: number; rotated: number; backbone: number } => {
  const { state, notice } = year;
  const eligible = lever.eligibleShare * countyTeachers(stage, year);
  const quota = lever.rotationShare * eligible;
  const backboneQuota = quota * lever.backboneShare;
  const parties = partiesOf(state, stage, needs);
  const moved = departures(state, stage, parties, needs.fields, {
    backbone: backboneQuota,
    others: quota - backboneQuota,
  });
  let rotated = 0;
  let backbone = 0;
  for (const { from, to, group, veterans } of moved.flows) {
    const [sender, host] = [parties.sections[from], parties.sections[to]];
    if (sender === undefined || host === undefined) continue;
    rotated += group.fullTime;
    backbone += group.backbone;
    state.loans.push({
      leverId: lever.id,
      stage,
      fromRow: sender.row,
      toRow: host.row,
      lastYear: state.year + lever.termYears - 1,
      persons: group.fullTime,
      group,
      veterans,
    });
    year.flow({ stage, fromCode: sender.code, toCode: host.code, teachers: group.fullTime, backbone: group.backbone });
  }
  if (needs.leftOut[stage] > 0) notice(lever.id, "sectionsLeftOut", { stage, sections: needs.leftOut[stage] });
  const exchanged = moved.exchanged.backbone + moved.exchanged.others;
  if (exchanged > 0) notice(lever.id, "rotationExchanged", { stage, teachers: exchanged, backbone: moved.exchanged.backbone });
  if (moved.unfilled.backbone > 0) {
    notice(lever.id, "rotationBackboneUnfilled", { stage, quota: backboneQuota, unfilled: moved.unfilled.backbone });
  }
  if (moved.unfilled.others > 0) {
    notice(lever.id, "rotationOthersUnfilled", { stage, quota: quota - backboneQuota, unfilled: moved.unfilled.others });
  }
  return { eligible, rotated, backbone };
};

/** To twelve decimals: a quota met exactly must not read as missed by a binary trace. */
const ratio = (part: number, whole: number): number => (whole > 0 ? Math.round((part / whole) * 1e12) / 1e12 : 0);

/** Departures of one year, and the two ratios of the rotation clause (交流轮岗) that result. */
const apply = (lever: RotationQuota, year: LeverYear): void => {
  if (year.state.year < effectYear(lever) || year.state.year > lever.endYear) return;
  if (year.needs === null) return;
  const needs = year.needs();
  let eligible = 0;
  let rotated = 0;
  let backbone = 0;
  for (const stage of bothStages) {
    const outcome = rotateStage(lever, stage, year, needs);
    eligible += outcome.eligible;
    rotated += outcome.rotated;
    backbone += outcome.backbone;
  }
  const { rotation } = year.state;
  rotation.active = true;
  // Those eligible are the same teachers of the county whichever quota asks them.
  rotation.eligible = Number.isNaN(rotation.eligible) ? eligible : Math.max(rotation.eligible, eligible);
  rotation.rotated += rotated;
  rotation.backbone += backbone;
  year.notice(lever.id, "rotationRatios", {
    eligible,
    rotated,
    backbone,
    rotatedShare: ratio(rotated, eligible),
    backboneShare: ratio(backbone, rotated),
  });
};

/** Every teacher away from home is paid the subsidy for each year of the term, at each year's prices. */
const cost = (lever: RotationQuota, { prices, state }: CostYear): LeverCost => {
  let away = 0;
  for (const loan of state.loans) if (loan.leverId === lever.id) away += loan.persons;
  return { capitalWan: 0, recurrentWan: away * lever.annualCostWanPerTeacher * prices };
};

const overlap = (left: RotationQuota, right: RotationQuota): boolean =>
  effectYear(left) <= right.endYear && effectYear(right) <= left.endYear;

const issues: LeverModel<RotationQuota>["issues"] = (lever, _county, all) => {
  const found: LeverIssue[] = [];
  const together = all.filter((other): other is RotationQuota => other.type === "rotation_quota" && overlap(lever, other));
  const rotationShare = together.reduce((sum, other) => sum + other.rotationShare, 0);
  if (rotationShare > 1 + 1e-9) found.push({ field: "rotationShare", key: "rotationSharesOverOne", params: { sum: rotationShare } });
  const away = together.reduce((sum, other) => sum + other.rotationShare * other.eligibleShare * other.termYears, 0);
  if (away > 1 + 1e-9) found.push({ field: "termYears", key: "rotationMoreThanExist", params: { share: away } });
  return found;
};

/** 交流轮岗配额. */
export const rotationQuota: LeverModel<RotationQuota> = {
  type: "rotation_quota",
  phase: "rotation",
  reach: ofQuantity((lever, reached) => ({ ...lever, rotationShare: lever.rotationShare * reached })),
  schools: () => [],
  issues,
  apply,
  cost,
  summary: (lever) => ({
    key: "rotation_quota.policy",
    params: {
      eligibleShare: lever.eligibleShare,
      rotationShare: lever.rotationShare,
      backboneShare: lever.backboneShare,
      effectYear: effectYear(lever),
      endYear: lever.endYear,
      termYears: lever.termYears,
    },
  }),
};
