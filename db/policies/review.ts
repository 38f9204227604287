import { type TableAccess, tenantPolicy } from "./model";

const current = "(select current_setting('app.org_id')::uuid)";
const own = `tenant_id = ${current}`;
const below = `province_id = ${current} or city_id = ${current}`;
/** Each level writes its own lines only: a county none of its city's, a city none of its province's. */
const ofOwnLevel = `(level = 'county' and ${own}) or (level = 'city' and city_id = ${current}) or (level = 'province' and province_id = ${current})`;
/** Publications that this reader sees, by their own policy: what is withdrawn takes its data along. */
const standing = "(tenant_id, publication_id) in (select tenant_id, id from county.publication)";

/** Review and ledger are logs: nobody changes or removes a line. City and province read below them and append there. */
export const reviewTables: readonly TableAccess[] = [
  {
    table: "county.published_data",
    grants: { hengce_web: ["select", "insert"], hengce_worker: ["select"], hengce_reader: ["select"] },
    policies: [
      tenantPolicy("hengce_web"),
      { name: "published", roles: ["hengce_worker", "hengce_reader"], command: "select", rows: standing },
    ],
  },
  ...[
    // A signature is the county's own affair until it submits.
    { table: "county.review_step", seen: `(${below}) and action <> 'sign'` },
    { table: "county.finding", seen: `(${below}) and (publication_id is null or ${standing})` },
    { table: "county.finding_step", seen: `(${below}) and (tenant_id, finding_id) in (select tenant_id, id from county.finding)` },
  ].map(
    ({ table, seen }): TableAccess => ({
      table,
      grants: { hengce_web: ["select", "insert"], hengce_reader: ["select"] },
      policies: [
        { name: "tenant", roles: ["hengce_web"], command: "select", rows: own },
        { name: "own_level", roles: ["hengce_web"], command: "insert", rows: ofOwnLevel },
        { name: "below", roles: ["hengce_reader"], command: "select", rows: seen },
      ],
    }),
  ),
  {
    table: "rules.policy",
    grants: { hengce_web: ["select", "insert", "update (run_id)", "delete"] },
    policies: [tenantPolicy("hengce_web")],
  },
];
