import type { TFunction } from "i18next";
import { fieldLabel } from "~/features/data/field-label";

/** The words for an input of an item: a path of a school, or of the county when no school is named. */
export const inputLabel = (t: TFunction, schoolCode: string | null, path: string): string => {
  if (path === "monitoring") return t("items:panel.monitoring");
  return fieldLabel(t, schoolCode === null ? `county.${path}` : path);
};
