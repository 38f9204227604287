export { createAnswersService } from "./answers-service";
export { defaultAssumptions } from "./defaults";
export { planningJobs } from "./question-job";
export { createPlanningService } from "./service";
export { createWorkspaceService } from "./workspace-service";
