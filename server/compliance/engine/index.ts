/** Face of the compliance engine: the only file of it that others import. */
export { type CountyColumns, columnsOfDataset } from "./columns";
export { compareRuleSets, type RuleSetDifference } from "./compare";
export { explain, explainItem } from "./explain";
export { complianceEngineVersion, judgeCounty } from "./judge";
export { applyLayers, withValues } from "./layers";
export type { RuleSet } from "./rule-set";
