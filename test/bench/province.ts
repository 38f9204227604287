import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { openPool, type Pool, type PoolRole } from "@db/client";
import { migrate } from "@db/migrate";
import { countyOfSize } from "@db/seeds/small-county";
import { authTransactions, readerTransactions, tenantTransactions } from "@db/tenant";
import type { AppLoadContext } from "@remix-run/node";
import { createOrganisation } from "@server/auth";
import type { Actor } from "@server/auth/contract";
import { createServices } from "@server/http/services";
import { startRun } from "@server/jobs";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { startEmbeddedPostgres } from "@server/platform/embedded-postgres";
import { createPolicyService, createProvinceService, provinceJobs } from "@server/province";
import { computePolicy } from "@server/province/policy-compute";
import { policyInputSchema } from "@server/province/policy-job";
import { storeDataset } from "@server/statistics";
import { v7 as uuidv7 } from "uuid";
import { compareFile } from "~/features/province/compare-file";
import { compareViews } from "~/features/province/compare-query";
import { loadComparison } from "~/features/province/load-comparison";
import { registerLanguage } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { type Figure, figureHead, figureLine, measure } from "./figures";

/**
 * The comparison of a province, and its rerun from click to table: how long each stage takes, and its share. Counties
 * and schools a county may be given: `tsx test/bench/province.ts 120 66`.
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
  const open = (role: PoolRole): Pool => openPool(appUrl, role, 4);
  const pools = { web: open("hengce_web"), reader: open("hengce_reader"), auth: open("hengce_auth") };
  const worker = open("hengce_worker");
  return {
    pools,
    withTenant: tenantTransactions(pools.web.db),
    withWorkerTenant: tenantTransactions(worker.db),
    withReader: readerTransactions(pools.reader.db),
    withAuth: authTransactions(pools.auth.db),
    close: async () => {
      await Promise.all([...Object.values(pools), worker].map((pool) => pool.close()));
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const noUploads = () => Promise.reject(new Error("nothing is uploaded here"));

/** What a page of the analyst would be given; nothing of a browser. */
const contextOf = (database: Awaited<ReturnType<typeof installation>>, analyst: Actor): AppLoadContext => ({
  services: createServices({ pools: database.pools, uploadParser: { read: noUploads, write: noUploads, answer: noUploads }, redis: null }),
  session: { actor: analyst, memberships: [], expiresAt: "" },
  sessionToken: null,
  locale: "zh-CN",
  cspNonce: "",
  requestId: "",
  remoteAddress: "",
  demoAccounts: null,
  sessionCookie: { set: () => "", clear: () => "" },
  readUpload: noUploads,
  readUploads: noUploads,
});

const rounds = 20;

/** The comparison from its address to the bytes that a page is drawn from, view by view, and what is downloaded. */
const comparison = async (context: AppLoadContext): Promise<readonly Figure[]> => {
  registerLanguage("zh-CN", zhCN);
  const figures: Figure[] = [];
  for (const view of compareViews) {
    let bytes = 0;
    const request = new Request(`https://hengce.example/province/compare?view=${view}`);
    const figure = await measure(
      `page, ${view}`,
      rounds,
      async () => JSON.stringify(await loadComparison(context, request)),
      (answer) => {
        bytes = answer.length;
      },
    );
    figures.push({ ...figure, name: `${figure.name}, ${(bytes / 1000).toFixed(0)} kB` });
  }
  for (const format of ["csv", "svg"]) {
    const request = new Request(`https://hengce.example/province/compare/file?format=${format}`);
    figures.push(
      await measure(
        `file, heat .${format}`,
        rounds,
        async () => (await compareFile(context, request)).arrayBuffer(),
        () => {},
      ),
    );
  }
  return figures;
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
    const figures = [...(await comparison(contextOf(database, analyst)))];
    figures.push(await measure("read alone", rounds, () => province.compare(analyst, null), must));
    process.stdout.write(`${counties} counties × ${schools} schools side by side\n${figureHead}\n`);
    for (const figure of figures) process.stdout.write(`${figureLine(figure)}\n`);
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
    await stage("render: read and sum up", async () => must(await policies.get(analyst, policy.id, "whole")));
    const rerun = stages.reduce((sum, { ms }) => sum + ms, 0);
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
