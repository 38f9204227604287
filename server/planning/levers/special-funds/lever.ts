import type { LeverOf } from "../../contract";
import { countyFactOf, liftCountyFact, tellUnknownRise } from "../county-facts";
import { spend } from "../funds";
import { effectYear, type LeverModel } from "../lever";

/** 特殊教育生均公用经费 (G7): so much a pupil of special education, at least. */
export const specialFunds: LeverModel<LeverOf<"special_funds">> = {
  type: "special_funds",
  phase: "funds",
  schools: () => [],
  issues: (_, county) =>
    county.dataset.county.facts.specialPupils === null ? [{ field: "perPupilYuan", key: "specialPupilsUnknown" }] : [],
  apply: (lever, year) => {
    const { state } = year;
    if (state.year < effectYear(lever)) return;
    tellUnknownRise(year, "specialFundsYuan", lever);
    const floor = countyFactOf(state, "specialPupils") * lever.perPupilYuan;
    spend(state, lever.id, liftCountyFact(state, "specialFundsYuan", floor) / 10_000);
  },
  cost: (lever, { state }) => ({ capitalWan: 0, recurrentWan: state.spent.get(lever.id) ?? 0 }),
  summary: (lever) => ({
    key: "special_funds.plain",
    params: { perPupilYuan: lever.perPupilYuan, effectYear: effectYear(lever) },
  }),
};
