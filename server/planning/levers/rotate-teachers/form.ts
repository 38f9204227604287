import { among, fromSchool, type LeverForm, stage, toSchool, yearlyWan } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "teachers",
  per: "person",
  fields: [
    fromSchool,
    toSchool,
    stage,
    { kind: "figure", name: "teachers", min: 0.5, step: 1, unit: "persons" },
    among("aboveRequiredEducation"),
    among("backbone"),
    among("physicalEducation"),
    among("music"),
    among("art"),
    among("integratedArts"),
    { kind: "figure", name: "termYears", min: 1, max: 15, unit: "years" },
    yearlyWan("annualCostWanPerTeacher"),
  ],
};
