import {
  type IndicatorState,
  type ResourceIndicator,
  resourceIndicators,
  type StageAssessment,
  type Verdict,
} from "@server/compliance/contract";
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

/** The 25 items, the vetoes, eligibility and the extras of layers. */
export interface ItemsJudgement {
  readonly items: Readonly<Record<ItemId, ItemResult>>;
  readonly vetoes: readonly VetoResult[];
  readonly eligibility: Eligibility;
  readonly extras: readonly ExtraResult[];
}

const all = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes("not_met") ? "not_met" : verdicts.includes("not_evaluable") ? "not_evaluable" : "met";

/** What the resource part says of its stages; the assessment of a county has more. */
export type ResourcePart = Readonly<Record<Stage, Pick<StageAssessment, "balance" | "sections">>>;

const misses: readonly IndicatorState[] = ["remainder", "below"];

/**
 * One of the seven resource indicators as one of the 32: not met when its CV fails in a stage or when a school
 * that fails misses it; so all seven are met exactly when the resource part is.
 */
export const indicatorVerdict = (resource: ResourcePart, id: ResourceIndicator): Verdict =>
  all(
    stages.flatMap((stage): Verdict[] => {
      const { balance, sections } = resource[stage];
      const inSections = sections.map(({ verdict, indicators }): Verdict => {
        const { state } = indicators[id];
        if (verdict === "not_met" && misses.includes(state)) return "not_met";
        return state === "not_evaluable" ? "not_evaluable" : "met";
      });
      return [balance[id].verdict, ...inSections];
    }),
  );

const vetoVerdict = ({ state }: VetoResult): Verdict => (state === "occurred" ? "not_met" : state === "clear" ? "met" : "not_evaluable");

/**
 * All parts of 优质均衡 together. A part that fails decides; otherwise anything that cannot be judged leaves
 * the county incomplete (资料不全).
 */
export const overallOf = (resourceVerdict: Verdict, resource: ResourcePart, judged: ItemsJudgement): Overall => {
  const { items, vetoes, eligibility, extras } = judged;
  const of = (ids: readonly ItemId[]): Verdict => all(ids.map((id) => items[id].verdict));
  const parts = {
    resource: resourceVerdict,
    assurance: of(assuranceItems),
    quality: of(qualityItems),
    recognition: items.X1.verdict,
    vetoes: all(vetoes.map(vetoVerdict)),
    eligibility: eligibility.verdict,
    extras: all(extras.map(({ verdict }) => verdict)),
  };
  const verdict = all(Object.values(parts));
  const indicators = [...resourceIndicators.map((id) => indicatorVerdict(resource, id)), ...itemIds.map((id) => items[id].verdict)];
  const count = (wanted: Verdict): number => indicators.filter((found) => found === wanted).length;
  return {
    verdict: verdict === "not_evaluable" ? "incomplete" : verdict,
    ...parts,
    met: count("met"),
    notMet: count("not_met"),
    notEvaluable: count("not_evaluable"),
  };
};
