import { computePolicy } from "./policy-compute";
import { computeAllocation, computeFrontier } from "./portfolio-compute";

/** How kinds of run about a province are answered: what a computing child calls. */
export const provinceFunctions = { policy: computePolicy, frontier: computeFrontier, allocation: computeAllocation };
