import { Kysely, Migrator, sql } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import postgres from "postgres";
import { poolRoles } from "./client";
import { migrations, migrationTable } from "./migrations";
import { policyStatements } from "./policies";

const owner = "hengce_owner";
/** One migration at a time per database; any constant does. */
const migrationLock = 4_202_601;

/** Creates what is missing, concurrently safe: roles belong to the cluster, and another database may be migrating too. */
const createRole = (name: string): string => `do $$
  begin
    if not exists (select from pg_roles where rolname = '${name}') then create role ${name} nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`;

const ensureGroupRoles = async (admin: postgres.Sql): Promise<void> => {
  for (const role of [owner, ...poolRoles]) await admin.unsafe(createRole(role));
  const [me] = await admin<{ super: boolean }[]>`select rolsuper as super from pg_roles where rolname = current_user`;
  if (me?.super !== true) await admin.unsafe(`grant ${owner} to current_user`);
  const [names] = await admin<{ grantCreate: string; revokePublic: string }[]>`
    select format('grant create on database %I to %I', current_database(), ${owner}::text) as "grantCreate",
           format('revoke all on database %I from public', current_database()) as "revokePublic"`;
  if (!names) throw new Error("the database did not answer");
  await admin.unsafe(names.grantCreate);
  await admin.unsafe(names.revokePublic);
  await admin.unsafe("revoke all on schema public from public");
};

/** The login of the application: no rights of its own, not even inherited ones; each pool takes one role at connect. */
const ensureLogin = async (admin: postgres.Sql, appUrl: string): Promise<void> => {
  const url = new URL(appUrl);
  const login = decodeURIComponent(url.username);
  const [state] = await admin<{ isSelf: boolean; present: boolean }[]>`
    select ${login} = current_user as "isSelf", exists (select from pg_roles where rolname = ${login}) as present`;
  if (login === "" || state?.isSelf === true)
    throw new Error("DATABASE_URL must name a login of its own, not the one that runs the migrations");
  // Identifiers and passwords cannot be bound in DDL; format() of the server quotes them.
  const [ddl] = await admin<{ create: string; grant: string; connect: string }[]>`
    select format('create role %I login noinherit password %L', ${login}::text, ${decodeURIComponent(url.password)}::text) as create,
           format('grant hengce_web, hengce_worker, hengce_reader, hengce_auth to %I', ${login}::text) as grant,
           format('grant connect on database %I to %I', current_database(), ${login}::text) as connect`;
  if (!ddl) throw new Error("the database did not answer");
  if (state?.present !== true) await admin.unsafe(ddl.create);
  await admin.unsafe(ddl.grant);
  await admin.unsafe(ddl.connect);
};

const defaultPrivileges = [
  "alter default privileges revoke all on tables from public",
  "alter default privileges revoke all on sequences from public",
  "alter default privileges revoke all on functions from public",
  "alter default privileges revoke all on types from public",
];

const applyMigrations = async (db: Kysely<unknown>): Promise<void> => {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: migrationTable.table,
    migrationTableSchema: migrationTable.schema,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
};

const applyPolicies = (db: Kysely<unknown>): Promise<void> =>
  db.transaction().execute(async (trx) => {
    for (const statement of policyStatements()) await sql.raw(statement).execute(trx);
  });

const asOwner = async (adminUrl: string, work: (db: Kysely<unknown>) => Promise<void>): Promise<void> => {
  const client = postgres(adminUrl, { max: 1, onnotice: () => {}, connection: { role: owner, application_name: "hengce_migrate" } });
  const db = new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: client }) });
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
};

/**
 * Brings a database to the state this version needs: group roles, the application's login (created from
 * `appUrl` when missing; an existing password is left alone), tables, grants and policies.
 * `adminUrl` must be able to create roles and own the database. Safe to run twice or at the same time.
 */
export const migrate = async ({ adminUrl, appUrl }: { readonly adminUrl: string; readonly appUrl: string }): Promise<void> => {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await admin`select pg_advisory_lock(${migrationLock})`;
    await ensureGroupRoles(admin);
    await ensureLogin(admin, appUrl);
    await asOwner(adminUrl, async (db) => {
      for (const statement of defaultPrivileges) await sql.raw(statement).execute(db);
      await applyMigrations(db);
      await applyPolicies(db);
    });
  } finally {
    await admin.end();
  }
};
