import { fromSchool, type LeverForm, share, stage, toSchool } from "../fields";

export const rezoneScopes = ["entrants", "all_pupils"] as const;

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "share",
  fields: [fromSchool, toSchool, stage, { kind: "choice", name: "scope", options: rezoneScopes }, share("share", 5)],
};
