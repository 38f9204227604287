import { type AppError, appError } from "@server/kernel/errors";
import { err, type Result } from "@server/kernel/result";
import { attributionSettingsSchema } from "@server/planning/contract";
import { formReader } from "~/features/planning/form-fields";
import { readSettings } from "./read-settings";

/** Settings of the form, or what is wrong with which field. */
export const readAttribution = (fields: Readonly<Record<string, string>>): Result<unknown, AppError> => {
  const form = formReader(fields, "");
  const settings = {
    exactUpTo: form.number("exactUpTo"),
    permutationPairs: form.number("permutationPairs"),
    seed: form.number("seed"),
    passDraws: form.optionalNumber("passDraws"),
  };
  if (form.issues.length > 0) return err(appError("invalid_input", undefined, form.issues));
  return readSettings(attributionSettingsSchema, settings);
};
