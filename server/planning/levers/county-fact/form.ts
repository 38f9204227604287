import { countyFactKeys } from "@server/statistics/facts-contract";
import { type LeverForm, yearlyWan } from "../fields";

export const trajectoryModes = ["values", "linear", "as_last_year"] as const;

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "targetValue",
  fields: [
    { kind: "choice", name: "fact", options: countyFactKeys },
    { kind: "choice", name: "mode", options: trajectoryModes },
    { kind: "figure", name: "targetValue", min: 0, optional: true },
    { kind: "figure", name: "targetYear", min: 2000, max: 2100, optional: true },
    { kind: "values", name: "values" },
    yearlyWan("annualCostWan"),
  ],
};
