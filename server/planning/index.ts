export { defaultAssumptions } from "./defaults";
export { projectionJob } from "./projection-job";
export { createPlanningService } from "./service";
