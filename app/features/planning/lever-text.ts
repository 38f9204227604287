import type { Lever, ScenarioSchool } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { formatCount, formatPercent } from "~/components/format";

/** Name of a school by its code; the code itself when the data do not know it. */
export const useSchoolName = (schools: readonly ScenarioSchool[]): ((code: string) => string) => {
  const names = useMemo(() => new Map(schools.map(({ code, name }) => [code, name])), [schools]);
  return (code) => names.get(code) ?? code;
};

/** A lever in two lines: what and where; how much and from when. */
export const leverTitle = (
  t: TFunction,
  lever: Lever,
  schoolName: (code: string) => string,
): { readonly title: string; readonly detail: string } => {
  const effect = lever.startYear + lever.leadYears;
  if (lever.type === "build_classrooms") {
    return {
      title: `${t("planning:lever.build_classrooms.name")} · ${schoolName(lever.schoolCode)}`,
      detail: t("planning:lever.build_classrooms.detail", {
        rooms: lever.rooms,
        area: formatCount(lever.rooms * lever.areaPerRoomM2),
        effect,
      }),
    };
  }
  if (lever.type === "hire_teachers") {
    const { target } = lever;
    const place = target.mode === "school" ? schoolName(target.schoolCode) : t("planning:levers.by_rule");
    return {
      title: `${t("planning:lever.hire_teachers.name")} · ${place}`,
      detail: t("planning:lever.hire_teachers.detail", {
        stage: t(`rules:stage.${target.stage}`),
        subject: t(`planning:subject.${lever.subject}`),
        count: lever.count,
        effect,
      }),
    };
  }
  return {
    title: t("planning:lever.rotation_quota.name"),
    detail: t("planning:lever.rotation_quota.detail", {
      rotation: formatPercent(lever.rotationShare),
      backbone: formatPercent(lever.backboneShare),
      effect,
      end: lever.endYear,
    }),
  };
};
