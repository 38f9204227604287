/**
 * Every error a user can meet. The sentence for each lives in the message catalogues under
 * `errors.<code>` (app/i18n/messages); a test keeps both lists equal.
 */
export const errorCodes = [
  "not_signed_in",
  "forbidden",
  "not_found",
  "invalid_input",
  "conflict",
  "sign_in_failed",
  "sign_in_throttled",
  "upload_too_large",
  "upload_not_workbook",
  "upload_unsafe",
  "upload_wrong_template",
  "upload_wrong_county",
  "upload_has_errors",
  "upload_expired",
  "upload_unreadable",
  "evidence_type_refused",
  "evidence_too_large",
  "evidence_full",
  "evidence_published",
  "rule_layer_refused",
  "no_dataset",
  "scenario_changed_elsewhere",
  "scenario_locked",
  "run_failed",
  "run_timed_out",
  "run_out_of_memory",
  "run_attempts_exhausted",
  "nothing_published",
  "not_published",
  "year_under_review",
  "year_locked",
  "signature_outdated",
  "review_elsewhere",
  "unavailable",
  "internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/**
 * An error as a value: `code` picks the sentence, `params` fill its blanks (never secrets, never
 * another tenant's data), `issues` point at single fields of a form.
 * Recognise it by shape (`isAppError`), never by class: two bundles hold two copies of a class.
 */
export interface AppError {
  readonly kind: "app-error";
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly issues?: readonly FieldIssue[] | undefined;
}

/** One complaint about one field; `path` is dotted (`levers.0.rooms`), `message` a catalogue key. */
export interface FieldIssue {
  readonly path: string;
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** Builds an AppError. */
export const appError = (code: ErrorCode, params?: AppError["params"], issues?: AppError["issues"]): AppError => ({
  kind: "app-error",
  code,
  ...(params ? { params } : {}),
  ...(issues ? { issues } : {}),
});

/** True for an AppError of either bundle. */
export const isAppError = (value: unknown): value is AppError =>
  typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "app-error";
