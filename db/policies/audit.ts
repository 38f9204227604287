import { type TableAccess, tenantPolicy } from "./model";

/** Append only: nobody the application runs as can change or remove a line. */
export const auditTables: readonly TableAccess[] = [
  {
    table: "county.audit_entry",
    grants: { hengce_web: ["select", "insert"], hengce_worker: ["select", "insert"] },
    policies: [tenantPolicy("hengce_web", "hengce_worker")],
  },
];
