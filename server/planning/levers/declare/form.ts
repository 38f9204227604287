import { declarationItems } from "@server/statistics/facts-contract";
import { type LeverForm, lastYear, yearlyWan } from "../fields";

export const declaredItems = ["all", "vetoes", ...declarationItems] as const;

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "annualCostWan",
  fields: [{ kind: "choice", name: "item", options: declaredItems }, lastYear, yearlyWan("annualCostWan")],
};
