import type { ItemResult } from "@server/compliance/items-contract";
import { type Stage, stages } from "@server/statistics/contract";
import type { Lever, LeverOf, PlanClause } from "../contract";
import { privateOwner } from "../engine/needs";
import { leverDefaults } from "../levers/all/defaults";
import type { ClauseYear } from "./clauses";
import type { Ground } from "./ground";
import { common, over } from "./templates";

/**
 * Levers that the clauses call for whatever else a plan decides: a cap where classes are too large, funds where a small
 * school has too little, a rotation quota where too few rotate. Each begins as late as it may, which costs least: none of
 * them is dearer in later years, and what is paid later is paid in fewer years.
 */

type FixedKind = "class_cap" | "public_funds" | "rotation_quota";

/** First required year in which a clause is not met. */
export const firstUnmet = (years: readonly ClauseYear[], clause: PlanClause): ClauseYear | undefined =>
  years.find(({ results }) => results.get(clause)?.verdict === "not_met");

const leadOf = ({ request: { figures } }: Ground, kind: FixedKind): number => figures[kind]?.leadYears ?? leverDefaults[kind].leadYears;

/** Year in which a lever of a kind must be begun to count in `year`; null where it is not allowed or too late. */
const startFor = (ground: Ground, kind: FixedKind, year: number): number | null => {
  if (!ground.request.kinds.includes(kind)) return null;
  const start = year - leadOf(ground, kind);
  return start < ground.notBefore || year <= ground.baseYear ? null : start;
};

/** Ids that name the clause, unlike any of the scenario's. */
const idsFor = (ground: Ground): ((clause: PlanClause) => string) => {
  const taken = new Set(ground.question.document.levers.map(({ id }) => id));
  return (clause) => {
    let number = 1;
    while (taken.has(`plan-${clause}-${number}`)) number += 1;
    const id = `plan-${clause}-${number}`;
    taken.add(id);
    return id;
  };
};

/** How much larger than the regulation asks levers are, where their first size falls short. */
export interface LeverSizes {
  /** Above the county's rate a pupil. */
  readonly moreYuan: number;
  /** Factor on the share of those eligible who rotate, and on the share of backbone teachers among them. */
  readonly rotated: number;
  readonly backbone: number;
}
export const plainSizes: LeverSizes = { moreYuan: 0, rotated: 1, backbone: 1 };

/** A share in steps of a ten-thousandth, not raised by a binary trace. */
const up = (share: number): number => Math.min(1, Math.ceil(share * 1e4 - 1e-6) / 1e4);

const limitOf = ({ limits }: ItemResult, name: string): number => limits[name] ?? Number.NaN;

/** G5: a cap at each school's stage, from the first required year in which one of its classes is too large. */
const caps = (ground: Ground, years: readonly ClauseYear[], nextId: (clause: PlanClause) => string): LeverOf<"class_cap">[] => {
  const found = new Map<string, LeverOf<"class_cap">>();
  for (const { year, results } of years) {
    const result = results.get("G5");
    const startYear = startFor(ground, "class_cap", year);
    if (result === undefined || startYear === null) continue;
    for (const { schoolCode, stage } of result.failing) {
      for (const one of stage === null ? stages : [stage]) {
        if (found.has(`${schoolCode} ${one}`)) continue;
        found.set(`${schoolCode} ${one}`, {
          ...common(nextId("G5"), startYear),
          type: "class_cap",
          ...over(leverDefaults.class_cap, ground.request.figures.class_cap),
          schoolCode,
          stage: one,
          cap: limitOf(result, one === "primary" ? "overPrimary" : "overJunior"),
        });
      }
    }
  }
  return [...found.values()];
};

