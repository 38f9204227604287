import { type AppError, appError, type FieldIssue } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import {
  type LeverDefaults,
  leverTypes,
  type ScenarioDocument,
  type ScenarioSchool,
  scenarioDocumentSchema,
} from "@server/planning/contract";
import { readAssumptions } from "./assumptions-form";
import { formReader } from "./form-fields";
import { newLever, readLever } from "./lever-form";

export interface EditContext {
  readonly document: ScenarioDocument;
  readonly baseYear: number;
  readonly schools: readonly ScenarioSchool[];
  readonly levers: LeverDefaults;
}

/** What a form changed, and the lever that it was about. */
export interface Edited {
  readonly document: ScenarioDocument;
  readonly leverId: string | null;
}

const refuse = (issues: readonly FieldIssue[]): Result<Edited, AppError> => err(appError("invalid_input", undefined, issues));

/** Checks a candidate document; complaints of the schema are named by field and say the range in words. */
const accept = (candidate: unknown, leverId: string | null): Result<Edited, AppError> => {
  const parsed = scenarioDocumentSchema.safeParse(candidate);
  if (parsed.success) return ok({ document: parsed.data, leverId });
  return refuse(
    parsed.error.issues.map((issue) => ({
      path: issue.path.join("."),
      message:
        issue.code === "too_small"
          ? "planning:form.too_small"
          : issue.code === "too_big"
            ? "planning:form.too_big"
            : "planning:form.invalid",
      params:
        issue.code === "too_small" ? { limit: Number(issue.minimum) } : issue.code === "too_big" ? { limit: Number(issue.maximum) } : {},
    })),
  );
};

type Fields = Readonly<Record<string, string>>;

const editors: Readonly<Record<string, (fields: Fields, context: EditContext) => Result<Edited, AppError>>> = {
  settings: (fields, { document }) => {
    const form = formReader(fields, "");
    const next = {
      ...document,
      name: form.text("name"),
      horizonYears: form.number("horizonYears"),
      annualBudgetWan: form.optionalNumber("annualBudgetWan"),
    };
    return form.issues.length > 0 ? refuse(form.issues) : accept(next, null);
  },
  assumptions: (fields, { document }) => {
    const form = formReader(fields, "assumptions.");
    const assumptions = readAssumptions(form);
    return form.issues.length > 0 ? refuse(form.issues) : accept({ ...document, assumptions }, null);
  },
  "add-lever": (fields, { document, baseYear, levers, schools }) => {
    const type = leverTypes.find((one) => one === fields.type);
    if (type === undefined) return refuse([{ path: "type", message: "planning:form.invalid" }]);
    const lever = newLever(type, document, baseYear, levers, schools, fields.schoolCode || null);
    return accept({ ...document, levers: [...document.levers, lever] }, lever.id);
  },
  "save-lever": (fields, { document }) => {
    const index = document.levers.findIndex(({ id }) => id === fields.lever);
    const before = document.levers[index];
    if (before === undefined) return err(appError("not_found"));
    const form = formReader(fields, `levers.${index}.`);
    const lever = readLever(form, before);
    return form.issues.length > 0
      ? refuse(form.issues)
      : accept({ ...document, levers: document.levers.map((one, place): unknown => (place === index ? lever : one)) }, before.id);
  },
  "toggle-lever": (fields, { document }) =>
    accept(
      { ...document, levers: document.levers.map((lever) => (lever.id === fields.lever ? { ...lever, enabled: !lever.enabled } : lever)) },
      null,
    ),
  "remove-lever": (fields, { document }) => accept({ ...document, levers: document.levers.filter(({ id }) => id !== fields.lever) }, null),
};

/** Applies one form (`intent`) to a scenario: the new document, or what is wrong with which field. */
export const editDocument = (intent: string, fields: Fields, context: EditContext): Result<Edited, AppError> =>
  Object.hasOwn(editors, intent) ? (editors[intent]?.(fields, context) ?? err(appError("invalid_input"))) : err(appError("invalid_input"));
