import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@db/migrate";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@server/platform/embedded-postgres";
import postgres from "postgres";
import type { TestProject } from "vitest/node";

/** Database that each test file clones. */
const templateName = "hengce_template";
/** The run's process id follows, so that folders of killed runs can be told and removed. */
const folderPrefix = "hengce-test-";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser and application login of the run's Postgres; addresses end before the database name. */
    readonly postgres: { readonly adminUrl: string; readonly appUrl: string };
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const removeLeftFolders = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(folderPrefix) ? Number.parseInt(name.slice(folderPrefix.length), 10) : Number.NaN;
    if (pid > 0 && !isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
};

const prepare = async (server: EmbeddedPostgres): Promise<{ adminUrl: string; appUrl: string }> => {
  const admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${templateName}`);
  await admin.end();
  const adminUrl = server.adminUrlOf("").replace(/\/$/, "");
  const appUrl = `postgres://hengce_test_app:${randomBytes(12).toString("hex")}@127.0.0.1:${server.port}`;
  await migrate({ adminUrl: `${adminUrl}/${templateName}`, appUrl: `${appUrl}/${templateName}` });
  return { adminUrl, appUrl };
};

/** Starts one Postgres for the whole run and migrates the template once. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  await removeLeftFolders();
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  // The server may run as another user than the tests.
  await chmod(folder, 0o711);
  const settings = { shared_buffers: "64MB", jit: "off" };
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false, maxConnections: 200, settings });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    project.provide("postgres", await prepare(server));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
};
