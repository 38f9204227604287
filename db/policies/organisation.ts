import type { TableAccess } from "./model";

const current = "(select current_setting('app.org_id')::uuid)";

/** An organisation sees itself; a city or province also sees what lies below it; sign-in sees all. */
export const organisationTables: readonly TableAccess[] = [
  {
    table: "auth.organisation",
    grants: {
      hengce_auth: ["select", "insert", "update (name)"],
      hengce_web: ["select"],
      hengce_worker: ["select"],
      hengce_reader: ["select"],
    },
    policies: [
      { name: "sign_in", roles: ["hengce_auth"], command: "all", rows: "true" },
      { name: "own", roles: ["hengce_web", "hengce_worker"], command: "select", rows: `id = ${current}` },
      {
        name: "below",
        roles: ["hengce_reader"],
        command: "select",
        rows: `id = ${current} or city_id = ${current} or province_id = ${current}`,
      },
    ],
  },
];
