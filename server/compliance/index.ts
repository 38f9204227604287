export { columnsOfDataset } from "./engine/columns";
export { complianceEngineVersion, judgeCounty } from "./engine/judge";
export type { RuleSet } from "./engine/rule-set";
export { defaultRuleSetId, ruleSetById } from "./rulesets/registry";
export { assessStored, createComplianceService } from "./service";
