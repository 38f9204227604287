import { type ResourceIndicator, resourceIndicators, type Verdict } from "@server/compliance/contract";
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
import { codeAt } from "../cells";
import { type IndicatorColumns, stateCode } from "../indicators";
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
    Record<
      Stage,
      {
        readonly sectionVerdicts: Uint8Array;
        readonly indicators: readonly Pick<IndicatorColumns, "state">[];
        readonly balances: readonly Pick<Balance, "verdict">[];
      }
    >
  >;
}

/**
 * One of the seven resource indicators as one of the 32: not met when its CV fails in a stage or when a school
 * that fails misses it; so all seven are met exactly when the resource part is.
 */
export const indicatorVerdict = (resource: ResourcePart, id: ResourceIndicator): Verdict => {
  const position = resourceIndicators.indexOf(id);
  let open = false;
  for (const stage of stages) {
    const { sectionVerdicts, indicators, balances } = resource.stages[stage];
    const balance = nameOf(balances[position]?.verdict ?? verdictCode.notEvaluable);
    if (balance === "not_met") return "not_met";
    if (balance === "not_evaluable") open = true;
    const state = indicators[position]?.state ?? new Uint8Array();
    for (let section = 0; section < state.length; section++) {
      const code = codeAt(state, section);
      const missed = code === stateCode.remainder || code === stateCode.below;
      if (missed && codeAt(sectionVerdicts, section) === verdictCode.notMet) return "not_met";
      if (code === stateCode.notEvaluable) open = true;
    }
  }
  return open ? "not_evaluable" : "met";
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

/**
 * All parts of 优质均衡 together. A part that fails decides; otherwise anything that cannot be judged leaves
 * the county incomplete (资料不全).
 */
export const overallOf = (resource: ResourcePart, { items, vetoes, eligibility, extras }: FurtherVerdicts): Overall => {
  const of = (ids: readonly ItemId[]): Verdict => all(ids.map((id) => items[id]));
  const parts = {
    resource: nameOf(resource.verdict),
    assurance: of(assuranceItems),
    quality: of(qualityItems),
    recognition: items.X1,
    vetoes: all(vetoes),
    eligibility,
    extras: all(extras),
  };
  const verdict = all(Object.values(parts));
  const indicators = [...resourceIndicators.map((id) => indicatorVerdict(resource, id)), ...itemIds.map((id) => items[id])];
  const count = (wanted: Verdict): number => indicators.filter((found) => found === wanted).length;
  return {
    verdict: verdict === "not_evaluable" ? "incomplete" : verdict,
    ...parts,
    met: count("met"),
    notMet: count("not_met"),
    notEvaluable: count("not_evaluable"),
  };
};