/** G6: what a small school lacks of the county's own rate, school by school. */
const funds = (
  ground: Ground,
  years: readonly ClauseYear[],
  nextId: (clause: PlanClause) => string,
  { moreYuan: more }: LeverSizes,
): LeverOf<"public_funds">[] => {
  const { base } = ground.question;
  const { publicFundsPrimaryYuan, publicFundsJuniorYuan } = base.countyFacts.facts;
  const owners = new Map(base.schools.map(({ code, ownerCode }) => [code, ownerCode]));
  const found = new Map<string, LeverOf<"public_funds">>();
  for (const { year, results } of years) {
    const startYear = startFor(ground, "public_funds", year);
    for (const { schoolCode } of startYear === null ? [] : (results.get("G6")?.failing ?? [])) {
      if (startYear === null || found.has(schoolCode) || owners.get(schoolCode) === privateOwner) continue;
      found.set(schoolCode, {
        ...common(nextId("G6"), startYear),
        type: "public_funds",
        ...over(leverDefaults.public_funds, ground.request.figures.public_funds),
        schoolCode,
        primaryYuan: (publicFundsPrimaryYuan || 0) + more,
        juniorYuan: (publicFundsJuniorYuan || 0) + more,
        smallAsHundred: ground.rules(year).values["G6.method"] !== "per_pupil",
      });
    }
  }
  return [...found.values()];
};

const publicTeachers = ({ question: { base } }: Ground): number => {
  let teachers = 0;
  base.schools.forEach(({ ownerCode }, row) => {
    if (ownerCode === privateOwner) return;
    for (const stage of stages satisfies readonly Stage[]) teachers += base.teachers[stage].fullTime[row] || 0;
  });
  return teachers;
};

/**
 * G11: the quota that the regulation asks for, from the first required year that fails to the end of the scenario. Those
 * eligible are as many of the teachers as the county reports in the base year.
 */
const quota = (
  ground: Ground,
  years: readonly ClauseYear[],
  nextId: (clause: PlanClause) => string,
  sizes: LeverSizes,
): LeverOf<"rotation_quota">[] => {
  const failing = firstUnmet(years, "G11");
  const result = failing?.results.get("G11");
  const startYear = failing === undefined ? null : startFor(ground, "rotation_quota", failing.year);
  if (failing === undefined || result === undefined || startYear === null) return [];
  const { request, rules } = ground;
  const isReported = rules(failing.year).values["G11.eligible"] === "reported";
  const eligibleShare = isReported ? Math.min(1, Math.ceil((failing.eligible / publicTeachers(ground)) * 1e4) / 1e4) : 1;
  const rotationShare = up(limitOf(result, "rotatedShare") * sizes.rotated);
  if (request.rotationShare !== null && eligibleShare * rotationShare > request.rotationShare) return [];
  return [
    {
      ...common(nextId("G11"), startYear),
      type: "rotation_quota",
      ...over(leverDefaults.rotation_quota, request.figures.rotation_quota),
      endYear: ground.lastYear,
      eligibleShare,
      rotationShare,
      backboneShare: up(limitOf(result, "backboneShare") * sizes.backbone),
    },
  ];
};

/** Factors by which the next size is larger, as far as the last one fell short; null where no other size is called for. */
export const resized = (sizes: LeverSizes, levers: readonly Lever[], years: readonly ClauseYear[]): LeverSizes | null => {
  const has = (type: FixedKind): boolean => levers.some((lever) => lever.type === type);
  // A rate that is met to the last digit may read as missed: a cent more is none.
  const moreYuan = has("public_funds") && firstUnmet(years, "G6") !== undefined ? 0.01 : sizes.moreYuan;
  let [rotated, backbone] = [sizes.rotated, sizes.backbone];
  for (const { results } of has("rotation_quota") ? years : []) {
    const { figures = {}, limits = {} } = results.get("G11") ?? {};
    const short = (name: "rotatedShare" | "backboneShare"): number => (limits[name] ?? 0) / (figures[name] ?? Number.NaN);
    // Where a stage has nobody to exchange with, the other moves more.
    rotated = Math.max(rotated, sizes.rotated * short("rotatedShare") || 0);
    backbone = Math.max(backbone, sizes.backbone * short("backboneShare") || 0);
  }
  const isSame = moreYuan === sizes.moreYuan && rotated <= sizes.rotated * (1 + 1e-9) && backbone <= sizes.backbone * (1 + 1e-9);
  return isSame || !Number.isFinite(rotated + backbone) ? null : { moreYuan, rotated, backbone };
};

/** Every lever that the clauses call for, given how they stand without. */
export const clauseLevers = (ground: Ground, years: readonly ClauseYear[], sizes: LeverSizes): readonly Lever[] => {
  const nextId = idsFor(ground);
  return [...caps(ground, years, nextId), ...funds(ground, years, nextId, sizes), ...quota(ground, years, nextId, sizes)];
};
