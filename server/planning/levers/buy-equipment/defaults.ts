import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextBudget, spread } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["buy_equipment"] = { leadYears: 1, valueWan: 50, uncertainty: firm };

/** Where they come from. */
export const sources: readonly DefaultSource[] = [spread, nextBudget, source("valueWan", "regulation", "originalValue")];
