import type { Lever, LeverOf } from "../../contract";
import { type CheckedCounty, effectYear, type LeverIssue, type LeverModel, noCost, ofQuantity } from "../lever";
import { sameSchoolIssues } from "../same-school";

type Rezone = LeverOf<"rezone">;

/** What leaves a section in one year is counted of the same zone, and cannot be more than all of it. */
const shareIssues = (lever: Rezone, county: CheckedCounty, all: readonly Lever[]): readonly LeverIssue[] => {
  const together = all.filter(
    (other): other is Rezone =>
      other.type === "rezone" &&
      other.fromCode === lever.fromCode &&
      other.stage === lever.stage &&
      effectYear(other) === effectYear(lever),
  );
  const share = together.reduce((sum, other) => sum + other.share, 0);
  const schoolName = county.schoolOf(lever.fromCode)?.name ?? lever.fromCode;
  return share > 1 + 1e-9 ? [{ field: "share", key: "rezoneSharesOverOne", params: { schoolName, year: effectYear(lever) } }] : [];
};

/**
 * 调整学区: future entrants, and where asked the pupils of all grades once, go to the other school. All of one year move together,
 * each by its share of the zone as it was before.
 */
export const rezone: LeverModel<Rezone> = {
  type: "rezone",
  phase: "zones",
  reach: ofQuantity((lever, reached) => ({ ...lever, share: lever.share * reached })),
  schools: (lever) => [
    { field: "fromCode", code: lever.fromCode, stage: lever.stage, stageField: "stage" },
    { field: "toCode", code: lever.toCode, stage: lever.stage, stageField: "stage" },
  ],
  issues: (lever, county, all) => [...sameSchoolIssues(lever), ...shareIssues(lever, county, all)],
  apply: (lever, { state, rowOf, rezone: move }) => {
    const fromRow = rowOf.get(lever.fromCode);
    const toRow = rowOf.get(lever.toCode);
    if (fromRow === undefined || toRow === undefined || state.year !== effectYear(lever)) return;
    move({ stage: lever.stage, fromRow, toRow, share: lever.share, pupils: lever.scope === "all_pupils" });
  },
  cost: () => noCost,
  summary: (lever) => ({
    key: lever.scope === "all_pupils" ? "rezone.pupils" : "rezone.entrants",
    params: { fromCode: lever.fromCode, toCode: lever.toCode, stage: lever.stage, movedShare: lever.share, effectYear: effectYear(lever) },
  }),
};
