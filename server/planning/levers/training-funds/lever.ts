import type { LeverOf } from "../../contract";
import { at } from "../../engine/state";
import { fundedRows, lift, publicSchoolIssues, raisedColumn } from "../funds";
import { effectYear, type LeverModel, noCost } from "../lever";

/** 教师培训经费比例 (Q4): a share of the public funds is set aside, which costs nothing beyond them. */
export const trainingFunds: LeverModel<LeverOf<"training_funds">> = {
  type: "training_funds",
  phase: "trainingFunds",
  schools: (lever) => (lever.schoolCode === "" ? [] : [{ field: "schoolCode", code: lever.schoolCode }]),
  issues: (lever, county) => publicSchoolIssues(lever.schoolCode, county),
  apply: (lever, year) => {
    const { state } = year;
    if (state.year < effectYear(lever)) return;
    for (const [funds, training] of [
      ["money.publicFundsBudgetWan", "money.trainingBudgetWan"],
      ["money.publicFundsActualWan", "money.trainingActualWan"],
    ] as const) {
      const whole = raisedColumn(state, funds);
      const part = raisedColumn(state, training);
      for (const row of fundedRows(lever.schoolCode, year)) {
        const floor = at(whole, row) * lever.fundsShare;
        if (!Number.isNaN(floor)) lift(part, row, floor);
      }
    }
  },
  cost: () => noCost,
  summary: (lever) => ({
    key: lever.schoolCode === "" ? "training_funds.county" : "training_funds.school",
    params: {
      ...(lever.schoolCode === "" ? {} : { schoolCode: lever.schoolCode }),
      fundsShare: lever.fundsShare,
      effectYear: effectYear(lever),
    },
  }),
};
