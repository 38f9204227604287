import type { LeverOf } from "../../contract";
import { at } from "../../engine/state";
import { effectYear, type LeverModel, noCost } from "../lever";

/**
 * 班额上限 of a school, or of every school, from the effect year on. Of all that are in force at a school, the assumed one of the
 * county among them, the lowest holds, whichever began first. What the split classes lack stands in each year's outcome.
 */
export const classCap: LeverModel<LeverOf<"class_cap">> = {
  type: "class_cap",
  phase: "caps",
  schools: (lever) =>
    lever.schoolCode === "" ? [] : [{ field: "schoolCode", code: lever.schoolCode, stage: lever.stage, stageField: "stage" }],
  apply: (lever, { state, rowOf }) => {
    if (state.year !== effectYear(lever)) return;
    const caps = state.caps[lever.stage];
    const rows = lever.schoolCode === "" ? rowOf.values() : [rowOf.get(lever.schoolCode) ?? -1];
    for (const row of rows) caps[row] = Math.min(at(caps, row), lever.cap);
  },
  cost: () => noCost,
  summary: (lever) => ({
    key: lever.schoolCode === "" ? "class_cap.county" : "class_cap.school",
    params: {
      ...(lever.schoolCode === "" ? {} : { schoolCode: lever.schoolCode }),
      stage: lever.stage,
      cap: lever.cap,
      effectYear: effectYear(lever),
    },
  }),
};
