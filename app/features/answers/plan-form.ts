import { type AppError, appError } from "@server/kernel/errors";
import { err, type Result } from "@server/kernel/result";
import { type Milestone, type PlanRequest, planClauses, planKinds, planRequestSchema } from "@server/planning/contract";
import { readNumber } from "~/components/digits";
import { type FormReader, formReader } from "~/features/planning/form-fields";
import { figureField, planFigures } from "./plan-figures";
import { readSettings } from "./read-settings";

/** Further questions of the form. */
export const planWants = ["clausePrices", "frontier", "robust"] as const;

const readMergers = (text: string): readonly { readonly schoolCode: string; readonly toCode: string }[] =>
  text
    .split("\n")
    .map((line) => line.trim().split(/[\s,，]+/u))
    .filter(([schoolCode]) => schoolCode !== undefined && schoolCode !== "")
    .map(([schoolCode = "", toCode = ""]) => ({ schoolCode, toCode }));

/** Ground of single schools: a code and m² a line; what is no number is told under the field. */
const readGround = (form: FormReader): readonly { readonly schoolCode: string; readonly areaM2: number }[] =>
  form
    .text("bySchool")
    .split("\n")
    .map((line) => line.trim().split(/[\s,，]+/u))
    .filter(([schoolCode]) => schoolCode !== undefined && schoolCode !== "")
    .map(([schoolCode = "", area = ""]) => {
      const areaM2 = readNumber(area) ?? Number.NaN;
      if (Number.isNaN(areaM2)) form.issues.push({ path: "bySchool", message: "common:field.not_a_number" });
      return { schoolCode, areaM2 };
    });

/** Figures of measures that were filled in. */
const readFigures = (form: FormReader): Readonly<Record<string, Readonly<Record<string, number>>>> =>
  Object.fromEntries(
    planKinds.flatMap((kind) => {
      const given = planFigures[kind].flatMap(({ name, unit }) => {
        const value = form.optionalNumber(figureField(kind, name));
        return value === null ? [] : [[name, unit === "percent" ? Number((value / 100).toFixed(6)) : value] as const];
      });
      return given.length === 0 ? [] : [[kind, Object.fromEntries(given)] as const];
    }),
  );

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
    clauses: planClauses.filter((clause) => form.flag(`clause.${clause}`)),
    ...(milestones.length === 0 ? {} : { milestones }),
    annualBudgetWan: form.optionalNumber("annualBudgetWan"),
    totalBudgetWan: form.optionalNumber("totalBudgetWan"),
    land: {
      countyM2,
      perSchoolM2: form.optionalNumber("perSchoolM2"),
      bySchool: readGround(form),
      perTeachingM2: form.optionalNumber("perTeachingM2") ?? undefined,
    },
    hiresPerYear: form.optionalNumber("hiresPerYear"),
    rotationShare: rotation === null ? null : Number((rotation / 100).toFixed(6)),
    kinds: planKinds.filter((kind) => form.flag(`kind.${kind}`)),
    figures: readFigures(form),
    mergers: readMergers(form.text("mergers")),
    gap: form.percent("gap"),
    effort: form.number("effort"),
    ask: Object.fromEntries(planWants.map((want) => [want, form.flag(`ask.${want}`)])),
  };
  if (form.issues.length > 0) return err(appError("invalid_input", undefined, form.issues));
  const read = readSettings(planRequestSchema, request);
  return read.ok ? read : err(underFields(read.error, milestones));
};
