import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@server/platform/ports";
import { Redis } from "ioredis";
import { until } from "./until";

export interface TestRedis {
  readonly url: string;
  /** Process id of the server running now. */
  pid(): number;
  /** Kills the server as a power cut would; its data are gone. */
  kill(): Promise<void>;
  /** Starts an empty server on the same address after `kill`. */
  restart(): Promise<void>;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

const serverProgram = (): string => {
  if (existsSync("/usr/bin/redis-server")) return "/usr/bin/redis-server";
  try {
    return execFileSync("which", ["redis-server"], { encoding: "utf8" }).trim();
  } catch {
    throw new Error("These tests need redis-server (Debian: apt-get install redis-server).");
  }
};

const answers = async (port: number): Promise<boolean> => {
  const client = new Redis({ port, host: "127.0.0.1", lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
};

/** A Redis of its own: random port, nothing kept on disk, no eviction, as production must have it. */
export const startRedis = async (): Promise<TestRedis> => {
  const program = serverProgram();
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "hengce-redis-"));
  let server: ChildProcess | null = null;

  const start = async () => {
    const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--maxmemory-policy", "noeviction"];
    server = spawn(program, args, { stdio: "ignore" });
    await until("redis answers", () => answers(port));
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = server;
    server = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill(signal);
    await ended;
  };

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: () => {
      if (!server?.pid) throw new Error("redis is not running");
      return server.pid;
    },
    kill: () => end("SIGKILL"),
    restart: start,
    stop: async () => {
      await end("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
};
