import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openPool } from "@db/client";
import { assertMigrated, assertSafeLogin, UnsafeLoginError } from "@db/roles-check";
import { featuredAccounts } from "@db/seeds/demo/accounts";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import { endWithParent, stopOnSignal } from "@server/platform/children";
import { entryOf, projectRoot } from "@server/platform/entries";
import { EnvironmentError, readEnvironment } from "@server/platform/env";
import { createLogger } from "@server/platform/logger";
import { createUploadParser } from "@server/statistics";
import { Redis } from "ioredis";
import { createApp } from "./app";
import { closeServer, listen } from "./listen";
import { createServices } from "./services";

/** The web process: reads the environment, opens the pools, builds every service, serves pages. Runs are computed by workers/main.ts. */
const start = async (): Promise<void> => {
  const env = readEnvironment();
  const logger = createLogger({ name: "web", level: env.logLevel });
  const open = { web: openPool(env.databaseUrl, "hengce_web", 10), reader: openPool(env.databaseUrl, "hengce_reader", 4) };
  const pools = { ...open, auth: openPool(env.databaseUrl, "hengce_auth", 4) };
  await assertSafeLogin(pools.web.db);

  const redis = env.redisUrl
    ? new Redis(env.redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 500, connectTimeout: 5000 })
    : null;
  redis?.on("error", (error: Error) => logger.warn({ reason: error.message }, "redis is away"));

  const stopping = new AbortController();
  const build: ServerBuild = await import(pathToFileURL(join(projectRoot, "build/server/index.js")).href);
  const app = createApp({
    services: createServices({ pools, uploadParser: createUploadParser(entryOf("workers/parse-upload")), redis }),
    publicOrigin: env.publicOrigin,
    trustedProxies: env.trustedProxies,
    logger,
    readiness: { database: () => assertMigrated(pools.web.db), queue: () => redis === null || redis.status === "ready" },
    demoAccounts: env.demoAccounts ? featuredAccounts() : null,
    publicFiles: join(projectRoot, "build/client"),
    // Development mode would put stack traces into pages.
    pages: (getLoadContext) => createRequestHandler({ build, mode: "production", getLoadContext }),
    stopping: stopping.signal,
  });
  const { server, port } = await listen(app, env.port, env.host);
  logger.info({ port, publicOrigin: env.publicOrigin }, "listening");

  stopOnSignal(async (reason) => {
    logger.info({ reason }, "stopping");
    stopping.abort();
    await closeServer(server, 10_000);
    await Promise.all([pools.web.close(), pools.reader.close(), pools.auth.close()]);
    redis?.disconnect();
  });
  endWithParent();
};

start().catch((error: unknown) => {
  const expected = error instanceof EnvironmentError || error instanceof UnsafeLoginError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
