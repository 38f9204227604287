import { type TableAccess, tenantPolicy } from "./model";

/** A judgement is keyed by its inputs and never changed. */
export const complianceTables: readonly TableAccess[] = [
  {
    table: "county.assessment",
    grants: { hengce_web: ["select", "insert"], hengce_worker: ["select", "insert"] },
    policies: [tenantPolicy("hengce_web", "hengce_worker")],
  },
];
