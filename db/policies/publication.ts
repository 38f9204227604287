import { type TableAccess, tenantPolicy } from "./model";

const current = "(select current_setting('app.org_id')::uuid)";

/** What a county publishes is a snapshot: it can be withdrawn, not edited. City and province, and workers on their behalf, see it until then. */
export const publicationTables: readonly TableAccess[] = [
  {
    table: "county.publication",
    grants: { hengce_web: ["select", "insert", "update (withdrawn_at)"], hengce_worker: ["select"], hengce_reader: ["select"] },
    policies: [
      tenantPolicy("hengce_web"),
      {
        name: "published",
        roles: ["hengce_worker", "hengce_reader"],
        command: "select",
        rows: `withdrawn_at is null and (province_id = ${current} or city_id = ${current})`,
      },
    ],
  },
];
