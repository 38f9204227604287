export { provinceJobs } from "./jobs";
export { createPolicyService } from "./policy-service";
export { createPortfolioService } from "./portfolio-service";
export { createProvinceService } from "./service";
