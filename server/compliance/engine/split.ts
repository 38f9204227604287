import type { Stage } from "@server/statistics/contract";
import { add, divide, type Fraction, fractionOf, multiply, one, zero } from "./exact";
import type { Unit } from "./inclusion";
import type { StageWeights } from "./rule-set";
import type { Rules } from "./rules-in-force";

/**
 * 一贯制学校、完全中学资源拆分: a school's rooms, fields and equipment are shared between its stages by
 * weighted pupils. Pupils, and the weight of a section in the CV, stay the real numbers.
 */

const weightsOfStages = ({ pupils }: Unit, split: Rules["split"]): StageWeights | null => {
  const primary = pupils.primary !== 0;
  const junior = pupils.junior !== 0;
  const senior = pupils.senior !== 0;
  if (primary && senior) return split.allStages;
  if (primary && junior) return split.primaryJunior;
  return junior && senior ? split.juniorSenior : null;
};

/**
 * Weights of those who share a school; null when it has pupils of one stage only. A missing stage counts as
 * taught. Where the rules weigh an attached kindergarten (附设幼儿班), its children share too.
 */
export const weightsOf = (unit: Unit, split: Rules["split"]): StageWeights | null => {
  const stages = weightsOfStages(unit, split);
  if (split.kindergarten === 0 || unit.pupils.kindergarten === 0) return stages;
  return { ...(stages ?? split.allStages), kindergarten: split.kindergarten };
};

/** All who may share the rooms of a school. */
export const sharingStages = ["primary", "junior", "senior", "kindergarten"] as const;
export type Sharing = (typeof sharingStages)[number];

/** Weights have at most four decimals; as whole numbers they add no rounding noise to whole pupils. */
export const wholeWeight = (weight: number | undefined): number => Math.round((weight ?? 0) * 10_000);

/** Weighted pupils of one stage and of the whole school: its part of R4–R7 is `part / whole`. */
export interface Portion {
  readonly part: number;
  readonly whole: number;
}

/** The same while it follows the pupils of its school. */
export interface MovingPortion extends Portion {
  part: number;
  whole: number;
}

/** Who has no weight need not be reported. */
const weighted = (pupils: number, weight: number | undefined): number => {
  const whole = wholeWeight(weight);
  return whole > 0 ? whole * pupils : 0;
};

/** Writes what goes to one stage by the weights of those who share; NaN when pupils of a sharing stage are missing. */
export const writePortion = (portion: MovingPortion, { pupils }: Unit, stage: Stage, weights: StageWeights): void => {
  const { primary, junior, senior, kindergarten } = weights;
  portion.part = wholeWeight(weights[stage]) * pupils[stage];
  portion.whole =
    weighted(pupils.primary, primary) +
    weighted(pupils.junior, junior) +
    weighted(pupils.senior, senior) +
    weighted(pupils.kindergarten, kindergarten);
};

/** The same anew: all of it unmixed. */
export const portionOf = (unit: Unit, stage: Stage, weights: StageWeights | null): MovingPortion => {
  const portion = { part: 1, whole: 1 };
  if (weights !== null) writePortion(portion, unit, stage, weights);
  return portion;
};

/** The portion as one fraction without rounding, from the exact pupils of the unit. */
export const exactShareOf = (
  unit: Unit,
  stage: Stage,
  split: Rules["split"],
  exactPupils: Readonly<Record<Sharing, Fraction>>,
): Fraction => {
  const weights = weightsOf(unit, split);
  if (weights === null) return one;
  const weighted = (of: Sharing): Fraction => (weights[of] === undefined ? zero : multiply(fractionOf(weights[of]), exactPupils[of]));
  return divide(weighted(stage), sharingStages.map(weighted).reduce(add, zero));
};
