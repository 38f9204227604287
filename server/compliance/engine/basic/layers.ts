import { basicParameters } from "@server/compliance/basic-contract";
import { layering, noAdditions } from "../layers";
import type { BasicRuleSet } from "./rule-set";

/**
 * Layers over the rules of basic balance: a province's school standards, its vetoes, stricter limits. What
 * is added goes into their values (`basic.vetoes`, `basic.standards.pack`).
 */
export const { applyLayers: applyBasicLayers, withValues: withBasicValues } = layering<BasicRuleSet>(basicParameters, noAdditions());
