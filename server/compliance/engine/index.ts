/** Face of the compliance engine: the only file of it that others import. */
export { columnOf } from "./cells";
export { type CountyColumns, columnsOfDataset, schoolAt } from "./columns";
export { compareRuleSets, type RuleSetDifference } from "./compare";
export { type CountSchools, countSchools, repeatedCount } from "./counted";
export { explain, explainItem, explainStatement } from "./explain";
export { type JudgedYear, type JudgeYears, judgeFutures } from "./futures/index";
export { stateCode, stateNames } from "./indicators";
export { indicatorVerdicts } from "./items/index";
export { complianceEngineVersion, itemResults, itemVerdicts, judgeCounty, type Verdicts, verdictsOfCounty } from "./judge";
export {
  type CountyJudgement,
  judgeColumns,
  pupilsOf,
  type StageJudgement,
} from "./kernel";
export { applyLayers, type Layering, withValues } from "./layers";
export { type Misses, missesOf } from "./misses";
export { neededFor } from "./needed";
export type { RuleSet } from "./rule-set";
export { defaultDate, holdsAlike, type Rules, rulesInForce } from "./rules-in-force";
export { sectionId } from "./section-id";
export { furtherShare, type Section } from "./sections";
export { codeOf, verdictCode, verdictNames } from "./verdicts";
