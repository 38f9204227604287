import type { Lever } from "../../../contract";
import type { teacherFields } from "../../state";
import { type CostYear, effectYear, type LeverCost, type LeverModel, type LeverYear, noCost } from "../lever";
import { placeByDeficit } from "./placement";

export type HireTeachers = Extract<Lever, { type: "hire_teachers" }>;

const subjectFields = {
  general: null,
  physical_education: "physicalEducation",
  music: "music",
  art: "art",
  integrated_arts: "integratedArts",
} as const;

/** Teachers really hired; a fraction is an expectation. */
const hired = (lever: HireTeachers): number => lever.count * lever.fulfilment;

const addTeachers = (lever: HireTeachers, row: number, persons: number, { state }: LeverYear): boolean => {
  const group = state.teachers[lever.target.stage];
  const fields = new Set<(typeof teacherFields)[number]>(["fullTime"]);
  const subject = subjectFields[lever.subject];
  if (subject !== null) fields.add(subject);
  if (lever.aboveRequiredEducation) fields.add("aboveRequiredEducation");
  if (lever.backbone) fields.add("backbone");
  let known = true;
  for (const field of fields) {
    group[field][row] = (group[field][row] ?? Number.NaN) + persons;
    known &&= !Number.isNaN(group[field][row]);
  }
  return known;
};

/** Hired once, in the effect year; from then on they are part of the section's staff and leave at its rate. */
const apply = (lever: HireTeachers, year: LeverYear): void => {
  const { state, rowOf, notice } = year;
  const { target } = lever;
  if (state.year !== effectYear(lever)) return;
  if (lever.fulfilment < 1) notice(lever.id, "hireNotFulfilled", { posts: lever.count, hired: hired(lever) });
  if (target.mode === "school") {
    const row = rowOf.get(target.schoolCode);
    if (row !== undefined && !addTeachers(lever, row, hired(lever), year)) {
      notice(lever.id, "targetNotReported", { schoolCode: target.schoolCode, field: "teachers" });
    }
    return;
  }
  const placed = placeByDeficit(lever, hired(lever), year);
  for (const [row, persons] of placed.byRow) addTeachers(lever, row, persons, year);
  if (placed.leftOut > 0) notice(lever.id, "sectionsLeftOut", { stage: target.stage, sections: placed.leftOut });
  if (placed.beyondDeficit > 0) notice(lever.id, "hireBeyondDeficit", { indicator: placed.indicator, teachers: placed.beyondDeficit });
  if (placed.unplaced > 0) notice(lever.id, "hireNowhereToGo", { teachers: placed.unplaced });
};

/** Filled posts are paid every year from the effect year on, at each year's prices. */
const cost = (lever: HireTeachers, { year, prices }: CostYear): LeverCost =>
  year < effectYear(lever) ? noCost : { capitalWan: 0, recurrentWan: hired(lever) * lever.annualCostWan * prices };

/** 招聘教师. */
export const hireTeachers: LeverModel<HireTeachers> = {
  type: "hire_teachers",
  phase: "hires",
  issues: (lever, county) => {
    const { target } = lever;
    if (target.mode !== "school") {
      return county.dataset.schools.some((school) => county.stagesOf(school).includes(target.stage))
        ? []
        : [{ field: "target.stage", key: "stageNotTaughtInCounty" }];
    }
    const school = county.schoolOf(target.schoolCode);
    if (school === undefined) return [{ field: "target.schoolCode", key: "unknownSchool", params: { schoolCode: target.schoolCode } }];
    if (!county.stagesOf(school).includes(target.stage)) {
      return [{ field: "target.stage", key: "stageNotTaught", params: { schoolName: school.name } }];
    }
    return [];
  },
  apply,
  cost,
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
