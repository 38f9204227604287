import { area, type LeverForm, lastYear, school } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "areaM2",
  per: "m2",
  fields: [school, area("areaM2"), { kind: "figure", name: "annualRentYuanPerM2", min: 0, step: 10, unit: "yuan_per_m2" }, lastYear],
};
