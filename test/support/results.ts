import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";

/** The value of an answer that must have worked. */
export const unwrapped = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Code of the refusal; null when the answer worked. */
export const codeOf = (result: Result<unknown, AppError>): string | null => (result.ok ? null : result.error.code);
