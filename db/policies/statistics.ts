import { type TableAccess, tenantPolicy } from "./model";

/** Datasets and their schools are written once and never changed: a correction is a new version. */
export const statisticsTables: readonly TableAccess[] = [
  {
    table: "county.dataset",
    grants: { hengce_web: ["select", "insert"], hengce_worker: ["select"] },
    policies: [tenantPolicy("hengce_web", "hengce_worker")],
  },
  {
    table: "county.school",
    grants: { hengce_web: ["select", "insert"], hengce_worker: ["select"] },
    policies: [tenantPolicy("hengce_web", "hengce_worker")],
  },
  {
    table: "county.upload",
    grants: { hengce_web: ["select", "insert", "update (committed_at)", "delete"] },
    policies: [tenantPolicy("hengce_web")],
  },
  {
    table: "county.upload_answer",
    grants: { hengce_web: ["select", "insert", "delete"] },
    policies: [tenantPolicy("hengce_web")],
  },
  {
    table: "county.upload_file",
    grants: { hengce_web: ["select", "insert", "delete"] },
    policies: [tenantPolicy("hengce_web")],
  },
  {
    table: "county.accepted_check",
    grants: { hengce_web: ["select", "insert"] },
    policies: [tenantPolicy("hengce_web")],
  },
];
