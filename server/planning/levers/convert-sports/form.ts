import { area, type LeverForm, school, unitCost } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = { size: "areaM2", per: "m2", fields: [school, area("areaM2"), unitCost] };
