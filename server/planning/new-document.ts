import type { ScenarioDocument } from "./contract";

/** A scenario without levers, ten years ahead. */
export const newDocument = (name: string, assumptions: ScenarioDocument["assumptions"]): ScenarioDocument => ({
  format: "hengce.scenario/1",
  name,
  horizonYears: 10,
  assumptions,
  levers: [],
  annualBudgetWan: null,
});
