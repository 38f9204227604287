import type { LeverOf } from "../../contract";
import { at } from "../../engine/state";
import { programme } from "../programme";

/** 在职学历提升. */
export const upgradeEducation = programme<LeverOf<"upgrade_education">>("upgrade_education", (lever, { state }) => {
  const { aboveRequiredEducation, fullTime } = state.teachers[lever.stage];
  return { column: aboveRequiredEducation, teachers: (row) => at(fullTime, row) };
});
