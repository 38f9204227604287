/** Face of the compliance engine: the only file of it that others import. */
export { type CountyColumns, columnsOfDataset, schoolAt } from "./columns";
export { compareRuleSets, type RuleSetDifference } from "./compare";
export { explain, explainItem, explainStatement } from "./explain";
export { stateCode, stateNames } from "./indicators";
export { complianceEngineVersion, itemVerdicts, judgeCounty } from "./judge";
export { type CountyJudgement, countedSections, judgeColumns, pupilsOf, type StageJudgement } from "./kernel";
export { applyLayers, type Layering, withValues } from "./layers";
export { neededFor } from "./needed";
export type { RuleSet } from "./rule-set";
export { defaultDate, type Rules, rulesInForce } from "./rules-in-force";
export { sectionId } from "./section-id";
export { furtherShare, type Section } from "./sections";
export { verdictCode, verdictNames } from "./verdicts";
