import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextBudget, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["teacher_pay"] = { leadYears: 1, payShare: 1, ...noUnitCosts, uncertainty: firm };

/** Where they come from. */
export const sources: readonly DefaultSource[] = [...shared, nextBudget, source("payShare", "regulation", "payNotBelow")];
