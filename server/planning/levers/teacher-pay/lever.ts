import type { LeverOf } from "../../contract";
import { privateOwner } from "../../engine/needs";
import { schoolTeachers } from "../../engine/staff";
import { countyFactOf, liftCountyFact, tellUnknownRise } from "../county-facts";
import { spend, tellUnknownRises } from "../funds";
import { effectYear, type LeverModel, type LeverYear } from "../lever";

/** Full-time teachers of the public schools that report them, and how many schools do not. */
const publicTeachers = ({ state, base }: LeverYear): { readonly teachers: number; readonly unreported: number } => {
  const schools = base.schools.flatMap(({ ownerCode }, row) => (ownerCode === privateOwner ? [] : [schoolTeachers(state, row)]));
  const known = schools.filter((teachers) => !Number.isNaN(teachers));
  return { teachers: known.reduce((sum, teachers) => sum + teachers, 0), unreported: schools.length - known.length };
};

/** 教师平均工资收入 (G8): not below so much of the civil servants'; the rise is paid to every public teacher. */
export const teacherPay: LeverModel<LeverOf<"teacher_pay">> = {
  type: "teacher_pay",
  phase: "funds",
  schools: () => [],
  issues: (_, county) =>
    county.dataset.county.facts.civilServantPayWan === null ? [{ field: "payShare", key: "civilServantPayUnknown" }] : [],
  apply: (lever, year) => {
    const { state } = year;
    if (state.year < effectYear(lever)) return;
    tellUnknownRise(year, "teacherPayWan", lever);
    const floor = countyFactOf(state, "civilServantPayWan") * lever.payShare;
    const rise = liftCountyFact(state, "teacherPayWan", floor);
    const { teachers, unreported } = publicTeachers(year);
    spend(state, lever.id, rise * teachers);
    if (rise > 0) tellUnknownRises(year, lever, unreported);
  },
  cost: (lever, { state }) => ({ capitalWan: 0, recurrentWan: state.spent.get(lever.id) ?? 0 }),
  summary: (lever) => ({ key: "teacher_pay.plain", params: { payShare: lever.payShare, effectYear: effectYear(lever) } }),
};
