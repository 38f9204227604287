import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import type { z } from "zod";

/** Reads settings by their schema; complaints are named by field and say the range in words. */
export const readSettings = <T>(schema: z.ZodType<T>, settings: unknown): Result<T, AppError> => {
  const parsed = schema.safeParse(settings);
  if (parsed.success) return ok(parsed.data);
  return err(
    appError(
      "invalid_input",
      undefined,
      parsed.error.issues.map((issue) => ({
        path: issue.path.join("."),
        message:
          issue.code === "too_small"
            ? "planning:form.too_small"
            : issue.code === "too_big"
              ? "planning:form.too_big"
              : issue.code === "custom"
                ? "answers:form.range"
                : "planning:form.invalid",
        params:
          issue.code === "too_small" ? { limit: Number(issue.minimum) } : issue.code === "too_big" ? { limit: Number(issue.maximum) } : {},
      })),
    ),
  );
};
