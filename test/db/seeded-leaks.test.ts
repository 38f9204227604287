import type { Database } from "@db/schema/database";
import type { TenantTx, WithTenant } from "@db/tenant";
import { type Kysely, sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { seedOrganisations } from "../support/organisations";
import { type TestDatabase, testDatabase } from "../support/postgres";
import { catalogFaults } from "./catalog-rules";
import { contextFaults } from "./context-check";
import { seedRows, type TenantTable, tenantTables } from "./matrix-rows";
import { runMatrix } from "./matrix-run";

/** A mistake that a careless change could make, and which detectors must report it. */
interface Leak {
  readonly name: string;
  readonly statement: string;
  readonly caughtBy: readonly ("catalog" | "matrix")[];
}

/** The tables that a statement speaks of: the matrix has to find the leak at one of them, so only they are tried. */
const tablesOf = (statement: string): readonly TenantTable[] =>
  tenantTables.filter((table) => new RegExp(`\\b${table}\\b`).test(statement));

const own = "(select current_setting('app.org_id')::uuid)";
const both = ["catalog", "matrix"] as const;
const catalog = ["catalog"] as const;

const leaks: readonly Leak[] = [
  { name: "a policy is dropped", statement: "drop policy tenant on county.school", caughtBy: both },
  { name: "row security is no longer forced", statement: "alter table county.dataset no force row level security", caughtBy: catalog },
  { name: "row security is disabled", statement: "alter table county.run disable row level security", caughtBy: both },
  {
    name: "a second policy lets everything through",
    statement: "create policy wide on county.scenario for select to hengce_web using (true)",
    caughtBy: both,
  },
  {
    name: "written rows are no longer checked",
    statement: "alter policy tenant on county.audit_entry with check (true)",
    caughtBy: both,
  },
  {
    name: "a missing context hides rows in silence",
    statement:
      "alter policy tenant on county.assessment using (tenant_id = (select nullif(current_setting('app.org_id', true), '')::uuid))",
    caughtBy: both,
  },
  { name: "a right is granted to everybody", statement: "grant select on county.school to public", caughtBy: catalog },
  {
    name: "a view runs as its owner",
    statement: "create view county.schools as select * from county.school; grant select on county.schools to hengce_web",
    caughtBy: catalog,
  },
  {
    name: "a materialised view holds every county",
    statement: "create materialized view county.totals as select tenant_id, count(*) from county.school group by 1",
    caughtBy: catalog,
  },
  {
    name: "a function runs as its definer",
    statement:
      "create function county.all_schools() returns setof county.school language sql security definer as 'select * from county.school'",
    caughtBy: catalog,
  },
  {
    name: "a function is called leakproof",
    statement: "create function county.same(a text, b text) returns boolean language sql immutable leakproof as 'select a = b'",
    caughtBy: catalog,
  },
  {
    name: "a foreign key forgets the tenant",
    statement: `alter table county.school drop constraint school_tenant_id_dataset_id_fkey;
                create unique index dataset_id on county.dataset (id);
                alter table county.school add foreign key (dataset_id) references county.dataset (id)`,
    caughtBy: both,
  },
  {
    name: "a foreign key is dropped",
    statement: "alter table jobs.dispatch drop constraint dispatch_tenant_id_run_id_fkey",
    caughtBy: ["matrix"],
  },
  { name: "a unique key forgets the tenant", statement: "create unique index scenario_name on county.scenario (name)", caughtBy: catalog },
  {
    name: "the reader is granted schools",
    statement: "grant select on county.school to hengce_reader",
    caughtBy: both,
  },
  {
    name: "withdrawn publications stay visible",
    statement: `alter policy published on county.publication using (province_id = ${own} or city_id = ${own})`,
    caughtBy: both,
  },
  {
    name: "any province sees any publication",
    statement: "alter policy published on county.publication using (withdrawn_at is null)",
    caughtBy: both,
  },
  { name: "the audit log can be rewritten", statement: "grant update, delete on county.audit_entry to hengce_web", caughtBy: both },
  { name: "a publication can be edited", statement: "grant update (payload) on county.publication to hengce_web", caughtBy: catalog },
  { name: "a table can be emptied", statement: "grant truncate on county.upload to hengce_web", caughtBy: both },
  { name: "pages read accounts", statement: "grant select on auth.app_user to hengce_web", caughtBy: both },
  { name: "a county sees all organisations", statement: "alter policy own on auth.organisation using (true)", caughtBy: both },
  { name: "a table has no tenant", statement: "create table county.note (id uuid primary key, text text)", caughtBy: catalog },
  { name: "a counter is shared by all counties", statement: "create sequence county.counter", caughtBy: catalog },
  {
    name: "an index that policies make useless",
    statement: "create index school_facts on county.school using gin (facts)",
    caughtBy: catalog,
  },
  {
    name: "functions made later are everybody's",
    statement: "alter default privileges for role hengce_owner grant execute on functions to public",
    caughtBy: catalog,
  },
];

let db: TestDatabase | null = null;
afterEach(async () => {
  await db?.close();
  db = null;
});

test.each(leaks)("caught: $name", { timeout: 120_000 }, async ({ statement, caughtBy }) => {
  db = await testDatabase();
  await db.ownerSql.unsafe(statement);
  const found = { catalog: await catalogFaults(db.ownerSql, "hengce_test_app"), matrix: [] as readonly string[] };
  if (caughtBy.includes("matrix")) {
    const { countyA1, countyB1 } = await seedOrganisations(db);
    await seedRows(db.ownerSql, [countyA1, countyB1]);
    found.matrix = (await runMatrix(db.urls.app, [[countyA1, countyB1]], tablesOf(statement))).faults;
  }
  for (const detector of caughtBy) expect(found[detector], detector).not.toEqual([]);
});

test("caught: the application's login bypasses policies", async () => {
  db = await testDatabase();
  const login = `leaky_${process.pid}_${Date.now()}`;
  await db.ownerSql.unsafe(`create role ${login} login bypassrls noinherit; grant hengce_web to ${login}`);
  try {
    expect(await catalogFaults(db.ownerSql, login)).toEqual([
      `the pool roles and the login have no powers and own nothing: ${login} has a power`,
    ]);
  } finally {
    await db.ownerSql.unsafe(`drop role ${login}`);
  }
});

const sessionLevel =
  (pool: Kysely<Database>): WithTenant =>
  (context, work) =>
    pool.transaction().execute(async (trx) => {
      await sql`select set_config('app.org_id', ${context.orgId}, false)`.execute(trx);
      return work(trx as TenantTx);
    });

test("caught: the tenant is set for the session instead of the transaction", async () => {
  db = await testDatabase();
  const { countyA1 } = await seedOrganisations(db);
  expect(await contextFaults(db.urls.app, sessionLevel, countyA1.actors.planner)).toContain("the context outlives its transaction");
});
