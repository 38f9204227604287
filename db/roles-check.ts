import { type Kysely, sql } from "kysely";
import { migrations, migrationTable } from "./migrations";

/** Why the process must not start; each line is one fault with its cure. */
export class UnsafeLoginError extends Error {
  override readonly name = "UnsafeLoginError";
}

interface LoginFacts {
  login: string;
  superuser: boolean;
  bypass: boolean;
  inherits: boolean;
  creates: boolean;
  owns: boolean;
  powerful: string[];
}

/** Facts about the login behind a pool, whatever role the pool has taken. */
const loginFacts = sql<LoginFacts>`
  select login.rolname as login, login.rolsuper as superuser, login.rolbypassrls as bypass,
         login.rolcreaterole or login.rolcreatedb or login.rolreplication as creates,
         pg_has_role(login.oid, 'hengce_web', 'usage') and not login.rolsuper as inherits,
         exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('auth', 'county', 'jobs', 'rules', 'migration', 'public') and c.relowner = login.oid)
           or exists (select from pg_namespace where nspname in ('auth', 'county', 'jobs', 'rules', 'migration') and nspowner = login.oid)
           or exists (select from pg_database where datname = current_database() and datdba = login.oid) as owns,
         array(select other.rolname::text from pg_roles other
               where other.oid <> login.oid and not login.rolsuper and pg_has_role(login.oid, other.oid, 'member')
                 and (other.rolsuper or other.rolbypassrls or other.rolname in ('hengce_owner', 'pg_read_all_data', 'pg_write_all_data'))) as powerful
  from pg_roles login where login.rolname = session_user`;

const faultsOf = (facts: LoginFacts): string[] => [
  ...(facts.superuser ? ["is a superuser, which no policy binds"] : []),
  ...(facts.bypass ? ["has BYPASSRLS"] : []),
  ...(facts.creates ? ["may create roles or databases, or replicate"] : []),
  ...(facts.owns ? ["owns tables, a schema or the database"] : []),
  ...(facts.powerful.length > 0 ? [`is a member of ${facts.powerful.join(", ")}`] : []),
  ...(facts.inherits ? ["inherits the rights of its pool roles (make it NOINHERIT and grant them again)"] : []),
];

/** Throws unless every migration that this version knows has been applied. */
export const assertMigrated = async <T>(db: Kysely<T>): Promise<void> => {
  const { rows } = await sql<{ name: string }>`select name from ${sql.id(migrationTable.schema, migrationTable.table)}`
    .execute(db)
    .catch(() => ({ rows: [] }));
  const applied = new Set(rows.map((row) => row.name));
  const missing = Object.keys(migrations).filter((name) => !applied.has(name));
  if (missing.length > 0) throw new UnsafeLoginError(`The database lacks migrations: ${missing.join(", ")}. Run: npm run migrate`);
};

/**
 * Refuses to run on a database that is not migrated, or with a login that row-level security would not hold:
 * superuser, BYPASSRLS, owner, or one that inherits rights. Throws UnsafeLoginError with the reasons.
 */
export const assertSafeLogin = async <T>(db: Kysely<T>): Promise<void> => {
  await sql`select 1`.execute(db);
  await assertMigrated(db);
  const { rows } = await loginFacts.execute(db);
  const [facts] = rows;
  if (!facts) throw new UnsafeLoginError("The login of DATABASE_URL was not found in pg_roles.");
  const faults = faultsOf(facts);
  if (faults.length === 0) return;
  throw new UnsafeLoginError(
    [`The login ${facts.login} of DATABASE_URL is not safe to run with, because it:`, ...faults.map((fault) => `- ${fault}`)].join("\n  ") +
      "\nGive the application a login of its own: npm run migrate creates it.",
  );
};
