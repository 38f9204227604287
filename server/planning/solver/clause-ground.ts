import type { RuleSet } from "@server/compliance/engine/index";
import type { ItemResult } from "@server/compliance/items-contract";
import type { CountyDataset } from "@server/statistics/contract";
import type { Lever, PlanAnswer, PlanClause, PlanRequest, ScenarioDocument } from "../contract";
import { clauseLevers, firstUnmet, type LeverSizes, plainSizes, resized } from "./clause-levers";
import { type ClauseYear, leftOutOf, readClauses } from "./clauses";
import { type Ground, groundOf, type RotationRule } from "./ground";
import { obligationsOf } from "./obligations";

type Shortfall = NonNullable<PlanAnswer["explanation"]>["shortfalls"][number];

const figure = (figures: Readonly<Record<string, number | null>>, name: string): number => figures[name] ?? 0;

/**
 * The same county for a plan that does not count on what its quota moves. Whom the quota sends depends on what else the
 * plan does, which no row of a programme can say; but it never takes from what a school needs, so that a plan that
 * passes without its moves passes with them.
 */
const notLeaningOn = (ground: Ground, without: Ground): Ground => ({
  ...ground,
  steady: without.steady,
  years: new Map(
    [...ground.years].map(([year, planned]) => {
      const { keptWan, fixedWan } = planned;
      return [year, { ...(without.years.get(year) ?? planned), keptWan, fixedWan }];
    }),
  ),
});

interface Settled {
  readonly levers: readonly Lever[];
  readonly ground: Ground;
  readonly after: readonly ClauseYear[];
}

/** Times that the levers are sized anew where the first size falls short. */
const mostSizes = 3;

/** The clauses' levers, sized by what the engine makes of them. */
const settled = (plain: Ground, before: readonly ClauseYear[], at: (levers: readonly Lever[]) => Ground): Settled => {
  let sizes: LeverSizes = plainSizes;
  for (let time = 1; ; time += 1) {
    const levers = clauseLevers(plain, before, sizes);
    if (levers.length === 0) return { levers, ground: plain, after: before };
    const ground = at(levers);
    const after = readClauses(ground, [...(before[0]?.results.keys() ?? [])]);
    const next = resized(sizes, levers, after);
    if (next === null || time > mostSizes) return { levers, ground, after };
    sizes = next;
  }
};

/** What one school, or the county, lacks of an item that no free decision of a plan can change. */
const lacksOf = (clause: PlanClause, year: number, result: ItemResult): readonly Shortfall[] => {
  const of = (amount: number, words: Shortfall["words"], school: { schoolCode: string; stage: Shortfall["stage"] } | null): Shortfall => ({
    kind: "clause",
    clause,
    year,
    indicator: null,
    stage: school?.stage ?? null,
    schoolCode: school?.schoolCode ?? null,
    amount,
    words,
  });
  switch (clause) {
    case "G4":
      return result.failing.map(({ schoolCode, stage, figures }) => {
        const [pupils, limit] = [figure(figures, "pupils"), figure(figures, "limit")];
        const params = { schoolCode, pupils: Math.ceil(pupils - 1e-9), limit, over: Math.ceil(pupils - limit - 1e-9) };
        return of(pupils - limit, { key: "schoolTooLarge", params }, { schoolCode, stage });
      });
    case "G5":
      return result.failing.map(({ schoolCode, stage, figures }) => {
        const classes = figure(figures, "over");
        return of(classes, { key: "classesTooLarge", params: { schoolCode, classes } }, { schoolCode, stage });
      });
    case "G6":
      return result.failing.map(({ schoolCode, stage, figures }) => {
        const lackYuan = Math.ceil(figure(figures, "neededYuan") - figure(figures, "fundsYuan") - 1e-6);
        return of(lackYuan, { key: "fundsShort", params: { schoolCode, lackYuan } }, { schoolCode, stage });
      });
    case "G11": {
      const { figures, limits } = result;
      const [rotated, backbone] = [figure(figures, "rotated"), figure(figures, "rotatedBackbone")];
      const asked = (limits["rotatedShare"] ?? 0) * figure(figures, "eligible");
      const backboneAsked = (limits["backboneShare"] ?? 0) * Math.max(asked, rotated);
      const lacking = Math.max(asked - rotated, backboneAsked - backbone);
      return [of(lacking, { key: "rotationShort", params: { rotated, asked, backbone, backboneAsked } }, null)];
    }
    case "G3":
      return [];
  }
};

