import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@server/platform/embedded-postgres";
import { entryOf, projectRoot } from "@server/platform/entries";
import { ended, processStart } from "@server/platform/processes";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

// Setting up a cluster takes a second alone and many beside other work.
vi.setConfig({ testTimeout: 120_000 });

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "hengce-embedded-"));
  await chmod(dataDir, 0o711);
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

const ask = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

/** Another process that starts the server, says so, and then waits. */
const startElsewhere = async (): Promise<{ readonly starter: ChildProcess; readonly serverPid: number }> => {
  const script = `
    import { startEmbeddedPostgres } from "@server/platform/embedded-postgres";
    void startEmbeddedPostgres({ dataDir: process.argv[1] ?? "", durable: false }).then(({ pid }) => process.stdout.write(String(pid) + "\\n"));
    setInterval(() => {}, 1000);`;
  const { execArgv } = entryOf("workers/main");
  const starter = spawn(process.execPath, [...execArgv, "--input-type=module", "--eval", script, dataDir], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise<string>((resolve, reject) => {
    starter.once("exit", () => reject(new Error("the starter ended early")));
    starter.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString("utf8")));
  });
  return { starter, serverPid: Number.parseInt(line, 10) };
};

test("the database counts Chinese characters whatever LANG says, and keeps its data over a restart", async () => {
  const first = await startEmbeddedPostgres({ dataDir, durable: false });
  await ask(first.adminUrl, async (sql) => {
    const [row] = await sql`select length('安县') as characters, current_setting('server_encoding') as encoding`;
    expect(row).toEqual({ characters: 2, encoding: "UTF8" });
    await sql`create table kept (name text)`;
    await sql`insert into kept values ('在')`;
  });
  await first.stop();
  expect(processStart(first.pid)).toBeNull();
  const second = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(await ask(second.adminUrl, (sql) => sql`select name from kept`)).toEqual([{ name: "在" }]);
  await second.stop();
});

test("only those who know the random password get in, and only the owner may read it", async () => {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  const { password } = new URL(server.adminUrl);
  expect(password.length).toBeGreaterThanOrEqual(30);
  const guess = server.adminUrl.replace(password, "password");
  await expect(ask(guess, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
  expect((await stat(join(dataDir, "postgres.json"))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(dataDir, "postgres.log"), "utf8")).not.toContain(password);
  await server.stop();
});

test("the server ends when its starter is killed, and the next start finds the data", async () => {
  const { starter, serverPid } = await startElsewhere();
  starter.kill("SIGKILL");
  expect(await ended(serverPid, 30_000)).toBe(true);
  const next = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(await ask(next.adminUrl, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await next.stop();
});

test("a second process is refused while the first one lives", async () => {
  const { starter, serverPid } = await startElsewhere();
  await expect(startEmbeddedPostgres({ dataDir, durable: false })).rejects.toThrow(`in use by process ${starter.pid}`);
  expect(processStart(serverPid)).not.toBeNull();
  starter.kill("SIGKILL");
  expect(await ended(serverPid, 30_000)).toBe(true);
});

test("a server whose guard was killed too is stopped before the next one starts", async () => {
  const { starter, serverPid } = await startElsewhere();
  const status = await readFile(`/proc/${serverPid}/status`, "utf8");
  const guard = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
  process.kill(guard, "SIGKILL");
  starter.kill("SIGKILL");
  expect(await ended(starter.pid ?? 0, 10_000)).toBe(true);
  expect(processStart(serverPid)).not.toBeNull();
  const next = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(processStart(serverPid)).toBeNull();
  await next.stop();
});
