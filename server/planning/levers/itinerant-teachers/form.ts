import { count, type LeverForm, lastYear, school, yearlyWan } from "../fields";

export const specialSubjects = ["physical_education", "music", "art", "integrated_arts"] as const;

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "count",
  per: "person",
  fields: [school, { kind: "choice", name: "subject", options: specialSubjects }, count("count", 50), lastYear, yearlyWan("annualCostWan")],
};
