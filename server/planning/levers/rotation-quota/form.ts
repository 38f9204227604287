import { type LeverForm, lastYear, share, yearlyWan } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "rotationShare",
  fields: [
    share("rotationShare"),
    share("backboneShare"),
    share("eligibleShare"),
    lastYear,
    { kind: "figure", name: "termYears", min: 1, max: 6, unit: "years" },
    yearlyWan("annualCostWanPerTeacher"),
  ],
};
