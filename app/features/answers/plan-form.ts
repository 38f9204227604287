import { type AppError, appError } from "@server/kernel/errors";
import { err, type Result } from "@server/kernel/result";
import { type Milestone, type PlanRequest, planKinds, planRequestSchema } from "@server/planning/contract";
import { type FormReader, formReader } from "~/features/planning/form-fields";
import { readSettings } from "./read-settings";

/** Further questions of the form. */
export const planWants = ["clausePrices", "frontier", "robust"] as const;

const readMergers = (text: string): readonly { readonly schoolCode: string; readonly toCode: string }[] =>
  text
    .split("\n")
    .map((line) => line.trim().split(/[\s,，]+/u))
    .filter(([schoolCode]) => schoolCode !== undefined && schoolCode !== "")
    .map(([schoolCode = "", toCode = ""]) => ({ schoolCode, toCode }));

/** Field of the form that holds the milestone of a year. */
export const milestoneField = (year: number | string): string => `milestone.${year}`;

/** Milestones that were filled in, in the order of their years; nothing and 0 % ask for nothing. */
const readMilestones = (form: FormReader, names: readonly string[]): readonly Milestone[] =>
  names
    .filter((name) => name.startsWith(milestoneField("")))
    .map((name) => ({ year: Number(name.slice(milestoneField("").length)), share: (form.optionalNumber(name) ?? 0) / 100 }))
    .filter(({ share }) => share !== 0)
    .sort((a, b) => a.year - b.year)
    .map(({ year, share }) => ({ year, share: Number(share.toFixed(6)) }));

/** Complaints about milestones under the fields that hold them; of a year the schema says only that its range is another. */
export const underFields = (error: AppError, milestones: readonly Milestone[]): AppError => ({
  ...error,
  issues: error.issues?.map((issue) => {
    const [, index, field] = /^milestones\.(\d+)\.(year|share)$/.exec(issue.path) ?? [];
    const milestone = milestones[Number(index)];
    if (milestone === undefined) return issue;
    const isLate = field === "year" && issue.message === "answers:form.range";
    return { ...issue, path: milestoneField(milestone.year), ...(isLate ? { message: "answers:plan.milestone_late" } : {}) };
  }),
});

/** What the form asks for, or what is wrong with which field. */
export const readPlan = (fields: Readonly<Record<string, string>>): Result<PlanRequest, AppError> => {
  const form = formReader(fields, "");
  const rotation = form.optionalNumber("rotationShare");
  const countyM2 = form.optionalNumber("countyM2");
  const milestones = readMilestones(form, Object.keys(fields));
  const request = {
    targetYear: form.number("targetYear"),
    lasting: form.flag("lasting"),
    ...(milestones.length === 0 ? {} : { milestones }),
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
  const read = readSettings(planRequestSchema, request);
  return read.ok ? read : err(underFields(read.error, milestones));
};
