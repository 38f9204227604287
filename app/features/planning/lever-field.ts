import type { LeverType } from "@server/planning/contract";
import type { TFunction } from "i18next";

/** Label of a field: the lever's own word for it, else the common one. */
export const fieldLabel = (t: TFunction, type: LeverType, name: string): string =>
  t([`planning:field_of.${type}.${name}`, `planning:field.${name}`]);
