import { type LeverForm, school, share, wan, yearlyWan } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "staffShare",
  fields: [
    school,
    { kind: "targets", name: "targets" },
    share("staffShare", 5),
    share("goodsShare", 5),
    wan("costWan"),
    yearlyWan("annualCostWan"),
  ],
};
