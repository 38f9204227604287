import type { PoolRole } from "@db/client";

/**
 * What the database must grant, said a second time and apart from db/policies: a change there must be meant
 * here too. Columns in brackets: an update of these only.
 */
export const expectedGrants: Readonly<Record<string, Partial<Record<PoolRole, string>>>> = {
  "auth.organisation": {
    hengce_auth: "insert select update(name)",
    hengce_web: "select",
    hengce_worker: "select",
    hengce_reader: "select",
  },
  "auth.app_user": { hengce_auth: "insert select update(disabled_at,display_name,password_changed_at,password_hash)" },
  "auth.membership": { hengce_auth: "delete insert select update(role)" },
  "auth.session": { hengce_auth: "delete insert select update(last_seen_at,org_id,revoked_at)" },
  "auth.sign_in_event": { hengce_auth: "insert" },
  "county.dataset": { hengce_web: "insert select", hengce_worker: "select" },
  "county.school": { hengce_web: "insert select", hengce_worker: "select" },
  "county.upload": { hengce_web: "delete insert select update(committed_at)" },
  "county.upload_answer": { hengce_web: "delete insert select" },
  "county.upload_file": { hengce_web: "delete insert select" },
  "county.accepted_check": { hengce_web: "insert select" },
  "county.assessment": { hengce_web: "insert select", hengce_worker: "insert select" },
  "county.declaration": { hengce_web: "insert select", hengce_worker: "select" },
  "county.evidence_file": { hengce_web: "delete insert select" },
  "county.evidence_part": { hengce_web: "delete insert select" },
  "rules.layer": { hengce_web: "insert select", hengce_worker: "select", hengce_reader: "select" },
  "rules.choice": { hengce_web: "insert select", hengce_worker: "select", hengce_reader: "select" },
  "county.scenario": {
    hengce_web:
      "delete insert select update(adopted_at,dataset_id,document,lever_count,locked_at,locked_by,locked_by_name,name,targets,updated_at,updated_by_name,version)",
    hengce_worker: "select",
  },
  "county.scenario_comment": { hengce_web: "delete insert select" },
  "county.scenario_version": { hengce_web: "insert select" },
  "county.run": {
    hengce_web: "insert select update(best,error_code,finished_at,progress,scenario_id,started_at,step,subject,words)",
    hengce_worker: "select update(best,error_code,finished_at,progress,started_at,step,words)",
  },
  "county.run_result": { hengce_web: "select", hengce_worker: "insert select" },
  "county.publication": { hengce_web: "insert select update(withdrawn_at)", hengce_worker: "select", hengce_reader: "select" },
  "county.published_data": { hengce_web: "insert select", hengce_worker: "select", hengce_reader: "select" },
  "county.review_step": { hengce_web: "insert select", hengce_reader: "select" },
  "county.finding": { hengce_web: "insert select", hengce_reader: "select" },
  "county.finding_step": { hengce_web: "insert select", hengce_reader: "select" },
  "rules.timetable": { hengce_web: "insert select", hengce_worker: "select", hengce_reader: "select" },
  "rules.policy": { hengce_web: "delete insert select update(run_id)" },
  "county.audit_entry": { hengce_web: "insert select", hengce_worker: "insert select", hengce_auth: "insert" },
  "jobs.dispatch": {
    hengce_web: "insert select update(attempts,cancel_requested,created_at,dispatch_no,dispatched_at,fence,heartbeat_at,state)",
    hengce_worker: "select update(attempts,cancel_requested,dispatch_no,dispatched_at,fence,heartbeat_at,state)",
  },
  "jobs.outbox": { hengce_web: "insert select", hengce_worker: "delete insert select update(sent_at)" },
  "migration.kysely_migration": { hengce_web: "select", hengce_worker: "select", hengce_reader: "select", hengce_auth: "select" },
  "migration.kysely_migration_lock": {},
};

/** Tables without a tenant column, each with the reason why no policy guards them. */
export const withoutTenant: Readonly<Record<string, string>> = {
  "auth.organisation": "is the list of tenants; guarded by policies on its own id",
  "auth.app_user": "a person may work for several organisations; only the sign-in role is granted",
  "auth.membership": "read before an organisation is known; only the sign-in role is granted",
  "auth.session": "looked up by token before an organisation is known; only the sign-in role is granted",
  "auth.sign_in_event": "failed sign-ins belong to nobody; append only for the sign-in role",
  "migration.kysely_migration": "names of migrations, no data",
  "migration.kysely_migration_lock": "no data, granted to nobody",
};

