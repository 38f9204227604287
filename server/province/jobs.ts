import { policyJob } from "./policy-job";
import { allocationJob, frontierJob } from "./portfolio-job";

/** How kinds of run about a province are loaded and saved: what a worker needs to know. */
export const provinceJobs = { policy: policyJob, frontier: frontierJob, allocation: allocationJob };
