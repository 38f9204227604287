import { type UncertaintySettings, uncertaintySettingsSchema } from "@server/planning/contract";

const one = { low: 1, likely: 1, high: 1 };

/** Settings under which nothing but the levers turns out otherwise than likely. */
export const settings = (parts: Partial<UncertaintySettings> = {}): UncertaintySettings => ({
  ...uncertaintySettingsSchema.parse({}),
  entrants: one,
  progression: one,
  migration: one,
  attrition: one,
  replacement: one,
  gains: one,
  priceGrowth: { low: 0, likely: 0, high: 0 },
  ...parts,
});
