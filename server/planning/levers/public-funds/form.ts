import { type LeverForm, schoolOrCounty } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "primaryYuan",
  fields: [
    schoolOrCounty,
    { kind: "figure", name: "primaryYuan", min: 0, step: 10, unit: "yuan_per_pupil" },
    { kind: "figure", name: "juniorYuan", min: 0, step: 10, unit: "yuan_per_pupil" },
    { kind: "flag", name: "smallAsHundred" },
  ],
};
