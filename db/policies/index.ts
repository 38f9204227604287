import { poolRoles } from "../client";
import { accountTables } from "./accounts";
import { auditTables } from "./audit";
import { complianceTables } from "./compliance";
import { dispatchTables } from "./dispatch";
import { evidenceTables } from "./evidence";
import type { Policy, TableAccess } from "./model";
import { organisationTables } from "./organisation";
import { planningTables } from "./planning";
import { publicationTables } from "./publication";
import { reviewTables } from "./review";
import { ruleTables } from "./rules";
import { statisticsTables } from "./statistics";

/** Every table of the application with its grants and policies; a table missing here is unreachable and fails test/db/catalog.test.ts. */
export const tableAccess: readonly TableAccess[] = [
  ...organisationTables,
  ...accountTables,
  ...statisticsTables,
  ...ruleTables,
  ...complianceTables,
  ...evidenceTables,
  ...planningTables,
  ...publicationTables,
  ...reviewTables,
  ...auditTables,
  ...dispatchTables,
];

const schemas = ["auth", "county", "jobs", "rules"] as const;
const allRoles = poolRoles.join(", ");

const policyStatement = (table: string, policy: Policy): string => {
  const using = policy.command === "insert" ? "" : ` using (${policy.rows})`;
  const check = policy.command === "select" ? "" : ` with check (${policy.rows})`;
  return `create policy ${policy.name} on ${table} as permissive for ${policy.command} to ${policy.roles.join(", ")}${using}${check}`;
};

const tableStatements = ({ table, grants, policies }: TableAccess): string[] => [
  ...Object.entries(grants).map(([role, privileges]) => `grant ${privileges.join(", ")} on ${table} to ${role}`),
  ...("none" in policies
    ? []
    : [
        `alter table ${table} enable row level security`,
        `alter table ${table} force row level security`,
        ...policies.map((policy) => policyStatement(table, policy)),
      ]),
];

/** Drops every policy of the application's schemas, so that one removed from this folder does not live on. */
const dropPolicies = `do $$
  declare p record;
  begin
    for p in select policyname, schemaname, tablename from pg_policies where schemaname in ('auth', 'county', 'jobs', 'rules') loop
      execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
    end loop;
  end $$`;

/** SQL that brings grants and policies to exactly this folder's state; run in one transaction, as the owner. */
export const policyStatements = (): readonly string[] => [
  dropPolicies,
  ...schemas.flatMap((schema) => [
    `revoke all on all tables in schema ${schema} from public, ${allRoles}`,
    `revoke all on all sequences in schema ${schema} from public, ${allRoles}`,
    `revoke all on all functions in schema ${schema} from public, ${allRoles}`,
    `revoke all on schema ${schema} from public, ${allRoles}`,
  ]),
  `grant usage on schema auth to ${allRoles}`,
  `grant usage on schema county to ${allRoles}`,
  "grant usage on schema rules to hengce_web, hengce_worker, hengce_reader",
  "grant usage on schema jobs to hengce_web, hengce_worker",
  `revoke all on all tables in schema migration from public, ${allRoles}`,
  `grant usage on schema migration to ${allRoles}`,
  `grant select on migration.kysely_migration to ${allRoles}`,
  ...tableAccess.flatMap(tableStatements),
];
