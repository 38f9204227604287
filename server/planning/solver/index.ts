export { planCheapest } from "./plan";
