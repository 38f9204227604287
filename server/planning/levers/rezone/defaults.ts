import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextSchoolYear, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["rezone"] = { leadYears: 1, scope: "entrants", share: 0.3, ...noUnitCosts, uncertainty: firm };

/** Where they come from. */
export const sources: readonly DefaultSource[] = [...shared, nextSchoolYear, source("share", "assumed", "costsByQuote")];
