import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Child, startChild } from "@server/platform/children";
import { projectRoot } from "@server/platform/entries";
import { freePort } from "@server/platform/ports";
import { startRedis, type TestRedis } from "./redis";
import { until } from "./until";

/** The built product, running: a web process and a worker process. */
export interface RunningApp {
  readonly origin: string;
  /** Ends the worker process, so that a run stays queued, until `startWorker`. */
  stopWorker(): Promise<void>;
  startWorker(): void;
  /** What the web process has logged. */
  log(): string;
  stop(): Promise<void>;
}

const assertBuilt = (): void => {
  const { status } = spawnSync(process.execPath, [join(projectRoot, "server/cli/bootstrap.mjs"), "built"], { stdio: "ignore" });
  if (status !== 0) throw new Error("build/ is missing or older than the sources: run these tests by `npm test`, which builds first.");
};

const ready = (origin: string, child: Child, log: () => string): Promise<boolean> => {
  let ended: string | null = null;
  void child.exited.then((how) => {
    ended = how;
  });
  const ask = async () => {
    if (ended !== null) throw new Error(`the web process ${ended}:\n${log()}`);
    return (await fetch(`${origin}/readyz`).catch(() => null))?.ok ?? false;
  };
  return until("the web process is ready", ask, 60_000);
};

/** Starts what `npm run build` made, on a free port of this machine. `databaseUrl` is a migrated database. */
export const startApp = async ({
  databaseUrl,
  queue,
}: {
  readonly databaseUrl: string;
  /** How the worker learns of runs: by itself, or through a real Redis. */
  readonly queue: "in_process" | "redis";
}): Promise<RunningApp> => {
  assertBuilt();
  const folder = await mkdtemp(join(tmpdir(), "hengce-app-"));
  const redis: TestRedis | null = queue === "redis" ? await startRedis() : null;
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env["PATH"],
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: origin,
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: "warn",
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
  };
  const start = (name: string, entry: string): Child => {
    const output = openSync(join(folder, `${name}.log`), "a");
    try {
      return startChild({ name, script: pathToFileURL(join(projectRoot, "build/node", entry)), env, output });
    } finally {
      closeSync(output);
    }
  };
  const web = start("web", "server/http/main.js");
  let worker: Child | null = null;
  const startWorker = () => {
    worker = start("worker", "workers/main.js");
  };
  const stopWorker = async () => {
    await worker?.stop(10_000);
    worker = null;
  };
  startWorker();
  const log = () => readFileSync(join(folder, "web.log"), "utf8");
  const stop = async () => {
    await Promise.all([web.stop(10_000), stopWorker()]);
    await redis?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(`http://127.0.0.1:${port}`, web, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    origin,
    stopWorker,
    startWorker,
    log,
    stop,
  };
};
