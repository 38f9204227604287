export { planCheapest } from "./plan";
export { requestIssues } from "./request-issues";
