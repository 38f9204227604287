import { type ResourceIndicator, resourceIndicators, type Verdict } from "@server/compliance/contract";
import { assuranceItems, type ItemId, qualityItems } from "@server/compliance/items-contract";
import { type Whole, wholeOfYear } from "@server/compliance/whole-contract";
import type { Lever, LeverType, ScenarioDocument } from "@server/planning/contract";
import { type Stage, stages } from "@server/statistics/contract";
import type { Limits } from "~/features/planning/result-view";
import { schoolsOf } from "../lever-figures";
import { resourceOf } from "../shortfalls";
import type { SectionOutcome, SimulationAnswer, YearSummary } from "../simulation-protocol";
import { leversOfItem, leverTypeFor } from "./driver-items";

/** Assumptions that can be changed from the graph, each a share. */
export const drivingAssumptions = [
  "entrantsTrendBeyondBirths",
  "juniorLeakage",
  "teacherAttrition",
  "teacherReplacement",
  "upgradingRate",
  "backboneRate",
] as const;
export type DrivingAssumption = (typeof drivingAssumptions)[number];

/** One figure on the way from the verdict to what drives it. */
export type Driver =
  | ({ readonly kind: "county" } & Whole)
  | { readonly kind: "stage"; readonly stage: Stage; readonly verdict: Verdict; readonly met: number; readonly of: number }
  | {
      readonly kind: "balance";
      readonly stage: Stage;
      readonly indicator: ResourceIndicator;
      readonly verdict: Verdict;
      readonly value: number | null;
      readonly limit: number | null;
    }
  | {
      readonly kind: "sections";
      readonly stage: Stage;
      readonly indicator: ResourceIndicator;
      /** `remainder`: some are below the standard, and the stage passes with them (余项). */
      readonly verdict: Verdict | "remainder";
      readonly failing: number;
      readonly of: number;
    }
  | { readonly kind: "items"; readonly part: "assurance" | "quality"; readonly verdict: Verdict; readonly met: number; readonly of: number }
  | { readonly kind: "item"; readonly item: ItemId; readonly verdict: Verdict }
  | { readonly kind: "section"; readonly section: SectionOutcome; readonly indicator: ResourceIndicator; readonly standard: number | null }
  | { readonly kind: "resource"; readonly indicator: ResourceIndicator; readonly value: number | null }
  | { readonly kind: "pupils"; readonly value: number | null }
  | { readonly kind: "lever"; readonly lever: Lever }
  | { readonly kind: "missing"; readonly indicator: ResourceIndicator; readonly schoolCode: string; readonly stage: Stage }
  | { readonly kind: "missing_item"; readonly type: LeverType }
  | { readonly kind: "assumption"; readonly name: DrivingAssumption; readonly value: number };

