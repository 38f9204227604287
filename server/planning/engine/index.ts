export { checkLevers } from "./check";
export { project } from "./project";
export { planningEngineVersion } from "./version";
