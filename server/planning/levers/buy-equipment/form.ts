import { type LeverForm, school, wan } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = { size: "valueWan", per: "wan", fields: [school, wan("valueWan")] };
