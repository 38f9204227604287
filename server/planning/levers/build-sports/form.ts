import { area, type LeverForm, school, unitCost } from "../fields";

export const sportsKinds = ["field", "gym"] as const;

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "areaM2",
  per: "m2",
  defaultBy: { choice: "kind", figure: "unitCostYuanPerM2", of: { field: 400, gym: 4500 } },
  fields: [school, { kind: "choice", name: "kind", options: sportsKinds }, area("areaM2"), unitCost],
};