export interface DriverNode {
  readonly id: string;
  /** 0 is the verdict, each further column one step towards its causes. */
  readonly column: number;
  readonly driver: Driver;
}
export interface DriverGraph {
  readonly nodes: readonly DriverNode[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** The indicator of a stage that is followed down to its sections, or the item that is followed to its levers. */
  readonly focus: string | null;
}

const actsOn: Readonly<Record<ResourceIndicator, readonly LeverType[]>> = {
  R1: ["hire_teachers", "upgrade_education", "rotate_teachers", "rotation_quota"],
  R2: ["train_backbone", "hire_teachers", "rotate_teachers", "rotation_quota"],
  R3: ["hire_teachers", "itinerant_teachers", "rotate_teachers", "rotation_quota"],
  R4: ["build_classrooms", "build_special_rooms", "build_sports"],
  R5: ["build_sports", "convert_sports", "lease_venue"],
  R6: ["buy_equipment", "equip_multimedia", "transfer_equipment", "write_off"],
  R7: ["equip_multimedia", "build_classrooms", "transfer_equipment", "write_off"],
};
const actsOnPupils: readonly LeverType[] = ["rezone", "close_school", "open_school"];
const assumptionsOf: Readonly<Partial<Record<ResourceIndicator, readonly DrivingAssumption[]>>> = {
  R1: ["teacherAttrition", "teacherReplacement", "upgradingRate"],
  R2: ["teacherAttrition", "backboneRate"],
  R3: ["teacherAttrition", "teacherReplacement"],
};

const worstSections = 3;
const mostPerStage = 4;
const mostItems = 3;

const concerns = (lever: Lever, code: string): boolean => {
  const named = schoolsOf(lever);
  return lever.enabled && (named.length === 0 || named.includes(code));
};

/** Falls short by so much of the standard; sections that cannot be judged come last. */
const gap = ({ values }: SectionOutcome, indicator: ResourceIndicator, standard: number | null): number => {
  const value = values[indicator];
  return value === null || standard === null || standard === 0 ? Number.NEGATIVE_INFINITY : (standard - value) / standard;
};

interface Branch {
  readonly id: string;
  readonly driver: Extract<Driver, { kind: "balance" | "sections" }>;
  readonly fails: boolean;
  readonly weight: number;
}

const branchesOf = (year: YearSummary, stage: Stage, limits: Limits | null): readonly Branch[] => {
  const outcome = year.stages[stage];
  return resourceIndicators
    .flatMap((indicator): Branch[] => {
      const verdict = outcome.cvVerdict[indicator];
      const [value, limit] = [outcome.cv[indicator], limits?.[stage][indicator].cv ?? null];
      const failing = outcome.sectionsTotal - outcome.indicatorMet[indicator];
      return [
        {
          id: `balance:${stage}:${indicator}`,
          driver: { kind: "balance", stage, indicator, verdict, value, limit },
          fails: verdict !== "met",
          weight: value === null || limit === null ? 0 : value / limit,
        },
        {
          id: `sections:${stage}:${indicator}`,
          driver: {
            kind: "sections",
            stage,
            indicator,
            verdict: failing === 0 ? "met" : outcome.verdict === "met" ? "remainder" : "not_met",
            failing,
            of: outcome.sectionsTotal,
          },
          fails: failing > 0 && outcome.verdict !== "met",
          weight: failing / Math.max(outcome.sectionsTotal, 1),
        },
      ];
    })
    .sort((a, b) => Number(b.fails) - Number(a.fails) || b.weight - a.weight)
    .slice(0, mostPerStage);
};

/** The way from the verdict of a year to what drives it; one indicator is followed to its worst sections. */
export const driverGraph = (
  answer: Pick<SimulationAnswer, "sections" | "year" | "years" | "trial">,
  document: Pick<ScenarioDocument, "levers" | "assumptions">,
  limits: Limits | null,
  asked: string | null,
): DriverGraph => {
  const year = answer.trial[answer.years.indexOf(answer.year)];
  if (year === undefined) return { nodes: [], edges: [], focus: null };
  const nodes: DriverNode[] = [{ id: "county", column: 0, driver: { kind: "county", ...wholeOfYear(year) } }];
  const edges: { from: string; to: string }[] = [];
  const add = (id: string, column: number, driver: Driver, from: string): void => {
    if (!nodes.some((node) => node.id === id)) nodes.push({ id, column, driver });
    edges.push({ from, to: id });
  };
  const branches = stages.flatMap((stage) => {
    const { verdict, sectionsMet: met, sectionsTotal: of } = year.stages[stage];
    add(stage, 1, { kind: "stage", stage, verdict, met, of }, "county");
    const found = branchesOf(year, stage, limits);
    for (const { id, driver } of found) add(id, 2, driver, stage);
    return found;
  });
  const failingItems: ItemId[] = [];
  for (const [part, ids] of [
    ["assurance", assuranceItems],
    ["quality", qualityItems],
  ] as const) {
    const { items } = year;
    if (items === null) continue;
    const failing = ids.filter((id) => items[id] === "not_met");
    const met = ids.filter((id) => items[id] === "met").length;
    const verdict = failing.length > 0 ? "not_met" : met === ids.length ? "met" : "not_evaluable";
    add(part, 1, { kind: "items", part, verdict, met, of: ids.length }, "county");
    for (const item of failing.slice(0, mostItems)) {
      failingItems.push(item);
      add(`item:${item}`, 2, { kind: "item", item, verdict: "not_met" }, part);
    }
  }
  const [worstBranch] = [...branches].sort((a, b) => Number(b.fails) - Number(a.fails) || b.weight - a.weight);
  const named = branches.find(({ id }) => id === asked);
  const item =
    named === undefined ? (failingItems.find((id) => `item:${id}` === asked) ?? (worstBranch?.fails ? null : failingItems[0])) : null;
  if (item != null) {
    const levers = leversOfItem(document.levers, item);
    for (const lever of levers) add(`lever:${lever.id}`, 3, { kind: "lever", lever }, `item:${item}`);
    const type = leverTypeFor(item);
    if (levers.length === 0 && type !== null) add(`missing:${item}`, 3, { kind: "missing_item", type }, `item:${item}`);
    return { nodes, edges, focus: `item:${item}` };
  }
  const followed = named ?? worstBranch;
  if (followed === undefined) return { nodes, edges, focus: null };
  const { stage, indicator } = followed.driver;
  const standard = limits?.[stage][indicator].standard ?? null;
  const worst = answer.sections
    .filter((section) => section.stage === stage)
    .sort((a, b) => gap(b, indicator, standard) - gap(a, indicator, standard) || (a.id < b.id ? -1 : 1))
    .slice(0, worstSections);
  for (const section of worst) {
    const code = section.schoolCode;
    add(`section:${section.id}`, 3, { kind: "section", section, indicator, standard }, followed.id);
    add(`resource:${section.id}`, 4, { kind: "resource", indicator, value: resourceOf(section, indicator) }, `section:${section.id}`);
    add(`pupils:${section.id}`, 4, { kind: "pupils", value: section.pupils }, `section:${section.id}`);
    const levers = document.levers.filter((lever) => actsOn[indicator].includes(lever.type) && concerns(lever, code));
    for (const lever of levers) add(`lever:${lever.id}`, 5, { kind: "lever", lever }, `resource:${section.id}`);
    if (levers.length === 0)
      add(`missing:${section.id}`, 5, { kind: "missing", indicator, schoolCode: code, stage }, `resource:${section.id}`);
    for (const lever of document.levers.filter((one) => actsOnPupils.includes(one.type) && concerns(one, code)))
      add(`lever:${lever.id}`, 5, { kind: "lever", lever }, `pupils:${section.id}`);
    for (const name of assumptionsOf[indicator] ?? [])
      add(`assumption:${name}`, 5, { kind: "assumption", name, value: document.assumptions[name] }, `resource:${section.id}`);
    const pupilAssumption = stage === "junior" ? "juniorLeakage" : "entrantsTrendBeyondBirths";
    add(
      `assumption:${pupilAssumption}`,
      5,
      { kind: "assumption", name: pupilAssumption, value: document.assumptions[pupilAssumption] },
      `pupils:${section.id}`,
    );
  }
  return { nodes, edges, focus: followed.id };
};
