import type { Lever, leverInputs, UncertaintyRange, UncertaintySettings } from "../../contract";
import { effectYear } from "../levers/lever";
import { type BoundLever, boundLever } from "../levers/registry";
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
  /** Outermost delay, whole years. */
  readonly delay: number;
  /** Codes of planned schools without which it cannot begin. */
  readonly waitsFor: readonly string[];
}

/** From the least to the most, the likely one always within. */
const around = (low: number, likely: number, high: number): UncertaintyRange => ({
  low: Math.min(low, likely),
  likely,
  high: Math.max(high, likely),
});

/** Of a lever that states how much of it is reached, that share; of every other one, a factor on its quantity. */
const reachOf = (lever: Lever): UncertainLever["reach"] => {
  const { fulfilmentLow, fulfilmentHigh } = lever.uncertainty;
  switch (lever.type) {
    case "hire_teachers":
      return { input: "fulfilment", range: around(fulfilmentLow, lever.fulfilment, fulfilmentHigh) };
    case "upgrade_education":
    case "train_backbone":
    case "train_360":
    case "certify_teachers":
      return { input: "training", range: around(fulfilmentLow, lever.fulfilment, fulfilmentHigh) };
    case "close_school":
    case "open_school":
    case "class_cap":
    case "public_funds":
    case "training_funds":
    case "special_funds":
    case "teacher_pay":
    case "county_fact":
    case "declare":
    case "write_off":
      return null;
    default:
      return { input: "fulfilment", range: around(fulfilmentLow, 1, fulfilmentHigh) };
  }
};

/** The lever with so much of it reached. */
const reaching = (lever: Lever, reached: number): Lever => {
  switch (lever.type) {
    case "hire_teachers":
    case "upgrade_education":
    case "train_backbone":
    case "train_360":
    case "certify_teachers":
      return { ...lever, fulfilment: reached };
    case "build_classrooms":
    case "build_special_rooms":
    case "equip_multimedia":
      return { ...lever, rooms: lever.rooms * reached };
    case "build_sports":
    case "convert_sports":
    case "lease_venue":
      return { ...lever, areaM2: lever.areaM2 * reached };
    case "buy_equipment":
      return { ...lever, valueWan: lever.valueWan * reached };
    case "transfer_equipment":
      return { ...lever, valueWan: lever.valueWan * reached, multimediaRooms: lever.multimediaRooms * reached };
    case "rotate_teachers":
      return { ...lever, teachers: lever.teachers * reached };
    case "rotation_quota":
      return { ...lever, rotationShare: lever.rotationShare * reached };
    case "itinerant_teachers":
      return { ...lever, count: lever.count * reached };
    case "rezone":
      return { ...lever, share: lever.share * reached };
    default:
      return lever;
  }
};

const likelyReach = (lever: Lever): number => ("fulfilment" in lever ? lever.fulfilment : 1);

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
      reach: reachOf(lever),
      cost: around(lever.uncertainty.costLow, 1, lever.uncertainty.costHigh),
      delay: lever.uncertainty.delayYearsMax,
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
      if (delay === 0) return 0;
      const years = Math.min(delay, Math.floor(chooser.once("delay", { low: 0, likely: 0, high: delay + 1 }, subject)));
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
      let reached = likelyReach(lever);
      if (reach !== null && varies(reach.range)) {
        reached = chooser.once(reach.input, reach.range, subject);
        note(reach.input, reached / (reach.range.likely > 0 ? reach.range.likely : 1));
      }
      const factor = chooser.once("cost", cost, subject);
      if (varies(cost)) note("cost", factor);
      const moved = later(lever, begins - effect);
      if (moved === null) continue;
      const drawn = reached === likelyReach(lever) ? moved : reaching(moved, reached);
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
