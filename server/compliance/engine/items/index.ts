/** Face of the 25 further items: what the rest of the engine imports of them. */
export { explainItem, explainStatement } from "./explain-item";
export { furtherVerdicts, judgeItems } from "./judge-items";
export { indicatorVerdicts, overallOf, verdictsOf, wholeVerdict } from "./overall";
