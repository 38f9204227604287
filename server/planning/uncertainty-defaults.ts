import { type DefaultSource, type UncertaintySettings, uncertaintySettingsSchema } from "./contract";
import { source } from "./default-source";

/** Settings that a new question starts with. */
export const defaultUncertainty: UncertaintySettings = uncertaintySettingsSchema.parse({});

/** Where the ranges come from. None is prescribed or published for counties: they are assumptions to be replaced by a county's own back-test. */
export const uncertaintySources: readonly DefaultSource[] = [
  source("countyShare", "assumed", "uncertaintyAssumed"),
  source("entrants", "assumed", "entrantErrors", { births: "17 %" }),
  source("progression", "assumed", "ratioErrors"),
  source("migration", "assumed", "ratioErrors"),
  source("attrition", "assumed", "attritionErrors"),
  source("replacement", "assumed", "recruitmentShortfall", { planned: 148, filled: 56 }),
  source("gains", "assumed", "gainErrors"),
  source("priceGrowth", "assumed", "priceErrors"),
];
