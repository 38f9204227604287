import { count, type LeverForm, share, yearlyWan } from "../fields";

export const teacherSubjects = ["general", "physical_education", "music", "art", "integrated_arts"] as const;

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "count",
  per: "person",
  fields: [
    { kind: "placement", name: "target" },
    count("count"),
    { kind: "choice", name: "subject", options: teacherSubjects },
    { kind: "flag", name: "aboveRequiredEducation" },
    { kind: "flag", name: "backbone" },
    { kind: "flag", name: "certified" },
    share("fulfilment", 5),
    yearlyWan("annualCostWan"),
  ],
};
