import { type TableAccess, tenantPolicy } from "./model";

/** Scenarios are edited in pages; runs are started there and computed by workers, whose results never change. */
export const planningTables: readonly TableAccess[] = [
  {
    table: "county.scenario",
    grants: {
      hengce_web: [
        "select",
        "insert",
        "update (name, dataset_id, version, document, lever_count, updated_by_name, updated_at, locked_by, locked_by_name, locked_at, targets, adopted_at)",
        "delete",
      ],
      hengce_worker: ["select"],
    },
    policies: [tenantPolicy("hengce_web", "hengce_worker")],
  },
  {
    table: "county.scenario_comment",
    grants: { hengce_web: ["select", "insert", "delete"] },
    policies: [tenantPolicy("hengce_web")],
  },
  {
    table: "county.scenario_version",
    grants: { hengce_web: ["select", "insert"] },
    policies: [tenantPolicy("hengce_web")],
  },
  {
    table: "county.run",
    grants: {
      hengce_web: ["select", "insert", "update (scenario_id, subject, step, progress, words, best, error_code, started_at, finished_at)"],
      hengce_worker: ["select", "update (step, progress, words, best, error_code, started_at, finished_at)"],
    },
    policies: [tenantPolicy("hengce_web", "hengce_worker")],
  },
  {
    table: "county.run_result",
    grants: { hengce_web: ["select"], hengce_worker: ["select", "insert"] },
    policies: [tenantPolicy("hengce_web", "hengce_worker")],
  },
];
