import type { TableAccess } from "./model";

const current = "(select current_setting('app.org_id')::uuid)";
const own = `tenant_id = ${current}`;
/** The layers above apply too: a county reads its city's and its province's, never a neighbour's. */
const ownAndAbove = `${own} or tenant_id in (select unnest(array[city_id, province_id]) from auth.organisation where id = ${current})`;

/** Timetables of provinces, and what provinces, cities and counties lay over the national rules: every version stays as it was written. */
export const ruleTables: readonly TableAccess[] = ["rules.layer", "rules.choice", "rules.timetable"].map((table) => ({
  table,
  grants: { hengce_web: ["select", "insert"], hengce_worker: ["select"], hengce_reader: ["select"] },
  policies: [
    { name: "lineage", roles: ["hengce_web", "hengce_worker", "hengce_reader"], command: "select", rows: ownAndAbove },
    { name: "own", roles: ["hengce_web"], command: "insert", rows: own },
  ],
}));
