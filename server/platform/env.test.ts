import { describe, expect, test } from "vitest";
import { EnvironmentError, readEnvironment } from "./env";

const here = { DATABASE_URL: "postgres://app:secret@127.0.0.1:5432/hengce" };
const production = { ...here, NODE_ENV: "production", PUBLIC_ORIGIN: "https://hengce.example.org" };

const faultOf = (source: Record<string, string>): string => {
  try {
    readEnvironment(source);
    return "none";
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
};

describe("environment", () => {
  test("a database address is enough to begin with", () => {
    expect(readEnvironment(here)).toEqual({
      nodeEnv: "development",
      databaseUrl: here.DATABASE_URL,
      migrationDatabaseUrl: null,
      redisUrl: null,
      publicOrigin: "http://localhost:3000",
      host: "127.0.0.1",
      port: 3000,
      trustedProxies: 0,
      dataDir: null,
      logLevel: "info",
      demoAccounts: false,
    });
  });

  test("an empty variable counts as not set", () => {
    expect(readEnvironment({ ...here, REDIS_URL: " ", PORT: "" })).toMatchObject({ redisUrl: null, port: 3000 });
  });

  test("a missing database address points to the demo", () => {
    expect(faultOf({})).toBe("Environment:\n  DATABASE_URL: is not set (to try the product without a database of your own: npm run demo)");
  });

  test.each([
    ["PORT", "80a"],
    ["PORT", "70000"],
    ["REDIS_URL", "http://redis"],
    ["DEMO_ACCOUNTS", "1"],
    ["DATA_DIR", "data"],
    ["LOG_LEVEL", "loud"],
  ])("%s=%s is refused by name", (name, value) => {
    expect(faultOf({ ...here, [name]: value })).toContain(`  ${name}: `);
  });

  test("the text false is false", () => {
    expect(readEnvironment({ ...here, DEMO_ACCOUNTS: "false" }).demoAccounts).toBe(false);
    expect(readEnvironment({ ...here, DEMO_ACCOUNTS: "true" }).demoAccounts).toBe(true);
  });

  test("a fault never repeats a value, which may be a secret", () => {
    expect(faultOf({ DATABASE_URL: "mysql://app:hunter2@db/hengce" })).not.toContain("hunter2");
  });

  test.each([
    ["DATABASE_URL", "postgres://app:x@db.example.org/hengce"],
    ["DATABASE_URL", "postgres://app:x@db.example.org/hengce?sslmode=require"],
    ["MIGRATION_DATABASE_URL", "postgres://app:x@db.example.org/hengce"],
    ["REDIS_URL", "redis://redis.example.org"],
    ["PUBLIC_ORIGIN", "http://hengce.example.org"],
    ["DEMO_ACCOUNTS", "true"],
  ])("production refuses %s=%s", (name, value) => {
    expect(faultOf({ ...production, [name]: value })).toContain(`  ${name}: `);
  });

  test("production accepts verified lines to other hosts, and plain ones to its own", () => {
    const remote = { DATABASE_URL: "postgres://app:x@db.example.org/hengce?sslmode=verify-full", REDIS_URL: "rediss://redis.example.org" };
    expect(readEnvironment({ ...production, ...remote }).redisUrl).toBe(remote.REDIS_URL);
    expect(readEnvironment({ ...production, REDIS_URL: "redis://localhost:6379" }).redisUrl).toBe("redis://localhost:6379");
  });

  test("production needs to know its public address", () => {
    expect(faultOf({ ...here, NODE_ENV: "production" })).toContain("PUBLIC_ORIGIN: is not set");
  });
});
