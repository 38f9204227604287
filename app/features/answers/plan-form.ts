import { type AppError, appError } from "@server/kernel/errors";
import { err, type Result } from "@server/kernel/result";
import { planKinds, planRequestSchema } from "@server/planning/contract";
import { formReader } from "~/features/planning/form-fields";
import { readSettings } from "./read-settings";

/** Further questions of the form. */
export const planWants = ["clausePrices", "frontier", "robust"] as const;

const readMergers = (text: string): readonly { readonly schoolCode: string; readonly toCode: string }[] =>
  text
    .split("\n")
    .map((line) => line.trim().split(/[\s,，]+/u))
    .filter(([schoolCode]) => schoolCode !== undefined && schoolCode !== "")
    .map(([schoolCode = "", toCode = ""]) => ({ schoolCode, toCode }));

/** What the form asks for, or what is wrong with which field. */
export const readPlan = (fields: Readonly<Record<string, string>>): Result<unknown, AppError> => {
  const form = formReader(fields, "");
  const rotation = form.optionalNumber("rotationShare");
  const countyM2 = form.optionalNumber("countyM2");
  const request = {
    targetYear: form.number("targetYear"),
    lasting: form.flag("lasting"),
    annualBudgetWan: form.optionalNumber("annualBudgetWan"),
    totalBudgetWan: form.optionalNumber("totalBudgetWan"),
    land: { countyM2, perSchoolM2: null, bySchool: [], perTeachingM2: 0.25 },
    hiresPerYear: form.optionalNumber("hiresPerYear"),
    rotationShare: rotation === null ? null : Number((rotation / 100).toFixed(6)),
    kinds: planKinds.filter((kind) => form.flag(`kind.${kind}`)),
    mergers: readMergers(form.text("mergers")),
    gap: form.percent("gap"),
    seconds: form.number("seconds"),
    ask: Object.fromEntries(planWants.map((want) => [want, form.flag(`ask.${want}`)])),
  };
  if (form.issues.length > 0) return err(appError("invalid_input", undefined, form.issues));
  return readSettings(planRequestSchema, request);
};
