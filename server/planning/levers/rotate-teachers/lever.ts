import type { LeverOf } from "../../contract";
import { moveGroup } from "../../engine/staff";
import { at, type CountyState, type TeacherField, teacherFields } from "../../engine/state";
import { effectYear, type LeverIssue, type LeverModel, ofQuantity, recurrentCost } from "../lever";
import { sameSchoolIssues } from "../same-school";
import { attributeFields, groupOf, subjectFields } from "./group";

export type RotateTeachers = LeverOf<"rotate_teachers">;

/** Own teachers of the sender, without guests from elsewhere. */
const ownAt = (state: CountyState, lever: RotateTeachers, row: number, field: TeacherField): number => {
  let own = at(state.teachers[lever.stage][field], row);
  for (const loan of state.loans) if (loan.stage === lever.stage && loan.toRow === row) own -= loan.group[field];
  return Math.max(0, own);
};

const persons = (lever: RotateTeachers, state: CountyState): number =>
  state.loans.reduce((sum, loan) => (loan.leverId === lever.id ? sum + loan.persons : sum), 0);

/** More of an attribute, or of all subjects together, than teachers who go. */
const mixIssues = (lever: RotateTeachers): readonly LeverIssue[] => {
  const { teachers } = lever;
  const found = attributeFields.flatMap((field): LeverIssue[] =>
    (lever[field] ?? 0) > teachers ? [{ field, key: "moreThanTeachers", params: { teachers } }] : [],
  );
  const stated = subjectFields.filter((field) => (lever[field] ?? 0) > 0);
  const asked = stated.reduce((sum, field) => sum + (lever[field] ?? 0), 0);
  const [first] = stated;
  if (found.length > 0 || first === undefined || asked <= teachers + 1e-9) return found;
  return [{ field: first, key: "subjectsBeyondTeachers", params: { asked, teachers } }];
};

/** 定向交流轮岗: counted where they work; they return after the term with what the host then has of them. */
export const rotateTeachers: LeverModel<RotateTeachers> = {
  type: "rotate_teachers",
  phase: "rotation",
  takes: () => true,
  units: ({ teachers }) => teachers,
  reach: ofQuantity((lever, reached) => ({ ...lever, teachers: lever.teachers * reached })),
  schools: (lever) => [
    { field: "fromCode", code: lever.fromCode, stage: lever.stage, stageField: "stage" },
    { field: "toCode", code: lever.toCode, stage: lever.stage, stageField: "stage" },
  ],
  issues: (lever) => [...sameSchoolIssues(lever), ...mixIssues(lever)],
  apply: (lever, year) => {
    const { state, rowOf } = year;
    const fromRow = rowOf.get(lever.fromCode);
    const toRow = rowOf.get(lever.toCode);
    if (fromRow === undefined || toRow === undefined || state.year !== effectYear(lever)) return;
    const group = groupOf(
      lever,
      (field) => ownAt(state, lever, fromRow, field),
      (field, asked, present, mustGo) => year.lacking(lever.id, field, asked, present, mustGo === true ? "fewerThanMustGo" : undefined),
    );
    if (teacherFields.some((field) => Number.isNaN(group[field]))) {
      year.notice(lever.id, "giverNotReported", { schoolCode: lever.fromCode, field: "teachers" });
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
