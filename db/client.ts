import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import postgres from "postgres";
import { guardReserved } from "./reserved-connections";
import type { Database } from "./schema/database";

/** Group roles of the application; policies and grants name them. */
export const poolRoles = ["hengce_web", "hengce_worker", "hengce_reader", "hengce_auth"] as const;
export type PoolRole = (typeof poolRoles)[number];

export interface Pool {
  readonly db: Kysely<Database>;
  readonly close: () => Promise<void>;
}

/** json columns are written as text by `jsonb()` of db/json.ts; the driver's own serialiser would quote that text once more. */
const jsonAsText = { to: 114, from: [114, 3802], serialize: (text: string) => text, parse: (text: string): unknown => JSON.parse(text) };

/**
 * postgres.js 3.4.9 forgets to clear its write timer when a connection closes with a statement still buffered; a
 * later start message of that slot then waits in the buffer for ever. It writes at once from 1024 bytes on, so a
 * start message of that size sets the timer right again. Postgres takes a setting with a dotted name from anybody.
 */
const startPadding = { "hengce.start_padding": "-".repeat(1024) };

/** Opens a pool whose every connection runs as one group role of the login named in `url`. Composition roots only. */
export const openPool = (url: string, role: PoolRole, max: number): Pool => {
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    types: { json: jsonAsText },
    connection: { role, application_name: role, ...startPadding },
  });
  const db = new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: guardReserved(client) }) });
  return { db, close: () => db.destroy() };
};
