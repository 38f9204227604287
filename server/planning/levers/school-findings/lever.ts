import { gradeLevels } from "@server/statistics/facts-contract";
import type { LeverOf } from "../../contract";
import { at, type FurtherPath } from "../../engine/state";
import { effectYear, type LeverIssue, type LeverModel, type LeverYear, recurrentCost } from "../lever";

export type SchoolFindings = LeverOf<"school_findings">;

/** A stated finding as its column holds it. */
interface Stated {
  readonly path: FurtherPath;
  readonly value: number;
  /** True where a school's own finding is as good or better. */
  readonly isReached: (own: number) => boolean;
}

const ownFinding = (path: FurtherPath, stated: SchoolFindings["charter"]): readonly Stated[] => {
  if (stated === "keep") return [];
  const value = stated === "yes" ? 1 : 0;
  return [{ path, value, isReached: (own) => own >= value }];
};

const statedIn = ({ charter, informatised, moralEducation }: SchoolFindings): readonly Stated[] => {
  // Grades count from 0, the best.
  const grade = moralEducation === "keep" ? -1 : gradeLevels.indexOf(moralEducation);
  return [
    ...ownFinding("quality.charter", charter),
    ...ownFinding("quality.informatised", informatised),
    ...(grade === -1 ? [] : [{ path: "quality.moralEducation", value: grade, isReached: (own) => own <= grade } satisfies Stated]),
  ];
};

const apply = (lever: SchoolFindings, { state, rowOf }: LeverYear): void => {
  if (state.year < effectYear(lever)) return;
  const only = rowOf.get(lever.schoolCode);
  for (const { path, value, isReached } of statedIn(lever)) {
    const column = state.further[path];
    if (lever.schoolCode !== "") {
      if (only !== undefined) column[only] = value;
      continue;
    }
    // In every year anew: schools that open later are meant too.
    for (let row = 0; row < column.length; row += 1) {
      const teaches = state.taught.primary[row] === 1 || state.taught.junior[row] === 1;
      if (teaches && !isReached(at(column, row))) column[row] = value;
    }
  }
};

const issues: NonNullable<LeverModel<SchoolFindings>["issues"]> = (lever, _county, all) => {
  const found: LeverIssue[] = [];
  if (statedIn(lever).length === 0) found.push({ field: "charter", key: "findingsEmpty" });
  const isSame = (other: SchoolFindings): boolean => other.schoolCode === lever.schoolCode && effectYear(other) === effectYear(lever);
  if (all.some((other) => other !== lever && other.type === "school_findings" && isSame(other))) {
    found.push({ field: "schoolCode", key: "findingsTwice", params: { year: effectYear(lever) } });
  }
  return found;
};

/** 学校自评: from the effect year on, until a later one says otherwise of the school. */
export const schoolFindings: LeverModel<SchoolFindings> = {
  type: "school_findings",
  phase: "facts",
  schools: (lever) => (lever.schoolCode === "" ? [] : [{ field: "schoolCode", code: lever.schoolCode }]),
  issues,
  apply,
  cost: (lever, year) => recurrentCost(year.year >= effectYear(lever), lever.annualCostWan, year),
  summary: (lever) => ({
    key: lever.schoolCode === "" ? "school_findings.county" : "school_findings.school",
    params: {
      ...(lever.schoolCode === "" ? {} : { schoolCode: lever.schoolCode }),
      charter: lever.charter,
      informatised: lever.informatised,
      moralEducation: lever.moralEducation,
      effectYear: effectYear(lever),
    },
  }),
};
