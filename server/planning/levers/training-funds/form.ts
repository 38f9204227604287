import { type LeverForm, schoolOrCounty, share } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = { size: "fundsShare", fields: [schoolOrCounty, share("fundsShare", 0.5)] };
