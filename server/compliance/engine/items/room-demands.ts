import type { ParameterValues } from "@server/compliance/rules-contract";
import type { Stage } from "@server/statistics/contract";
import { perRules, type Rules } from "../rules-in-force";
import type { RoomKind } from "./room-stock";

/** How many rooms of which area G3 asks of a school, as a rule and under its reliefs. */

export const oldBuildingRelief = "relief.G3.oldBuilding.on";
export const smallRuralRelief = "relief.G3.smallRural.on";
export type ReliefId = typeof oldBuildingRelief | typeof smallRuralRelief;

export type Areas = Readonly<Record<Stage, number>>;

/** Least areas of a kind of room. */
export const areasOf = ({ values }: Rules, kind: RoomKind, reliefs: readonly ReliefId[]): Areas => {
  const of = (stage: Stage): number =>
    Math.min(
      values[`G3.area.${kind}`],
      reliefs.includes(oldBuildingRelief) ? values[`relief.G3.oldBuilding.area.${kind}`] : Number.POSITIVE_INFINITY,
      reliefs.includes(smallRuralRelief) ? values[`relief.G3.smallRural.${stage}.${kind}`] : Number.POSITIVE_INFINITY,
    );
  return { primary: of("primary"), junior: of("junior") };
};

/** What the rules ask of every school alike. */
export interface RoomRules {
  /** Classes that one room serves. */
  readonly full: number;
  readonly mixed: ParameterValues["G3.mixedStages"];
  /** Least areas without any relief. */
  readonly plain: Readonly<Record<RoomKind, Areas>>;
  /** The same as one word: equal where the rules of two days ask for the same. */
  readonly plainKey: string;
}

export const roomRules = perRules((rules): RoomRules => {
  const plain = { music: areasOf(rules, "music", []), art: areasOf(rules, "art", []) };
  return {
    full: rules.values["G3.classesPerRoom"],
    mixed: rules.values["G3.mixedStages"],
    plain,
    plainKey: JSON.stringify(plain),
  };
});

/**
 * Rooms of one kind that the classes of a school ask for, told one demand after the other: so many (`need`) of at
 * least an area. A stage whose classes are missing asks for an unknown number (NaN).
 */
export const tellDemands = (
  { full, mixed }: RoomRules,
  primary: number,
  junior: number,
  areas: Areas,
  tell: (area: number, need: number) => void,
): void => {
  const ofPrimary = Math.ceil(primary / full);
  const ofJunior = Math.ceil(junior / full);
  if (junior === 0 || primary === 0 || mixed === "shared") {
    if (primary !== 0) tell(areas.primary, ofPrimary);
    if (junior !== 0) tell(areas.junior, ofJunior);
    return;
  }
  const primaryLarger = areas.primary > areas.junior;
  const larger = primaryLarger ? areas.primary : areas.junior;
  if (mixed === "all_classes") {
    tell(larger, Math.ceil((primary + junior) / full));
    return;
  }
  const smaller = primaryLarger ? areas.junior : areas.primary;
  tell(larger, primaryLarger ? ofPrimary : ofJunior);
  tell(smaller, ofPrimary + ofJunior);
};