/** Each school once, in its first year. */
const stuckOf = (years: readonly ClauseYear[], clauses: readonly PlanClause[]): readonly Shortfall[] => {
  const found = new Map<string, Shortfall>();
  for (const { year, results } of years) {
    for (const clause of clauses) {
      const result = results.get(clause);
      if (result?.verdict !== "not_met") continue;
      for (const lack of lacksOf(clause, year, result)) {
        const key = `${clause} ${lack.schoolCode} ${lack.stage}`;
        if (!found.has(key)) found.set(key, lack);
      }
    }
  }
  return [...found.values()];
};

/** What rotation by single moves must keep to, so that it does not make G11 fail. */
const rotationRule = (years: readonly ClauseYear[], isHeld: boolean, hasQuota: boolean): RotationRule | null => {
  const [first] = years;
  const result = first?.results.get("G11");
  if (first === undefined || result === undefined) return null;
  const failing = isHeld && !hasQuota ? firstUnmet(years, "G11") : undefined;
  return {
    backboneShare: result.limits["backboneShare"] ?? 0,
    // A quota moves enough by itself; where nobody knows who is eligible only the backbone share can be kept.
    least: isHeld && !hasQuota ? (result.limits["rotatedShare"] ?? 0) * figure(result.figures, "eligible") : 0,
    neededBy: failing?.year ?? null,
  };
};

/**
 * The county as a plan begins with it: the mergers chosen, and the levers that the clauses call for, are there already.
 * What the clauses ask of the plan's own decisions, and what of them it cannot help, is written down.
 */
export const groundWithClauses = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  request: PlanRequest,
  closings: readonly Lever[],
  notBefore: number | null,
): Ground => {
  const at = (levers: readonly Lever[]): Ground =>
    groundOf(dataset, { ...document, levers: [...document.levers, ...levers] }, ruleSet, request, {
      notBefore,
      fixed: [...closings, ...levers],
    });
  const plain = at([]);
  const before = readClauses(plain, request.clauses);
  const leftOut = leftOutOf(before, request.clauses);
  const held = request.clauses.filter((clause) => leftOut.every((own) => own.clause !== clause));
  if (before.length === 0) return plain;
  const { levers, ground, after } = settled(plain, before.map(onlyHeld(held)), at);
  const others = levers.filter(({ type }) => type !== "rotation_quota");
  const hasQuota = others.length < levers.length;
  const rotation = rotationRule(held.includes("G11") ? after : before, held.includes("G11"), hasQuota);
  const canRotate = request.kinds.includes("rotate_teachers") && !hasQuota;
  const { teachers, classes } = ground.question.base;
  const rowOf = ground.question.rowOf;
  const teachersAClass = (key: string): number => {
    const [code = "", stage] = key.split(" ");
    const row = rowOf.get(code) ?? -1;
    const of = stage === "junior" ? "junior" : "primary";
    return (teachers[of].fullTime[row] ?? Number.NaN) / (classes[of][row] ?? Number.NaN);
  };
  const last = after.at(-1)?.results.get("G3")?.limits;
  return {
    ...(hasQuota ? notLeaningOn(ground, others.length === 0 ? plain : at(others)) : ground),
    clauses: {
      held,
      leftOut,
      unmet: new Set(
        before.flatMap(({ year, results }) => [...results].flatMap(([id, own]) => (own.verdict === "not_met" ? [`${year} ${id}`] : []))),
      ),
      obligations: held.includes("G3") || held.includes("G5") ? obligationsOf(before, after, teachersAClass) : [],
      stuck: stuckOf(
        after,
        held.filter((clause) => clause !== "G11" || !canRotate),
      ),
      rotation,
      quota: quotaShare(levers),
      roomAreas: { music: last?.["musicArea"] ?? 0, art: last?.["artArea"] ?? 0 },
    },
  };
};

const onlyHeld =
  (held: readonly PlanClause[]) =>
  (year: ClauseYear): ClauseYear => ({ ...year, results: new Map([...year.results].filter(([clause]) => held.includes(clause))) });

/** Part of the teachers that a quota moves each year. */
const quotaShare = (levers: readonly Lever[]): number =>
  levers.reduce((sum, lever) => (lever.type === "rotation_quota" ? sum + lever.eligibleShare * lever.rotationShare : sum), 0);
