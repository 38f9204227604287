import { type LeverForm, programme, schoolOrCounty, stage } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = { size: "count", per: "person", fields: [schoolOrCounty, stage, ...programme] };
