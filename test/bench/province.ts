import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { openPool, type Pool, type PoolRole } from "@db/client";
import { migrate } from "@db/migrate";
import { countyOfSize } from "@db/seeds/small-county";
import { authTransactions, readerTransactions, tenantTransactions } from "@db/tenant";
import { createOrganisation } from "@server/auth";
import type { Actor } from "@server/auth/contract";
import { startRun } from "@server/jobs";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { startEmbeddedPostgres } from "@server/platform/embedded-postgres";
import { createPolicyService, createProvinceService, provinceJobs } from "@server/province";
import { computePolicy } from "@server/province/policy-compute";
import { policyInputSchema } from "@server/province/policy-job";
import { storeDataset } from "@server/statistics";
import { v7 as uuidv7 } from "uuid";

/**
 * The provincial rerun from click to table: how long each stage takes, and its share. Counties and schools a county
 * may be given: `tsx test/bench/province.ts 120 66`.
 */
const counties = Number(process.argv[2] ?? 120);
const schools = Number(process.argv[3] ?? 66);

const must = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const stages: { readonly name: string; readonly ms: number }[] = [];
const stage = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
  const started = performance.now();
  const answer = await work();
  stages.push({ name, ms: performance.now() - started });
  return answer;
};

/** A database of its own, in a temporary folder. */
const installation = async () => {
  const folder = await mkdtemp(join(tmpdir(), "hengce-bench-"));
  // The server may run as another user than the benchmark.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: true });
  const appUrl = `postgres://hengce_bench:only-for-the-benchmark@127.0.0.1:${server.port}/postgres`;
  await migrate({ adminUrl: server.adminUrl, appUrl });
  const pools: Pool[] = [];
  const open = (role: PoolRole) => {
    const pool = openPool(appUrl, role, 4);
    pools.push(pool);
    return pool.db;
  };
  return {
    withTenant: tenantTransactions(open("hengce_web")),
    withWorkerTenant: tenantTransactions(open("hengce_worker")),
    withReader: readerTransactions(open("hengce_reader")),
    withAuth: authTransactions(open("hengce_auth")),
    close: async () => {
      await Promise.all(pools.map((pool) => pool.close()));
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const bench = async (): Promise<void> => {
  const database = await installation();
  try {
    const province = createProvinceService(database);
    const policies = createPolicyService({ ...database, jobs: { startRun } });
    const provinceId = await database.withAuth(
      async (tx) => must(await createOrganisation(tx, { kind: "province", code: "99", name: "云屏省", parentCode: null })).id,
    );
    const actor = (orgId: string, orgKind: Actor["orgKind"], orgCode: string, role: Actor["role"]): Actor => ({
      userId: uuidv7(),
      displayName: role,
      orgId,
      orgKind,
      orgName: orgCode,
      orgCode,
      role,
    });
    for (let index = 0; index < counties; index += 1) {
      const dataset = countyOfSize(schools, index + 1);
      const code = String(990_001 + index);
      const { id } = await database.withAuth(async (tx) =>
        must(await createOrganisation(tx, { kind: "county", code, name: `第 ${index + 1} 县`, parentCode: "99" })),
      );
      const planner = actor(id, "county", code, "planner");
      await database.withTenant({ ...planner, timeoutMs: 60_000 }, (tx) =>
        storeDataset(tx, planner, { dataset: { ...dataset, county: { ...dataset.county, code } }, sources: {}, fileName: "bench" }),
      );
      must(await province.publish(actor(id, "county", code, "approver")));
    }
    const analyst = actor(provinceId, "province", "99", "analyst");
    const request = {
      name: "班额",
      statisticsYear: countyOfSize(1, 1).county.statisticsYear,
      horizonYears: 10,
      change: { kind: "class_cap" as const, startYear: countyOfSize(1, 1).county.statisticsYear + 1, primary: 40, junior: 45 },
    };
    const context = { orgId: provinceId, userId: analyst.userId, timeoutMs: 60_000 };
    const policy = await stage("queue", async () => must(await policies.start(analyst, request)));
    const runId = policy.run?.id ?? "";
    const row = await database.withTenant(context, (tx) =>
      tx.selectFrom("county.run").select("input").where("id", "=", runId).executeTakeFirstOrThrow(),
    );
    const payload = await stage("load", () =>
      database.withWorkerTenant(context, (tx) => provinceJobs.policy.load(tx, policyInputSchema.parse(row.input))),
    );
    const sent = await stage("send to the child", () => serialize(payload).byteLength);
    const answer = await stage("compute", () => computePolicy(payload, { report: () => {}, keep: () => {}, stopRequested: () => false }));
    await stage("save", () => database.withWorkerTenant(context, (tx) => provinceJobs.policy.save(tx, runId, answer)));
    await stage("render: read and sum up", async () => must(await policies.get(analyst, policy.id)));
    await stage("comparison page: read", async () => must(await province.compare(analyst, null)));
    const rerun = stages.slice(0, -1).reduce((sum, { ms }) => sum + ms, 0);
    process.stdout.write(
      `${counties} counties × ${schools} schools × 10 years: ${(rerun / 1000).toFixed(1)} s, ${(sent / 2 ** 20).toFixed(0)} MB sent\n`,
    );
    for (const { name, ms } of stages)
      process.stdout.write(`${ms.toFixed(0).padStart(8)} ms ${((100 * ms) / rerun).toFixed(1).padStart(6)} %  ${name}\n`);
  } finally {
    await database.close();
  }
};

bench().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
