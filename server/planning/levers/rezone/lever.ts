import type { LeverOf } from "../../contract";
import { movePupils, moveZone } from "../../engine/network";
import { effectYear, type LeverModel, noCost, ofQuantity } from "../lever";
import { sameSchoolIssues } from "../same-school";

/** 调整学区: future entrants, and where asked the pupils of all grades once, go to the other school. */
export const rezone: LeverModel<LeverOf<"rezone">> = {
  type: "rezone",
  phase: "zones",
  reach: ofQuantity((lever, reached) => ({ ...lever, share: lever.share * reached })),
  schools: (lever) => [
    { field: "fromCode", code: lever.fromCode, stage: lever.stage, stageField: "stage" },
    { field: "toCode", code: lever.toCode, stage: lever.stage, stageField: "stage" },
  ],
  issues: (lever) => sameSchoolIssues(lever),
  apply: (lever, { state, rowOf }) => {
    const fromRow = rowOf.get(lever.fromCode);
    const toRow = rowOf.get(lever.toCode);
    if (fromRow === undefined || toRow === undefined || state.year !== effectYear(lever)) return;
    moveZone(state, lever.stage, fromRow, toRow, lever.share);
    if (lever.scope === "all_pupils") movePupils(state, lever.stage, fromRow, toRow, lever.share);
  },
  cost: () => noCost,
  summary: (lever) => ({
    key: lever.scope === "all_pupils" ? "rezone.pupils" : "rezone.entrants",
    params: { fromCode: lever.fromCode, toCode: lever.toCode, stage: lever.stage, movedShare: lever.share, effectYear: effectYear(lever) },
  }),
};
