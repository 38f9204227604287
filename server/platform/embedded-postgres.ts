import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { freePort } from "./ports";
import { canReach, type DatabaseUser, databaseUser, postgresPrograms } from "./postgres-binaries";
import { ended, isAlive, ownIdentity, processStart, signal } from "./processes";

export interface EmbeddedPostgresOptions {
  /** Absolute folder that holds cluster, password and log; made when missing, kept afterwards. */
  readonly dataDir: string;
  /** False gives up safety against a power cut for speed: tests. */
  readonly durable: boolean;
  /** 100 unless said. */
  readonly maxConnections?: number;
  /** More settings of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number;
  /** Superuser's address of database `postgres`. */
  readonly adminUrl: string;
  /** Superuser's address of another database. */
  readonly adminUrlOf: (database: string) => string;
  /** Fast shutdown: ends connections, saves, waits until the server is gone. */
  readonly stop: () => Promise<void>;
}

const superuser = "hengce_superuser";
const stateSchema = z.object({
  password: z.string().min(20),
  owner: z.object({ pid: z.number(), startedAt: z.string() }).nullable(),
});
type State = z.infer<typeof stateSchema>;

const statePath = (dataDir: string): string => join(dataDir, "postgres.json");

const readState = (dataDir: string): State | null =>
  existsSync(statePath(dataDir)) ? stateSchema.parse(JSON.parse(readFileSync(statePath(dataDir), "utf8"))) : null;

const writeState = (dataDir: string, state: State): void => writeFileSync(statePath(dataDir), JSON.stringify(state), { mode: 0o600 });

const logTail = (dataDir: string): string => {
  const path = join(dataDir, "postgres.log");
  return existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n").slice(-5).join("\n") : "";
};

/** An empty LANG would make a SQL_ASCII database, so encoding and collation are said outright. */
const localeFlags = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

const childEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: process.env["PATH"] ?? "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

const initialise = (dataDir: string, cluster: string, programs: string, user: DatabaseUser, password: string): void => {
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  const passwordFile = join(dataDir, "initial-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) for (const path of [cluster, passwordFile]) chownSync(path, user.uid, user.gid);
  const flags = [`--pgdata=${cluster}`, `--username=${superuser}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--no-sync"];
  const done = spawnSync(join(programs, "initdb"), [...flags, ...localeFlags], {
    ...user,
    cwd: "/",
    env: childEnvironment,
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (done.status === 0) return;
  rmSync(cluster, { recursive: true, force: true });
  throw new Error(`the database could not be set up: ${done.error?.message ?? done.stderr.trim()}`);
};

interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

/** What the server itself wrote down: first line its process, eighth its state. */
const postmasterOf = (cluster: string): Postmaster | null => {
  const path = join(cluster, "postmaster.pid");
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8").split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  return Number.isInteger(pid) && pid > 1 ? { pid, ready: lines[7]?.trim() === "ready" } : null;
};

const runsIn = (pid: number, cluster: string): boolean => {
  if (processStart(pid) === null) return false;
  if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(cluster);
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(cluster);
};

const stopServer = async (pid: number): Promise<void> => {
  for (const [name, withinMs] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5000],
    ["SIGKILL", 5000],
  ] as const) {
    if (!signal(pid, name) || (await ended(pid, withinMs))) return;
  }
  throw new Error(`Postgres (process ${pid}) does not stop`);
};

/** A server whose starter was killed may still hold the data folder. */
const stopOrphan = async (cluster: string): Promise<void> => {
  const postmaster = postmasterOf(cluster);
  if (postmaster && runsIn(postmaster.pid, cluster)) await stopServer(postmaster.pid);
};

/**
 * The shell holds one end of a pipe to us. When we end, however that happens, its `read` returns and it
 * asks the server for a fast shutdown.
 */
const guardScript = '"$@" & server=$!; read -r _; kill -INT "$server" 2>/dev/null; wait "$server"';

const launch = (dataDir: string, cluster: string, programs: string, user: DatabaseUser, port: number, options: EmbeddedPostgresOptions) => {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: String(options.maxConnections ?? 100),
    timezone: "UTC",
    ...(options.durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(join(dataDir, "postgres.log"), "a", 0o600);
  const guard = spawn("/bin/sh", ["-c", guardScript, "sh", join(programs, "postgres"), "-D", cluster, ...flags], {
    ...user,
    cwd: "/",
    env: childEnvironment,
    detached: true,
    stdio: ["pipe", log, log],
  });
  closeSync(log);
  // The guard's end is seen through `exitCode`; neither it nor the pipe keeps this process alive.
  guard.on("error", () => {});
  guard.stdin?.on("error", () => {});
  guard.unref();
  return guard;
};

const untilReady = async (guard: ChildProcess, cluster: string): Promise<number | null> => {
  const deadline = performance.now() + 60_000;
  while (guard.exitCode === null && guard.signalCode === null && performance.now() < deadline) {
    const postmaster = postmasterOf(cluster);
    if (postmaster?.ready && runsIn(postmaster.pid, cluster)) return postmaster.pid;
    await delay(20);
  }
  guard.stdin?.end();
  return null;
};

const prepareFolder = (dataDir: string, user: DatabaseUser): void => {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  if (process.getuid && statSync(dataDir).uid !== process.getuid())
    throw new Error(`${dataDir} belongs to another user; choose another DATA_DIR`);
  if (!canReach(dataDir, user)) throw new Error(`the system user postgres cannot enter ${dataDir}; choose another DATA_DIR`);
};

/**
 * Starts a real Postgres that listens on a free port of 127.0.0.1 only, with a random superuser password kept
 * in `dataDir` (mode 600). A server left over from a killed run is stopped first; the data stay. It ends when
 * this process ends, even by kill -9. Throws when another live process uses the same folder.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { dataDir } = options;
  const user = databaseUser();
  prepareFolder(dataDir, user);
  const known = readState(dataDir);
  if (known?.owner && known.owner.pid !== process.pid && isAlive(known.owner))
    throw new Error(`the database in ${dataDir} is in use by process ${known.owner.pid}`);
  const cluster = join(dataDir, "postgres");
  await stopOrphan(cluster);
  const programs = postgresPrograms(dataDir, user);
  const password = known?.password ?? randomBytes(24).toString("base64url");
  writeState(dataDir, { password, owner: ownIdentity() });
  if (!existsSync(join(cluster, "PG_VERSION"))) initialise(dataDir, cluster, programs, user, password);
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = await freePort();
    const guard = launch(dataDir, cluster, programs, user, port, options);
    const pid = await untilReady(guard, cluster);
    if (pid === null) continue;
    const adminUrlOf = (database: string): string => `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
    const stop = async (): Promise<void> => {
      await stopServer(pid);
      guard.stdin?.end();
      writeState(dataDir, { password, owner: null });
    };
    return { port, pid, adminUrl: adminUrlOf("postgres"), adminUrlOf, stop };
  }
  throw new Error(`Postgres did not start:\n${logTail(dataDir)}`);
};
