import { type AppError, appError, type FieldIssue } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import {
  type LeverDefaults,
  leverTypes,
  type ScenarioDocument,
  type ScenarioSchool,
  scenarioDocumentSchema,
} from "@server/planning/contract";
import type { z } from "zod";
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

/** The list entry of the assumptions that a path leads into, and its line; null elsewhere. */
const entryOf = (path: string): { readonly path: string; readonly line: number } | null => {
  const found = /^assumptions\.(?!ageShares\b)(?:\w+\.)+?(\d+)(?=\.|$)/.exec(path);
  return found === null ? null : { path: found[0], line: Number(found[1]) + 1 };
};

const rangeIssue = (issue: z.core.$ZodIssue): Pick<FieldIssue, "message" | "params"> => {
  if (issue.code === "too_small") return { message: "planning:form.too_small", params: { limit: Number(issue.minimum) } };
  if (issue.code === "too_big") return { message: "planning:form.too_big", params: { limit: Number(issue.maximum) } };
  return { message: "planning:form.invalid", params: {} };
};

/** Checks a candidate document; complaints of the schema are named by field, or by line, and say the range in words. */
const accept = (candidate: unknown, leverId: string | null): Result<Edited, AppError> => {
  const parsed = scenarioDocumentSchema.safeParse(candidate);
  if (parsed.success) return ok({ document: parsed.data, leverId });
  const found = parsed.error.issues.map((issue): FieldIssue => {
    const path = issue.path.join(".");
    const entry = entryOf(path);
    return entry === null
      ? { path, ...rangeIssue(issue) }
      : { path: entry.path, message: "planning:form.invalid_line", params: { line: entry.line } };
  });
  // Of a line that cannot be read several words may be wrong.
  return refuse(found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index));
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
  assumptions: (fields, { document, schools }) => {
    const form = formReader(fields, "assumptions.");
    const assumptions = readAssumptions(form, schools);
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
