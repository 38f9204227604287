import { type AppError, appError } from "@server/kernel/errors";
import { err, type Result } from "@server/kernel/result";
import { assumedInputs, uncertaintySettingsSchema } from "@server/planning/contract";
import { formReader } from "~/features/planning/form-fields";
import { readSettings } from "./read-settings";

/** Inputs whose ranges are factors, typed as such; the growth of prices is added, and typed in percent. */
export const isAdded = (input: (typeof assumedInputs)[number]): boolean => input === "priceGrowth";

/** Settings of the form, or what is wrong with which field. */
export const readUncertainty = (fields: Readonly<Record<string, string>>): Result<unknown, AppError> => {
  const form = formReader(fields, "");
  const ranges = Object.fromEntries(
    assumedInputs.map((input) => {
      const read = isAdded(input) ? form.percent : form.number;
      return [input, { low: read(`${input}.low`), likely: read(`${input}.likely`), high: read(`${input}.high`) }];
    }),
  );
  const settings = {
    draws: form.number("draws"),
    seed: form.number("seed"),
    countyShare: form.percent("countyShare"),
    leverRanges: form.flag("leverRanges"),
    targetYear: form.number("targetYear"),
    ...ranges,
  };
  if (form.issues.length > 0) return err(appError("invalid_input", undefined, form.issues));
  return readSettings(uncertaintySettingsSchema, settings);
};
