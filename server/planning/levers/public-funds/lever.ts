import type { LeverOf } from "../../contract";
import { smallSchoolPupils } from "../../engine/further";
import { bothStages, pupilsAt } from "../../engine/state";
import { fundedRows, lift, publicSchoolIssues, raisedColumn, spend, tellUnknownRises } from "../funds";
import { effectYear, type LeverModel, type LeverYear } from "../lever";

export type PublicFunds = LeverOf<"public_funds">;

/** 万元 that a school gets at least: its pupils at the stated yuan, as 100 pupils in its own proportion where there are fewer. */
const floorWan = (lever: PublicFunds, { state }: LeverYear, row: number): number => {
  const yuan = { primary: lever.primaryYuan, junior: lever.juniorYuan };
  let pupils = 0;
  let total = 0;
  for (const stage of bothStages) {
    const own = pupilsAt(state, stage, row);
    pupils += own;
    total += own * yuan[stage];
  }
  const factor = lever.smallAsHundred && pupils > 0 && pupils < smallSchoolPupils ? smallSchoolPupils / pupils : 1;
  return (total * factor) / 10_000;
};

/** 提高生均公用经费 (G6): budget and final account rise alike; what they rise by is the cost, at current money. */
export const publicFunds: LeverModel<PublicFunds> = {
  type: "public_funds",
  phase: "funds",
  schools: (lever) => (lever.schoolCode === "" ? [] : [{ field: "schoolCode", code: lever.schoolCode }]),
  issues: (lever, county) => publicSchoolIssues(lever.schoolCode, county),
  apply: (lever, year) => {
    const { state } = year;
    if (state.year < effectYear(lever)) return;
    const budget = raisedColumn(state, "money.publicFundsBudgetWan");
    const actual = raisedColumn(state, "money.publicFundsActualWan");
    let unknown = 0;
    for (const row of fundedRows(lever.schoolCode, year)) {
      const floor = floorWan(lever, year, row);
      const rise = Number.isNaN(floor) ? Number.NaN : lift(budget, row, floor);
      if (Number.isNaN(rise)) unknown += 1;
      spend(state, lever.id, rise);
      if (!Number.isNaN(floor)) lift(actual, row, floor);
    }
    tellUnknownRises(year, lever, unknown);
  },
  cost: (lever, { state }) => ({ capitalWan: 0, recurrentWan: state.spent.get(lever.id) ?? 0 }),
  summary: (lever) => ({
    key: lever.schoolCode === "" ? "public_funds.county" : "public_funds.school",
    params: {
      ...(lever.schoolCode === "" ? {} : { schoolCode: lever.schoolCode }),
      primaryYuan: lever.primaryYuan,
      juniorYuan: lever.juniorYuan,
      effectYear: effectYear(lever),
    },
  }),
};
