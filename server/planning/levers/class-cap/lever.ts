import type { LeverOf } from "../../contract";
import { effectYear, type LeverModel, noCost } from "../lever";

/** 班额上限: the cap of a school, or of every school, from the effect year on. What the split classes lack stands in each year's outcome. */
export const classCap: LeverModel<LeverOf<"class_cap">> = {
  type: "class_cap",
  phase: "caps",
  schools: (lever) =>
    lever.schoolCode === "" ? [] : [{ field: "schoolCode", code: lever.schoolCode, stage: lever.stage, stageField: "stage" }],
  apply: (lever, { state, rowOf }) => {
    if (state.year !== effectYear(lever)) return;
    const caps = state.caps[lever.stage];
    if (lever.schoolCode === "") caps.fill(lever.cap);
    else caps[rowOf.get(lever.schoolCode) ?? -1] = lever.cap;
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
