export { checkLevers } from "./check";
export { leverSummary } from "./levers/registry";
export { project } from "./project";
export { planningEngineVersion } from "./version";
