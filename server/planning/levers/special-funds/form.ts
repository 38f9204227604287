import type { LeverForm } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "perPupilYuan",
  fields: [{ kind: "figure", name: "perPupilYuan", min: 0, step: 100, unit: "yuan_per_pupil" }],
};
