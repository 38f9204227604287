/** Face of basic balance: the only file of it that others import. */
export { explainBasic } from "./explain";
export { judgeBasic } from "./judge";
export type { BasicRuleSet } from "./rule-set";
export { withBasicValues } from "./values";
