import { type Policy, type TableAccess, tenantPolicy } from "./model";

/** The worker must find work before it knows whose: these two tables hold ids, states and times, no county data. */
const everyTenant: Policy = { name: "dispatcher", roles: ["hengce_worker"], command: "all", rows: "true" };

/** Dispatch of runs: written with the run by its county, read across counties by workers. */
export const dispatchTables: readonly TableAccess[] = [
  {
    table: "jobs.dispatch",
    grants: {
      hengce_web: [
        "select",
        "insert",
        "update (state, fence, attempts, dispatch_no, cancel_requested, heartbeat_at, dispatched_at, created_at)",
      ],
      hengce_worker: ["select", "update (state, fence, attempts, dispatch_no, cancel_requested, heartbeat_at, dispatched_at)"],
    },
    policies: [tenantPolicy("hengce_web"), everyTenant],
  },
  {
    table: "jobs.outbox",
    grants: { hengce_web: ["select", "insert"], hengce_worker: ["select", "insert", "update (sent_at)", "delete"] },
    policies: [tenantPolicy("hengce_web"), everyTenant],
  },
];
