import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createDatabase } from "@db/create-database";
import { migrate } from "@db/migrate";
import { loadDemo } from "@db/seeds/load-demo";
import { today } from "@server/kernel/dates";
import { type Child, endWithParent, startChild, stopOnSignal } from "@server/platform/children";
import { dataDirOf } from "@server/platform/data-dir";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@server/platform/embedded-postgres";
import { entryOf, projectRoot } from "@server/platform/entries";
import { freePortFrom } from "@server/platform/ports";
import { isAlive, signal } from "@server/platform/processes";
import { parentIdentity, type RunLock, takeRunLock } from "@server/platform/run-lock";

/**
 * The whole product on one machine: an embedded database with the demo province, the web process and a worker.
 * Everything it starts ends with it.
 */
const database = "hengce";
const wantedPort = Number(process.env["PORT"] || 3000);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Under npm we end when npm is gone: a kill -9 of npm reaches nobody else. */
const starter = process.env["npm_lifecycle_event"] ? parentIdentity() : null;

interface Running {
  lock?: RunLock;
  postgres?: EmbeddedPostgres;
  children: Child[];
  stopping: boolean;
}

const stopAll = async (running: Running): Promise<void> => {
  running.stopping = true;
  const { lock, postgres, children } = running;
  await Promise.all(children.map((child) => child.stop()));
  await postgres?.stop();
  lock?.release();
};

/** The application's login has a password of its own, kept beside the database. */
const appPassword = (dataDir: string): string => {
  const path = join(dataDir, "app-password");
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(path, "utf8");
};

const prepareDatabase = async (server: EmbeddedPostgres, dataDir: string): Promise<string> => {
  await createDatabase(server.adminUrl, database);
  const databaseUrl = `postgres://hengce_app:${appPassword(dataDir)}@127.0.0.1:${server.port}/${database}`;
  await migrate({ adminUrl: server.adminUrlOf(database), appUrl: databaseUrl });
  return databaseUrl;
};

const startProcess = (name: "web" | "worker", dataDir: string, env: NodeJS.ProcessEnv): Child => {
  const { entry, execArgv } = entryOf(name === "web" ? "server/http/main" : "workers/main");
  return startChild({ name, script: entry, execArgv, env, output: openSync(join(dataDir, `${name}.log`), "w", 0o600) });
};

/** False when another process took the port between our look and the web process's own; throws when it ends otherwise. */
const isListening = async (origin: string, child: Child, log: string): Promise<boolean> => {
  let end: string | null = null;
  void child.exited.then((how) => {
    end = how;
  });
  for (let attempt = 0; attempt < 600; attempt++) {
    if (end) {
      const said = readFileSync(log, "utf8");
      if (said.includes("EADDRINUSE")) return false;
      throw new Error(`the ${child.name} process ${end}:\n${said.trimEnd().split("\n").slice(-5).join("\n")}`);
    }
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return true;
    await delay(100);
  }
  throw new Error(`the web process does not get ready; its log is ${log}`);
};

interface Web {
  readonly web: Child;
  readonly env: NodeJS.ProcessEnv;
  readonly origin: string;
}

const startWeb = async (running: Running, dataDir: string, databaseUrl: string): Promise<Web> => {
  const host = process.env["HOST"] || "127.0.0.1";
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePortFrom(wantedPort, host);
    const origin = process.env["PUBLIC_ORIGIN"] || `http://localhost:${port}`;
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      PUBLIC_ORIGIN: origin,
      HOST: host,
      PORT: String(port),
      DEMO_ACCOUNTS: "true",
    };
    const web = startProcess("web", dataDir, env);
    running.children = [web];
    if (!(await isListening(`http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`, web, join(dataDir, "web.log")))) continue;
    if (port !== wantedPort) say(`Port ${wantedPort} is taken; using ${port}.`);
    return { web, env, origin };
  }
  throw new Error(`no port at or above ${wantedPort} stays free; choose another PORT`);
};

const start = async (running: Running): Promise<void> => {
  const dataDir = dataDirOf(projectRoot, process.env["DATA_DIR"] || null);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const lock = await takeRunLock(join(dataDir, "demo.json"), starter, "The demo is already being started here.");
  if (typeof lock === "string") {
    say(lock);
    process.exit(1);
  }
  running.lock = lock;
  say("Starting the database …");
  running.postgres = await startEmbeddedPostgres({ dataDir, durable: true });
  const databaseUrl = await prepareDatabase(running.postgres, dataDir);
  say("Loading the demo province (only the first time) …");
  const accounts = await loadDemo(databaseUrl, today(new Date()));

  const { web, env, origin } = await startWeb(running, dataDir, databaseUrl);
  running.children = [web, startProcess("worker", dataDir, env)];
  for (const child of running.children)
    void child.exited.then((how) => {
      if (running.stopping) return;
      say(`The ${child.name} process ${how}; its log is ${join(dataDir, `${child.name}.log`)}`);
      signal(process.pid, "SIGTERM");
    });

  lock.setNote(`The demo already runs at ${origin} (process ${process.pid}). Stop it with Ctrl-C there, or choose another DATA_DIR.`);
  say(`\nHengce is ready: ${origin}\n`);
  for (const { email, password, label } of accounts) say(`  ${label}\t${email}\t${password}`);
  say("\nCtrl-C stops it; the data stay for the next start.");
};

const running: Running = { children: [], stopping: false };
stopOnSignal(() => stopAll(running));
endWithParent();
if (starter) setInterval(() => isAlive(starter) || signal(process.pid, "SIGTERM"), 1000).unref();
start(running).catch(async (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await stopAll(running).catch(() => {});
  process.exit(1);
});
