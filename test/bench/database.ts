import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPool } from "@db/client";
import { migrate } from "@db/migrate";
import { authTransactions } from "@db/tenant";
import { createAccount, createOrganisation } from "@server/auth";
import type { Actor } from "@server/auth/contract";
import type { Services } from "@server/http/context";
import { createServices } from "@server/http/services";
import { startEmbeddedPostgres } from "@server/platform/embedded-postgres";
import { entryOf } from "@server/platform/entries";
import { createUploadParser } from "@server/statistics";

export interface BenchInstallation {
  readonly services: Services;
  readonly planner: Actor;
  readonly close: () => Promise<void>;
}

/** A product of its own for the benchmark: durable database in a temporary folder, one county with a planner. */
export const benchInstallation = async (county: { readonly code: string; readonly name: string }): Promise<BenchInstallation> => {
  const folder = await mkdtemp(join(tmpdir(), "hengce-bench-"));
  // The server may run as another user than the benchmark.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: true });
  const appUrl = `postgres://hengce_bench:only-for-the-benchmark@127.0.0.1:${server.port}/postgres`;
  await migrate({ adminUrl: server.adminUrl, appUrl });
  const pools = {
    web: openPool(appUrl, "hengce_web", 4),
    reader: openPool(appUrl, "hengce_reader", 1),
    auth: openPool(appUrl, "hengce_auth", 1),
  };
  const planner = await authTransactions(pools.auth.db)(async (tx): Promise<Actor> => {
    const province = await createOrganisation(tx, { kind: "province", code: "99", name: "云屏省", parentCode: null });
    const created = province.ok ? await createOrganisation(tx, { kind: "county", ...county, parentCode: "99" }) : province;
    if (!created.ok) throw new Error(created.error.code);
    const orgId = created.value.id;
    const account = { orgId, email: "planner@example.invalid", displayName: "规划员", role: "planner" as const, password: null };
    const made = await createAccount(tx, account);
    if (!made.ok) throw new Error(made.error.code);
    const { displayName, role } = account;
    return { userId: made.value.userId, displayName, role, orgId, orgKind: "county", orgName: county.name, orgCode: county.code };
  });
  return {
    services: createServices({ pools, uploadParser: createUploadParser(entryOf("workers/parse-upload")), redis: null }),
    planner,
    close: async () => {
      await Promise.all([pools.web.close(), pools.reader.close(), pools.auth.close()]);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
