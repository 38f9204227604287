import type { LeverIssue } from "./lever";

/** From a school to itself nothing moves. */
export const sameSchoolIssues = ({ fromCode, toCode }: { readonly fromCode: string; readonly toCode: string }): readonly LeverIssue[] =>
  fromCode === toCode ? [{ field: "toCode", key: "sameSchool" }] : [];
