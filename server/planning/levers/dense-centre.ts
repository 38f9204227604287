import type { CheckedCounty, LeverIssue } from "./lever";

/** Only a school in an over-dense centre may count it. */
export const denseCentreIssues = (schoolCode: string, county: CheckedCounty): readonly LeverIssue[] => {
  const school = county.schoolOf(schoolCode);
  return school === undefined || school.conditions.denseCentre === true
    ? []
    : [{ field: "schoolCode", key: "reliefNeedsDenseCentre", params: { schoolName: school.name } }];
};
