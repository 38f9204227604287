import { openPool } from "@db/client";
import { assertMigrated, assertSafeLogin } from "@db/roles-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../support/postgres";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const checkAs = async (url: string): Promise<void> => {
  const pool = openPool(url, "hengce_web", 1);
  try {
    await assertSafeLogin(pool.db);
  } finally {
    await pool.close();
  }
};

/** Checks a login made for one test; roles belong to the whole server, so it has a name of its own and goes again. */
const checkLogin = async (suffix: string, options: string, grants: string): Promise<void> => {
  const name = `unsafe_${suffix}_${process.pid}`;
  await db.ownerSql.unsafe(`create role ${name} login password 'p' ${options}; grant ${grants} to ${name}`);
  const url = new URL(db.urls.app);
  url.username = name;
  url.password = "p";
  await db.ownerSql.unsafe(`grant connect on database ${url.pathname.slice(1)} to ${name}`);
  try {
    await checkAs(url.href);
  } finally {
    await db.ownerSql.unsafe(`revoke connect on database ${url.pathname.slice(1)} from ${name}; drop role ${name}`);
  }
};

test("the login that migrate creates is safe in every pool", async () => {
  for (const pool of Object.values(db.pools)) await assertSafeLogin(pool.db);
});

test("a superuser is refused", async () => {
  await expect(checkAs(db.urls.admin)).rejects.toThrow(/superuser/);
});

test.each([
  ["bypass", "noinherit bypassrls", "hengce_web", /BYPASSRLS/],
  ["owner", "noinherit", "hengce_web, hengce_owner", /member of hengce_owner/],
  ["reader", "noinherit", "hengce_web, pg_read_all_data", /member of pg_read_all_data/],
  ["inherit", "inherit", "hengce_web", /inherits/],
  ["creator", "noinherit createrole", "hengce_web", /create roles/],
])("a login that is a %s is refused", async (suffix, options, grants, reason) => {
  await expect(checkLogin(suffix, options, grants)).rejects.toThrow(reason);
});

test("a database without the newest migration is refused, with the command to run", async () => {
  await db.ownerSql`delete from migration.kysely_migration`;
  await expect(assertMigrated(db.pools.web.db)).rejects.toThrow(/0001-foundation.*npm run migrate/);
});
