import type { LeverOf } from "../../contract";
import { privateOwner } from "../../engine/needs";
import { schoolTeachers } from "../../engine/staff";
import { countyFactOf, liftCountyFact, tellUnknownRise } from "../county-facts";
import { spend } from "../funds";
import { effectYear, type LeverModel, type LeverYear } from "../lever";

/** Full-time teachers of public schools; those not reported are not paid here. */
const publicTeachers = ({ state, base }: LeverYear): number =>
  base.schools.reduce((sum, { ownerCode }, row) => {
    const teachers = schoolTeachers(state, row);
    return ownerCode === privateOwner || Number.isNaN(teachers) ? sum : sum + teachers;
  }, 0);

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
    spend(state, lever.id, liftCountyFact(state, "teacherPayWan", floor) * publicTeachers(year));
  },
  cost: (lever, { state }) => ({ capitalWan: 0, recurrentWan: state.spent.get(lever.id) ?? 0 }),
  summary: (lever) => ({ key: "teacher_pay.plain", params: { payShare: lever.payShare, effectYear: effectYear(lever) } }),
};
