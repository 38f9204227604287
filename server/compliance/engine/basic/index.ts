/** Face of basic balance: the only file of it that others import. */
export { explainBasic } from "./explain";
export { judgeBasic } from "./judge";
export { applyBasicLayers, withBasicValues } from "./layers";
export type { BasicRuleSet } from "./rule-set";
