import { data, redirect } from "@remix-run/node";
import { type AppError, appError, type ErrorCode, type FieldIssue } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";

const statusOf: Readonly<Record<ErrorCode, number>> = {
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  invalid_input: 400,
  conflict: 409,
  sign_in_failed: 400,
  sign_in_throttled: 429,
  upload_too_large: 413,
  upload_not_workbook: 400,
  upload_unsafe: 400,
  upload_wrong_template: 400,
  upload_wrong_county: 400,
  upload_has_errors: 400,
  upload_expired: 409,
  upload_unreadable: 400,
  evidence_type_refused: 400,
  evidence_too_large: 413,
  evidence_full: 409,
  evidence_published: 409,
  rule_layer_refused: 400,
  no_dataset: 404,
  scenario_changed_elsewhere: 409,
  scenario_locked: 409,
  run_failed: 409,
  run_timed_out: 409,
  run_out_of_memory: 409,
  run_attempts_exhausted: 409,
  nothing_published: 404,
  not_published: 409,
  year_under_review: 409,
  year_locked: 409,
  signature_outdated: 409,
  review_elsewhere: 409,
  unavailable: 503,
  internal: 500,
};

/** HTTP status of an error, for answers that are no page. */
export const failureStatus = (error: AppError): number => statusOf[error.code];

/** The response to throw for an error that ends the page: the boundary shows its sentence. */
export const failure = (error: AppError) =>
  error.code === "not_signed_in" ? redirect("/sign-in") : data({ error }, { status: statusOf[error.code] });

/** The value of a service's answer; an error is thrown as a response with its status. */
export const unwrap = <T>(result: Result<T, AppError>): T => {
  if (result.ok) return result.value;
  throw failure(result.error);
};

/** An action's answer that keeps the page and its input and shows the error where it happened: `{ error }`. */
export const formError = (error: AppError) => {
  if (error.code === "not_signed_in") throw failure(error);
  return data({ error }, { status: statusOf[error.code] });
};

/** A refused form: each issue names its field and a full catalogue key. */
export const invalidInput = (issues: readonly FieldIssue[]): AppError => appError("invalid_input", undefined, issues);

/** The text fields of a posted form; files and repeated names are left out. */
export const readForm = async (request: Request): Promise<Readonly<Record<string, string>>> => {
  const form = await request.formData();
  return Object.fromEntries(
    [...form.keys()].flatMap((name) => {
      const value = form.getAll(name);
      return value.length === 1 && typeof value[0] === "string" ? [[name, value[0]]] : [];
    }),
  );
};
