export { provinceJobs } from "./policy-job";
export { createPolicyService } from "./policy-service";
export { createProvinceService } from "./service";
