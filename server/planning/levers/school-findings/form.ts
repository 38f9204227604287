import { gradeLevels } from "@server/statistics/facts-contract";
import { type LeverForm, schoolOrCounty, yearlyWan } from "../fields";

/** Of what a school has or has not. */
export const ownFindings = ["keep", "yes", "no"] as const;
/** Of what is graded. */
export const gradedFindings = ["keep", ...gradeLevels] as const;

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "annualCostWan",
  fields: [
    schoolOrCounty,
    { kind: "choice", name: "charter", options: ownFindings },
    { kind: "choice", name: "informatised", options: ownFindings },
    { kind: "choice", name: "moralEducation", options: gradedFindings },
    yearlyWan("annualCostWan"),
  ],
};
