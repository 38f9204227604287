export { type AttributionWatch, attribute } from "./attribution/attribute";
export { backtest } from "./backtest";
export { checkLevers } from "./check";
export { leverOutlines, project } from "./project";
export { planningEngineVersion } from "./version";
