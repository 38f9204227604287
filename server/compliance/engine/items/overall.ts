import { resourceIndicators, type Verdict } from "@server/compliance/contract";
import {
  assuranceItems,
  type Eligibility,
  type ExtraResult,
  type ItemId,
  type ItemResult,
  itemIds,
  type Overall,
  qualityItems,
  type VetoResult,
} from "@server/compliance/items-contract";
import { type Stage, stages } from "@server/statistics/contract";
import type { Balance } from "../balance";
import type { StageVerdicts } from "../kernel";
import { missesOf } from "../misses";
import { nameOf, verdictCode } from "../verdicts";

/** The 25 items, the vetoes, eligibility and the extras of layers. */
export interface ItemsJudgement {
  readonly items: Readonly<Record<ItemId, ItemResult>>;
  readonly vetoes: readonly VetoResult[];
  readonly eligibility: Eligibility;
  readonly extras: readonly ExtraResult[];
}

/** The same without reasons. */
export interface FurtherVerdicts {
  readonly items: Readonly<Record<ItemId, Verdict>>;
  readonly vetoes: readonly Verdict[];
  readonly eligibility: Verdict;
  readonly extras: readonly Verdict[];
}

const all = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes("not_met") ? "not_met" : verdicts.includes("not_evaluable") ? "not_evaluable" : "met";

/** What the resource part says of its stages; verdicts are indices into `verdictNames`. */
export interface ResourcePart {
  readonly verdict: number;
  readonly stages: Readonly<
    Record<Stage, Pick<StageVerdicts, "states" | "sectionVerdicts"> & { readonly balances: readonly Pick<Balance, "verdict">[] }>
  >;
}

/**
 * The seven resource indicators as seven of the 32: one is not met when its CV fails in a stage or when a school that
 * fails misses it; so all seven are met exactly when the resource part is.
 */
export const indicatorVerdicts = (resource: ResourcePart): readonly Verdict[] => {
  const parts = stages.map((stage) => ({ ...missesOf(resource.stages[stage]), balances: resource.stages[stage].balances }));
  return resourceIndicators.map((_, position) => {
    const bit = 1 << position;
    let open = false;
    for (const { failing, unknown, balances } of parts) {
      const balance = balances[position]?.verdict ?? verdictCode.notEvaluable;
      if (balance === verdictCode.notMet || (failing & bit) !== 0) return "not_met";
      if (balance === verdictCode.notEvaluable || (unknown & bit) !== 0) open = true;
    }
    return open ? "not_evaluable" : "met";
  });
};

export const vetoVerdict = ({ state }: Pick<VetoResult, "state">): Verdict =>
  state === "occurred" ? "not_met" : state === "clear" ? "met" : "not_evaluable";

/** What a judgement says, its reasons left out. */
export const verdictsOf = ({ items, vetoes, eligibility, extras }: ItemsJudgement): FurtherVerdicts => ({
  items: Object.fromEntries(itemIds.map((id) => [id, items[id].verdict])) as Record<ItemId, Verdict>,
  vetoes: vetoes.map(vetoVerdict),
  eligibility: eligibility.verdict,
  extras: extras.map(({ verdict }) => verdict),
});

type Parts = Omit<Overall, "verdict" | "met" | "notMet" | "notEvaluable">;

const partsOf = ({ verdict }: Pick<ResourcePart, "verdict">, { items, vetoes, eligibility, extras }: FurtherVerdicts): Parts => {
  const of = (ids: readonly ItemId[]): Verdict => {
    let isOpen = false;
    for (const id of ids) {
      if (items[id] === "not_met") return "not_met";
      if (items[id] === "not_evaluable") isOpen = true;
    }
    return isOpen ? "not_evaluable" : "met";
  };
  return {
    resource: nameOf(verdict),
    assurance: of(assuranceItems),
    quality: of(qualityItems),
    recognition: items.X1,
    vetoes: all(vetoes),
    eligibility,
    extras: all(extras),
  };
};

const wholeOf = (parts: Parts): Overall["verdict"] => {
  const verdict = all(Object.values(parts));
  return verdict === "not_evaluable" ? "incomplete" : verdict;
};

/**
 * All parts of 优质均衡 together. A part that fails decides; otherwise anything that cannot be judged leaves
 * the county incomplete (资料不全).
 */
export const overallOf = (resource: ResourcePart, further: FurtherVerdicts): Overall => {
  const parts = partsOf(resource, further);
  const indicators = [...indicatorVerdicts(resource), ...itemIds.map((id) => further.items[id])];
  const count = (wanted: Verdict): number => indicators.filter((found) => found === wanted).length;
  return { verdict: wholeOf(parts), ...parts, met: count("met"), notMet: count("not_met"), notEvaluable: count("not_evaluable") };
};

/** The verdict of `overallOf` alone. */
export const wholeVerdict = (resource: Pick<ResourcePart, "verdict">, further: FurtherVerdicts): Overall["verdict"] =>
  wholeOf(partsOf(resource, further));
