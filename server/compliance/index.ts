export { createBasicBalanceService } from "./basic-service";
export { createDeclarationService } from "./declarations-service";
export { columnsOfDataset } from "./engine/columns";
export { complianceEngineVersion, judgeCounty } from "./engine/judge";
export type { RuleSet } from "./engine/rule-set";
export { createEvidenceService } from "./evidence-service";
export { createRulesService } from "./layers-service";
export { defaultRuleSetId, ruleSetById } from "./rulesets/registry";
export { assessStored, createComplianceService } from "./service";
