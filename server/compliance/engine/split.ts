import type { Stage } from "@server/statistics/contract";
import { add, divide, type Fraction, fractionOf, multiply, one, zero } from "./exact";
import type { Unit } from "./inclusion";
import type { StageWeights } from "./rule-set";
import type { Rules } from "./rules-in-force";

/**
 * 一贯制学校、完全中学资源拆分: a school's rooms, fields and equipment are shared between its stages by
 * weighted pupils. Pupils, and the weight of a section in the CV, stay the real numbers.
 */

/** Weights for the stages that a school teaches; null when it teaches one stage only. A missing stage counts as taught. */
export const weightsOf = ({ pupils }: Unit, split: Rules["split"]): StageWeights | null => {
  const primary = pupils.primary !== 0;
  const junior = pupils.junior !== 0;
  const senior = pupils.senior !== 0;
  if (primary && senior) return split.allStages;
  if (primary && junior) return split.primaryJunior;
  return junior && senior ? split.juniorSenior : null;
};

const sharingStages = ["primary", "junior", "senior"] as const;

/** Share of the school's R4–R7 resources that goes to one stage: 1 unmixed, NaN when pupils of a sharing stage are missing. */
export const shareOf = (unit: Unit, stage: Stage, split: Rules["split"]): number => {
  const weights = weightsOf(unit, split);
  if (weights === null) return 1;
  let weighted = 0;
  for (const sharing of sharingStages) weighted += (weights[sharing] ?? 0) * unit.pupils[sharing];
  return ((weights[stage] ?? 0) * unit.pupils[stage]) / weighted;
};

/** `shareOf` without rounding, from the exact pupils of the unit. */
export const exactShareOf = (
  unit: Unit,
  stage: Stage,
  split: Rules["split"],
  exactPupils: Readonly<Record<(typeof sharingStages)[number], Fraction>>,
): Fraction => {
  const weights = weightsOf(unit, split);
  if (weights === null) return one;
  const weighted = (of: (typeof sharingStages)[number]): Fraction => multiply(fractionOf(weights[of] ?? 0), exactPupils[of]);
  return divide(weighted(stage), sharingStages.map(weighted).reduce(add, zero));
};
