import { randomBytes } from "node:crypto";
import { openPool, type Pool, type PoolRole, poolRoles } from "@db/client";
import { authTransactions, readerTransactions, tenantTransactions, type WithAuth, type WithReader, type WithTenant } from "@db/tenant";
import postgres from "postgres";
import { inject } from "vitest";

/** A database of its own: migrated, empty, with one small pool per role. */
export interface TestDatabase {
  readonly pools: { readonly web: Pool; readonly worker: Pool; readonly reader: Pool; readonly auth: Pool };
  readonly withTenant: WithTenant;
  readonly withWorkerTenant: WithTenant;
  readonly withReader: WithReader;
  readonly withAuth: WithAuth;
  /** Superuser connection: sees everything, for arranging and for looking behind the policies. */
  readonly ownerSql: postgres.Sql;
  /** For processes that a test starts. */
  readonly urls: { readonly app: string; readonly admin: string };
  readonly close: () => Promise<void>;
}

const administer = async (statement: string): Promise<void> => {
  const admin = postgres(`${inject("postgres").adminUrl}/postgres`, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(statement);
  } finally {
    await admin.end();
  }
};

/** Clones the migrated template; call `close` in afterAll. */
export const testDatabase = async ({ poolSize = 4 }: { readonly poolSize?: number } = {}): Promise<TestDatabase> => {
  const { adminUrl, appUrl } = inject("postgres");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(`create database ${name} template hengce_template`);
  await administer(`revoke all on database ${name} from public`);
  await administer(`grant connect on database ${name} to hengce_test_app`);
  const urls = { app: `${appUrl}/${name}`, admin: `${adminUrl}/${name}` };
  const open = (role: PoolRole): Pool => openPool(urls.app, role, poolSize);
  const [web, worker, reader, auth] = [open(poolRoles[0]), open(poolRoles[1]), open(poolRoles[2]), open(poolRoles[3])];
  const ownerSql = postgres(urls.admin, { max: 2, onnotice: () => {} });
  return {
    pools: { web, worker, reader, auth },
    withTenant: tenantTransactions(web.db),
    withWorkerTenant: tenantTransactions(worker.db),
    withReader: readerTransactions(reader.db),
    withAuth: authTransactions(auth.db),
    ownerSql,
    urls,
    close: async () => {
      await Promise.all([web.close(), worker.close(), reader.close(), auth.close(), ownerSql.end()]);
      await administer(`drop database ${name} with (force)`);
    },
  };
};
