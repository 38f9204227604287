/** Face of the compliance engine: the only file of it that others import. */
export { type CountyColumns, columnsOfDataset } from "./columns";
export { explain } from "./explain";
export { complianceEngineVersion, judgeCounty } from "./judge";
export type { RuleSet } from "./rule-set";
