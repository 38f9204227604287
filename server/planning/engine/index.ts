export { type AttributionWatch, attribute } from "./attribution/attribute";
export { backtest } from "./backtest";
export { checkLevers } from "./check";
export { leverOutlines, project } from "./project";
export { suggest } from "./search/suggest";
export { type DrawRange, joinMonteCarlo, monteCarlo, monteCarloPart } from "./uncertainty/monte-carlo";
export type { MonteCarloPart } from "./uncertainty/part";
export { planningEngineVersion } from "./version";
