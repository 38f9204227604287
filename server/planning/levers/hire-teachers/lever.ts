import type { LeverOf } from "../../contract";
import { addTeachers, emptyGroup } from "../../engine/staff";
import type { TeacherField } from "../../engine/state";
import { effectYear, type LeverModel, type LeverYear, ownShare, recurrentCost } from "../lever";
import { placeByDeficit } from "./placement";

export type HireTeachers = LeverOf<"hire_teachers">;

const subjectFields = {
  general: null,
  physical_education: "physicalEducation",
  music: "music",
  art: "art",
  integrated_arts: "integratedArts",
} as const;

/** Teachers really hired; a fraction is an expectation. */
const hired = (lever: HireTeachers): number => lever.count * lever.fulfilment;

/** Every hired teacher alike. */
const hiredGroup = (lever: HireTeachers, persons: number): Record<TeacherField, number> => {
  const group = emptyGroup();
  group.fullTime = persons;
  const subject = subjectFields[lever.subject];
  if (subject !== null) group[subject] = persons;
  if (lever.aboveRequiredEducation) group.aboveRequiredEducation = persons;
  if (lever.backbone) group.backbone = persons;
  return group;
};

const place = (lever: HireTeachers, row: number, teachers: number, { state }: LeverYear): boolean =>
  addTeachers(state, lever.target.stage, row, hiredGroup(lever, teachers), lever.certified ? teachers : 0);

/** Hired once, in the effect year; from then on they are part of the section's staff and leave at its rate. */
const apply = (lever: HireTeachers, year: LeverYear): void => {
  const { state, rowOf, notice } = year;
  const { target } = lever;
  if (state.year !== effectYear(lever)) return;
  if (lever.fulfilment < 1) notice(lever.id, "hireNotFulfilled", { posts: lever.count, hired: hired(lever) });
  if (target.mode === "school") {
    const row = rowOf.get(target.schoolCode);
    if (row !== undefined && !place(lever, row, hired(lever), year)) {
      notice(lever.id, "targetNotReported", { schoolCode: target.schoolCode, field: "teachers" });
    }
    return;
  }
  const placed = placeByDeficit(lever, hired(lever), year);
  if (placed === null) return;
  for (const [row, persons] of placed.byRow) place(lever, row, persons, year);
  if (placed.leftOut > 0) notice(lever.id, "sectionsLeftOut", { stage: target.stage, sections: placed.leftOut });
  if (placed.beyondDeficit > 0) notice(lever.id, "hireBeyondDeficit", { indicator: placed.indicator, teachers: placed.beyondDeficit });
  if (placed.unplaced > 0) notice(lever.id, "hireNowhereToGo", { teachers: placed.unplaced });
};

/** 招聘教师. */
export const hireTeachers: LeverModel<HireTeachers> = {
  type: "hire_teachers",
  phase: "hires",
  units: hired,
  reach: ownShare("fulfilment"),
  schools: ({ target }) =>
    target.mode === "school"
      ? [{ field: "target.schoolCode", code: target.schoolCode, stage: target.stage, stageField: "target.stage" }]
      : [],
  issues: ({ target }, county) =>
    target.mode === "school" || county.dataset.schools.some((school) => county.stagesOf(school).includes(target.stage))
      ? []
      : [{ field: "target.stage", key: "stageNotTaughtInCounty" }],
  apply,
  // Filled posts are paid every year from the effect year on.
  cost: (lever, year) => recurrentCost(year.year >= effectYear(lever), hired(lever) * lever.annualCostWan, year),
  summary: (lever) => ({
    key: lever.target.mode === "school" ? "hire_teachers.toSchool" : "hire_teachers.byDeficit",
    params: {
      ...(lever.target.mode === "school" ? { schoolCode: lever.target.schoolCode } : {}),
      stage: lever.target.stage,
      subject: lever.subject,
      count: lever.count,
      hired: hired(lever),
      effectYear: effectYear(lever),
      annualCostWan: hired(lever) * lever.annualCostWan,
    },
  }),
};
