import { isAbsolute } from "node:path";
import { z } from "zod";

const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? undefined : value), schema.optional());

const url = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });

const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d+$/, "must be a whole number").transform(Number).pipe(z.number().min(least).max(most));

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

const schema = z.object({
  NODE_ENV: optional(z.enum(["development", "test", "production"])),
  DATABASE_URL: z
    .string({ error: "is not set (to try the product without a database of your own: npm run demo)" })
    .pipe(url("postgres:", "postgresql:")),
  MIGRATION_DATABASE_URL: optional(url("postgres:", "postgresql:")),
  REDIS_URL: optional(url("redis:", "rediss:")),
  PUBLIC_ORIGIN: optional(url("http:", "https:")),
  HOST: optional(z.string()),
  PORT: optional(wholeNumber(0, 65_535)),
  TRUSTED_PROXIES: optional(wholeNumber(0, 10)),
  DATA_DIR: optional(z.string().refine(isAbsolute, "must be an absolute path")),
  LOG_LEVEL: optional(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])),
  DEMO_ACCOUNTS: optional(flag),
});

/** What a process may know of its surroundings; the table with defaults is docs/operations/environment.md. */
export interface Environment {
  readonly nodeEnv: "development" | "test" | "production";
  /** The application's own login: owns nothing, bypasses nothing. */
  readonly databaseUrl: string;
  /** A login that may create roles and tables; only `migrate` needs it. */
  readonly migrationDatabaseUrl: string | null;
  /** Null: runs are queued inside the worker process. */
  readonly redisUrl: string | null;
  /** Scheme, host and port as browsers see them; requests from elsewhere are refused. */
  readonly publicOrigin: string;
  readonly host: string;
  readonly port: number;
  /** How many proxies in front are ours; their forwarded addresses are believed. */
  readonly trustedProxies: number;
  readonly dataDir: string | null;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** The sign-in page lists the demo's accounts. */
  readonly demoAccounts: boolean;
}

/** The environment cannot be used; the message names each variable, never its value. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

const isLoopback = (address: string): boolean => loopbackHosts.has(new URL(address).hostname);

/** Rules that only a production process must keep: encrypted and verified lines to everything that is elsewhere. */
const productionFaults = (values: z.infer<typeof schema>): string[] => {
  const faults: string[] = [];
  for (const name of ["DATABASE_URL", "MIGRATION_DATABASE_URL"] as const) {
    const value = values[name];
    if (value && !isLoopback(value) && new URL(value).searchParams.get("sslmode") !== "verify-full")
      faults.push(`${name}: a database on another host needs sslmode=verify-full in production`);
  }
  if (values.REDIS_URL && !isLoopback(values.REDIS_URL) && !values.REDIS_URL.startsWith("rediss:"))
    faults.push("REDIS_URL: a Redis on another host needs rediss:// in production");
  if (!values.PUBLIC_ORIGIN) faults.push("PUBLIC_ORIGIN: is not set; browsers' requests are checked against it in production");
  else if (!isLoopback(values.PUBLIC_ORIGIN) && !values.PUBLIC_ORIGIN.startsWith("https:"))
    faults.push("PUBLIC_ORIGIN: must start with https:// in production");
  if (values.DEMO_ACCOUNTS && values.PUBLIC_ORIGIN && !isLoopback(values.PUBLIC_ORIGIN))
    faults.push("DEMO_ACCOUNTS: demo accounts are shown on this machine only, never on a public address");
  return faults;
};

/**
 * Reads and checks the environment. Only composition roots call it; everything else is handed what it needs.
 * Throws EnvironmentError with one line a fault.
 */
export const readEnvironment = (source: Readonly<Record<string, string | undefined>> = process.env): Environment => {
  const parsed = schema.safeParse(source);
  const faults = parsed.success
    ? parsed.data.NODE_ENV === "production"
      ? productionFaults(parsed.data)
      : []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (!parsed.success || faults.length > 0) throw new EnvironmentError(["Environment:", ...faults].join("\n  "));
  const values = parsed.data;
  const port = values.PORT ?? 3000;
  return {
    nodeEnv: values.NODE_ENV ?? "development",
    databaseUrl: values.DATABASE_URL,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    publicOrigin: new URL(values.PUBLIC_ORIGIN ?? `http://localhost:${port}`).origin,
    host: values.HOST ?? "127.0.0.1",
    port,
    trustedProxies: values.TRUSTED_PROXIES ?? 0,
    dataDir: values.DATA_DIR ?? null,
    logLevel: values.LOG_LEVEL ?? "info",
    demoAccounts: values.DEMO_ACCOUNTS ?? false,
  };
};
