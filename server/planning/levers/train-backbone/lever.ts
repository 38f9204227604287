import type { LeverOf } from "../../contract";
import { at } from "../../engine/state";
import { programme } from "../programme";

/** 骨干教师培养. */
export const trainBackbone = programme<LeverOf<"train_backbone">>("train_backbone", (lever, { state }) => {
  const { backbone, fullTime } = state.teachers[lever.stage];
  return { column: backbone, teachers: (row) => at(fullTime, row) };
});
