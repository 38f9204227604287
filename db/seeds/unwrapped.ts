import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";

/** The value of a step of the demonstration that cannot fail; `what` names the step if it does. */
export const unwrapped = <T>(result: Result<T, AppError>, what: string): T => {
  if (!result.ok) throw new Error(`demonstration: ${what}: ${result.error.code}`);
  return result.value;
};
