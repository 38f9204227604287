export { createAnswersService } from "./answers-service";
export { defaultAssumptions } from "./defaults";
export { createOutlookService } from "./outlook-service";
export { loadRecompute, planningJobs } from "./question-job";
export { createPlanningService } from "./service";
export { createTargetsService } from "./targets-service";
export { createWorkspaceService } from "./workspace-service";
