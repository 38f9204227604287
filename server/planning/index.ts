export { defaultAssumptions } from "./defaults";
export { projectionJob } from "./projection-job";
export { createPlanningService } from "./service";
export { createWorkspaceService } from "./workspace-service";
