import type { LeverForm } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = { size: "payShare", fields: [{ kind: "figure", name: "payShare", share: true, max: 300, step: 1 }] };
