import type { LeverOf } from "../../contract";
import { emptyGroup, moveGroup } from "../../engine/staff";
import { at, type CountyState, type TeacherField, teacherFields } from "../../engine/state";
import { effectYear, type LeverModel, type LeverYear, ofQuantity, recurrentCost } from "../lever";
import { sameSchoolIssues } from "../same-school";

export type RotateTeachers = LeverOf<"rotate_teachers">;

const attributes = ["aboveRequiredEducation", "backbone", "physicalEducation", "music", "art", "integratedArts"] as const;

/** Own teachers of the sender, without guests from elsewhere. */
const ownAt = (state: CountyState, lever: RotateTeachers, row: number, field: TeacherField): number => {
  let own = at(state.teachers[lever.stage][field], row);
  for (const loan of state.loans) if (loan.stage === lever.stage && loan.toRow === row) own -= loan.group[field];
  return Math.max(0, own);
};

/** The group that leaves: as stated, the rest in proportion to the sender's mix; never more than there is. */
const groupOf = (lever: RotateTeachers, row: number, { state, lacking }: LeverYear): Record<TeacherField, number> => {
  const group = emptyGroup();
  const own = (field: TeacherField): number => ownAt(state, lever, row, field);
  const most = own("fullTime");
  if (lever.teachers > most + 1e-9) lacking(lever.id, "teachers", lever.teachers, most);
  group.fullTime = Math.min(lever.teachers, most);
  for (const field of attributes) {
    const asked = lever[field];
    const present = own(field);
    if (asked === null) group[field] = most > 0 ? (group.fullTime * present) / most : 0;
    else {
      if (asked > present + 1e-9) lacking(lever.id, field, asked, present);
      group[field] = Math.min(asked, present, group.fullTime);
    }
  }
  return group;
};

const persons = (lever: RotateTeachers, state: CountyState): number =>
  state.loans.reduce((sum, loan) => (loan.leverId === lever.id ? sum + loan.persons : sum), 0);

/** 定向交流轮岗: counted where they work; they return after the term with what the host then has of them. */
export const rotateTeachers: LeverModel<RotateTeachers> = {
  type: "rotate_teachers",
  phase: "rotation",
  takes: true,
  units: ({ teachers }) => teachers,
  reach: ofQuantity((lever, reached) => ({ ...lever, teachers: lever.teachers * reached })),
  schools: (lever) => [
    { field: "fromCode", code: lever.fromCode, stage: lever.stage, stageField: "stage" },
    { field: "toCode", code: lever.toCode, stage: lever.stage, stageField: "stage" },
  ],
  issues: (lever) => [
    ...sameSchoolIssues(lever),
    ...attributes.flatMap((field) =>
      (lever[field] ?? 0) > lever.teachers ? [{ field, key: "moreThanTeachers" as const, params: { teachers: lever.teachers } }] : [],
    ),
  ],
  apply: (lever, year) => {
    const { state, rowOf } = year;
    const fromRow = rowOf.get(lever.fromCode);
    const toRow = rowOf.get(lever.toCode);
    if (fromRow === undefined || toRow === undefined || state.year !== effectYear(lever)) return;
    const group = groupOf(lever, fromRow, year);
    if (teacherFields.some((field) => Number.isNaN(group[field]))) {
      year.notice(lever.id, "targetNotReported", { schoolCode: lever.fromCode, field: "teachers" });
      return;
    }
    if (group.fullTime === 0) return;
    const veterans = moveGroup(state, lever.stage, fromRow, toRow, group);
    state.loans.push({
      leverId: lever.id,
      stage: lever.stage,
      fromRow,
      toRow,
      lastYear: state.year + lever.termYears - 1,
      persons: group.fullTime,
      group,
      veterans,
    });
    state.rotation.active = true;
    state.rotation.rotated += group.fullTime;
    state.rotation.backbone += group.backbone;
    year.flow({ stage: lever.stage, fromCode: lever.fromCode, toCode: lever.toCode, teachers: group.fullTime, backbone: group.backbone });
  },
  cost: (lever, year) => recurrentCost(true, persons(lever, year.state) * lever.annualCostWanPerTeacher, year),
  summary: (lever) => ({
    key: "rotate_teachers.plain",
    params: {
      fromCode: lever.fromCode,
      toCode: lever.toCode,
      stage: lever.stage,
      teachers: lever.teachers,
      effectYear: effectYear(lever),
      termYears: lever.termYears,
    },
  }),
};
