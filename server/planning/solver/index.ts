export { planCheapest } from "./plan";
export type { PlanCallbacks } from "./task";