const current = "( SELECT (current_setting('app.org_id'::text))::uuid AS current_setting)";
const tenant = `(tenant_id = ${current})`;
const policy = (table: string, name: string, roles: string, command: string, rows: string): string =>
  `${table} ${name} PERMISSIVE ${command} to ${roles} using ${command === "INSERT" ? "" : rows} check ${command === "SELECT" ? "-" : rows}`;
const ownAndAbove = `(${tenant} OR (tenant_id IN ( SELECT unnest(ARRAY[organisation.city_id, organisation.province_id]) AS unnest
   FROM auth.organisation
  WHERE (organisation.id = ${current}))))`;

const below = `((province_id = ${current}) OR (city_id = ${current}))`;
const standing = `(tenant_id, publication_id) IN ( SELECT publication.tenant_id,
    publication.id
   FROM county.publication)`;

/** Every policy, in the database's own words. */
export const expectedPolicies: readonly string[] = [
  policy("auth.organisation", "sign_in", "hengce_auth", "ALL", "true"),
  policy("auth.organisation", "own", "hengce_web,hengce_worker", "SELECT", `(id = ${current})`),
  policy(
    "auth.organisation",
    "below",
    "hengce_reader",
    "SELECT",
    `((id = ${current}) OR (city_id = ${current}) OR (province_id = ${current}))`,
  ),
  ...["dataset", "school", "assessment", "declaration", "scenario", "run", "run_result", "audit_entry"].map((table) =>
    policy(`county.${table}`, "tenant", "hengce_web,hengce_worker", "ALL", tenant),
  ),
  ...[
    "county.upload",
    "county.upload_answer",
    "county.upload_file",
    "county.accepted_check",
    "county.evidence_file",
    "county.evidence_part",
    "county.scenario_comment",
    "county.scenario_version",
    "county.publication",
    "county.published_data",
    "rules.policy",
    "jobs.dispatch",
    "jobs.outbox",
  ].map((table) => policy(table, "tenant", "hengce_web", "ALL", tenant)),
  policy(
    "county.publication",
    "published",
    "hengce_reader,hengce_worker",
    "SELECT",
    `((withdrawn_at IS NULL) AND ((province_id = ${current}) OR (city_id = ${current})))`,
  ),
  policy("county.published_data", "published", "hengce_reader,hengce_worker", "SELECT", `(${standing})`),
  ...["review_step", "finding", "finding_step"].flatMap((table) => [
    policy(`county.${table}`, "tenant", "hengce_web", "SELECT", tenant),
    policy(
      `county.${table}`,
      "own_level",
      "hengce_web",
      "INSERT",
      `(((level = 'county'::text) AND ${tenant}) OR ((level = 'city'::text) AND (city_id = ${current})) OR ((level = 'province'::text) AND (province_id = ${current})))`,
    ),
  ]),
  policy("county.review_step", "below", "hengce_reader", "SELECT", `(${below} AND (action <> 'sign'::text))`),
  policy("county.finding", "below", "hengce_reader", "SELECT", `(${below} AND ((publication_id IS NULL) OR (${standing})))`),
  policy(
    "county.finding_step",
    "below",
    "hengce_reader",
    "SELECT",
    `(${below} AND ((tenant_id, finding_id) IN ( SELECT finding.tenant_id,
    finding.id
   FROM county.finding)))`,
  ),
  ...["rules.layer", "rules.choice", "rules.timetable"].flatMap((table) => [
    policy(table, "lineage", "hengce_reader,hengce_web,hengce_worker", "SELECT", ownAndAbove),
    policy(table, "own", "hengce_web", "INSERT", tenant),
  ]),
  policy(
    "county.audit_entry",
    "accounts",
    "hengce_auth",
    "INSERT",
    `((action = ANY (ARRAY['member.add'::text, 'member.remove'::text, 'account.password'::text])) AND ((tenant_id, user_id) IN ( SELECT membership.org_id,
    membership.user_id
   FROM auth.membership)))`,
  ),
  policy("jobs.dispatch", "dispatcher", "hengce_worker", "ALL", "true"),
  policy("jobs.outbox", "dispatcher", "hengce_worker", "ALL", "true"),
];
