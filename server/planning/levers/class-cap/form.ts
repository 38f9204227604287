import { type LeverForm, schoolOrCounty, stage } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "cap",
  defaultBy: { choice: "stage", figure: "cap", of: { primary: 45, junior: 50 } },
  fields: [schoolOrCounty, stage, { kind: "figure", name: "cap", min: 15, max: 80, unit: "persons" }],
};
