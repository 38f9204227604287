import type { RuleSet } from "../engine/rule-set";
import { quality2017 } from "./quality-2017";
import { quality2019 } from "./quality-2019";

/** All rule sets that a judgement may name. */
export const ruleSets: readonly RuleSet[] = [quality2017, quality2019];

/** The set used where none is named. */
export const defaultRuleSetId = quality2017.id;

/** The rule set of an id, undefined when unknown. */
export const ruleSetById = (id: string): RuleSet | undefined => ruleSets.find((ruleSet) => ruleSet.id === id);
