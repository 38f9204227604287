import type { Lever, leverInputs, UncertaintyRange, UncertaintySettings } from "../../contract";
import { effectYear } from "../../levers/lever";
import { type BoundLever, boundLever } from "../../levers/registry";
import { inOrder } from "../simulate";
import type { Chooser } from "./chooser";
import { varies } from "./range";
import { subjectOf } from "./uniform";

type LeverInput = (typeof leverInputs)[number];

/** The levers of one draw, in their order of action, and the factor on the money of each. */
export interface DrawnLevers {
  readonly levers: readonly BoundLever[];
  readonly costFactors: readonly number[];
  /** Mean of each input over the levers that it concerns; NaN where it concerns none. */
  readonly means: Readonly<Record<LeverInput, number>>;
}

/** What of a lever may come otherwise. */
interface UncertainLever {
  readonly bound: BoundLever;
  readonly subject: number;
  readonly reach: { readonly input: "fulfilment" | "training"; readonly range: UncertaintyRange } | null;
  readonly cost: UncertaintyRange;
  /** Whole years by which it comes later. */
  readonly delay: UncertaintyRange;
  /** Codes of planned schools without which it cannot begin. */
  readonly waitsFor: readonly string[];
}

/** From the least to the most, the likely one always within. */
const around = (low: number, likely: number, high: number): UncertaintyRange => ({
  low: Math.min(low, likely),
  likely,
  high: Math.max(high, likely),
});

/** The range of which the whole part is a delay: stretched by a year, so that the likely year is the most frequent one. */
const wholeYears = ({ low, likely, high }: UncertaintyRange): UncertaintyRange => ({
  low,
  likely: low + ((likely - low) * (high + 1 - low)) / (high - low),
  high: high + 1,
});

const reachOf = ({ reach, lever }: BoundLever): UncertainLever["reach"] => {
  const { fulfilmentLow, fulfilmentHigh } = lever.uncertainty;
  return reach === null ? null : { input: reach.input, range: around(fulfilmentLow, reach.likely, fulfilmentHigh) };
};

/** The lever some years later; null where it would come after its own end. Its capital is spread over the longer work. */
const later = (lever: Lever, years: number): Lever | null => {
  if (years === 0) return lever;
  const moved = { ...lever, leadYears: lever.leadYears + years };
  return "endYear" in moved && effectYear(moved) > moved.endYear ? null : moved;
};

const nobody: DrawnLevers["means"] = { fulfilment: Number.NaN, training: Number.NaN, delay: Number.NaN, cost: Number.NaN };

/** Answers the levers of a draw. What a lever gets depends on its own id, so other levers never change it. */
export const drawnLevers = (enabled: readonly Lever[], { leverRanges }: UncertaintySettings): ((chooser: Chooser) => DrawnLevers) => {
  const planned = new Map(enabled.flatMap((lever) => (lever.type === "open_school" ? [[lever.code, effectYear(lever)] as const] : [])));
  const bounds = inOrder(enabled);
  if (!leverRanges) return () => ({ levers: bounds, costFactors: bounds.map(() => 1), means: nobody });
  const all = bounds.map((bound): UncertainLever => {
    const { lever } = bound;
    return {
      bound,
      subject: subjectOf(lever.id),
      reach: reachOf(bound),
      cost: around(lever.uncertainty.costLow, lever.uncertainty.costLikely, lever.uncertainty.costHigh),
      delay: around(lever.uncertainty.delayYearsMin, lever.uncertainty.delayYearsLikely, lever.uncertainty.delayYearsMax),
      waitsFor: lever.type === "open_school" ? [] : bound.schools.flatMap(({ code }) => (planned.has(code) ? [code] : [])),
    };
  });

  return (chooser) => {
    const sums: Record<LeverInput, number> = { fulfilment: 0, training: 0, delay: 0, cost: 0 };
    const counts: Record<LeverInput, number> = { fulfilment: 0, training: 0, delay: 0, cost: 0 };
    const note = (input: LeverInput, value: number): void => {
      sums[input] += value;
      counts[input] += 1;
    };
    const delayOf = ({ delay, subject }: UncertainLever): number => {
      if (!varies(delay)) return delay.low;
      const years = Math.min(delay.high, Math.floor(chooser.once("delay", wholeYears(delay), subject)));
      note("delay", years);
      return years;
    };
    const opens = new Map<string, number>();
    for (const uncertain of all) {
      const { lever } = uncertain.bound;
      if (lever.type === "open_school") opens.set(lever.code, effectYear(lever) + delayOf(uncertain));
    }
    const levers: BoundLever[] = [];
    const costFactors: number[] = [];
    for (const uncertain of all) {
      const { bound, subject, reach, cost, waitsFor } = uncertain;
      const { lever } = bound;
      const effect = effectYear(lever);
      const due = lever.type === "open_school" ? (opens.get(lever.code) ?? effect) : effect + delayOf(uncertain);
      const begins = waitsFor.reduce((latest, code) => Math.max(latest, opens.get(code) ?? latest), due);
      let reached = bound.reach?.likely ?? 1;
      if (reach !== null && varies(reach.range)) {
        reached = chooser.once(reach.input, reach.range, subject);
        note(reach.input, reached / (reach.range.likely > 0 ? reach.range.likely : 1));
      }
      const factor = chooser.once("cost", cost, subject);
      if (varies(cost)) note("cost", factor);
      const sized = bound.reach === null || reached === bound.reach.likely ? lever : bound.reach.reaching(reached);
      const drawn = later(sized, begins - effect);
      if (drawn === null) continue;
      levers.push(drawn === lever ? bound : boundLever(drawn));
      costFactors.push(factor);
    }
    const mean = (input: LeverInput): number => (counts[input] === 0 ? Number.NaN : sums[input] / counts[input]);
    return {
      levers,
      costFactors,
      means: { fulfilment: mean("fulfilment"), training: mean("training"), delay: mean("delay"), cost: mean("cost") },
    };
  };
};
