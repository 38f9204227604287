import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextBudget, spread } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["training_funds"] = { leadYears: 1, fundsShare: 0.05, uncertainty: firm };

/** Where they come from. */
export const sources: readonly DefaultSource[] = [spread, nextBudget, source("fundsShare", "regulation", "trainingShare", { share: 0.05 })];
