import { declarationItems } from "@server/statistics/facts-contract";
import type { LeverOf } from "../../contract";
import { effectYear, isInForce, type LeverModel, recurrentCost } from "../lever";

/** 一票否决事项 of the national notice and of the newer form; layers of the rules add others. */
const formVetoes = ["V1", "V2", "V3", "V4", "V5", "V6", "V7"] as const;

/** 申明: an item of evidence counts as met only in years for which it is declared. */
export const declare: LeverModel<LeverOf<"declare">> = {
  type: "declare",
  phase: "facts",
  schools: () => [],
  apply: (lever, { state, vetoes: added }) => {
    if (!isInForce(lever, state.year)) return;
    const { declarations, vetoes } = state.countyFacts;
    if (lever.item === "vetoes") {
      const none = Object.fromEntries([...formVetoes, ...added].map((id) => [id, false]));
      state.countyFacts = { ...state.countyFacts, vetoes: { ...vetoes, ...none } };
      return;
    }
    const items = lever.item === "all" ? declarationItems : [lever.item];
    state.countyFacts = {
      ...state.countyFacts,
      declarations: { ...declarations, ...Object.fromEntries(items.map((item) => [item, true])) },
    };
  },
  cost: (lever, year) => recurrentCost(isInForce(lever, year.year), lever.annualCostWan, year),
  summary: (lever) => ({
    key: "declare.plain",
    params: { item: lever.item, effectYear: effectYear(lever), endYear: lever.endYear },
  }),
};
