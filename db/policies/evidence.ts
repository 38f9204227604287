import { type TableAccess, tenantPolicy } from "./model";

/** Declarations are never changed: another version is written. Files can be taken back until the year is published. */
export const evidenceTables: readonly TableAccess[] = [
  {
    table: "county.declaration",
    grants: { hengce_web: ["select", "insert"], hengce_worker: ["select"] },
    policies: [tenantPolicy("hengce_web", "hengce_worker")],
  },
  {
    table: "county.evidence_file",
    grants: { hengce_web: ["select", "insert", "delete"] },
    policies: [tenantPolicy("hengce_web")],
  },
  {
    table: "county.evidence_part",
    grants: { hengce_web: ["select", "insert", "delete"] },
    policies: [tenantPolicy("hengce_web")],
  },
];
