export { createFindingsService } from "./findings-service";
export { createReviewService } from "./service";
