export { compareProjections } from "./compare";
export { computeProjection } from "./compute";
export { defaultAssumptions } from "./defaults";
export { checkLevers, planningEngineVersion, project } from "./engine/index";
export { projectionJob } from "./projection-job";
export { createPlanningService } from "./service";
