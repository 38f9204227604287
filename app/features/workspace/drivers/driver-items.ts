import type { ItemId } from "@server/compliance/items-contract";
import type { Lever, LeverType } from "@server/planning/contract";

/** Levers that change what an item of the county judges, the one that is added first. */
const actsOn: Readonly<Partial<Record<ItemId, readonly [LeverType, ...LeverType[]]>>> = {
  G3: ["build_special_rooms"],
  G4: ["rezone", "open_school"],
  G5: ["class_cap", "build_classrooms", "rezone", "open_school"],
  G6: ["public_funds"],
  G7: ["special_funds"],
  G8: ["teacher_pay"],
  G9: ["train_360"],
  G11: ["rotation_quota", "rotate_teachers"],
  G12: ["certify_teachers"],
  G14: ["county_fact"],
  G15: ["county_fact"],
  Q2: ["county_fact"],
  Q4: ["training_funds"],
};

/** Levers of a plan that act on an item; of statements those that are about it. */
export const leversOfItem = (levers: readonly Lever[], item: ItemId): readonly Lever[] =>
  levers.filter(
    (lever) =>
      lever.enabled &&
      (lever.type === "declare" ? lever.item.startsWith(`${item}.`) : (actsOn[item]?.some((type) => type === lever.type) ?? false)),
  );

/** What is added where a plan does nothing for an item; null where only a figure or a statement of the county can help. */
export const leverTypeFor = (item: ItemId): LeverType | null => {
  const type = actsOn[item]?.[0] ?? null;
  return type === "county_fact" ? null : type;
};
