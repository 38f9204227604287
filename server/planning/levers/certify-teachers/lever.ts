import type { LeverOf } from "../../contract";
import { programme, wholeSchool } from "../programme";

/** 教师资格认定. */
export const certifyTeachers = programme<LeverOf<"certify_teachers">>("certify_teachers", (_, year) => ({
  column: year.state.further["staff.certified"],
  teachers: wholeSchool(year),
}));
