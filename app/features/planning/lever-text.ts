import type { Lever, Projection, ScenarioSchool } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { useCallback, useMemo } from "react";
import { summaryText } from "./outline-text";

/** Name of a school by its code; the code itself when the data do not know it. */
export const useSchoolName = (schools: readonly ScenarioSchool[]): ((code: string) => string) => {
  const names = useMemo(() => new Map(schools.map(({ code, name }) => [code, name])), [schools]);
  return useCallback((code) => names.get(code) ?? code, [names]);
};

/** A lever in two lines: what it is; what it does, where and from when. */
export const leverTitle = (
  t: TFunction,
  lever: Lever,
  outlines: readonly Projection["levers"][number][],
  schoolName: (code: string) => string,
): { readonly title: string; readonly detail: string } => {
  const outline = outlines.find(({ id }) => id === lever.id);
  return {
    title: t(`planning:lever.${lever.type}`),
    detail: outline === undefined ? "" : summaryText(t, outline, schoolName),
  };
};
