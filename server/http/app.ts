import { join } from "node:path";
import type { Logger } from "@server/platform/logger";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { AppContext, Services } from "./context";
import { readCookie, sessionCookieFor } from "./cookies";
import { csrfProtection } from "./csrf";
import { healthz, type Readiness, readyz } from "./health";
import { requestLimits } from "./limits";
import { type LoadContextOptions, loadContext, sessionReader } from "./load-context";
import { ownAddress } from "./own-address";
import { requestLog } from "./request-log";
import { runEvents } from "./run-events";
import { noStore, securityHeaders } from "./security";
import { standing } from "./standing";

export interface AppOptions {
  readonly services: Services;
  /** Scheme, host and port as browsers see them. */
  readonly publicOrigin: string;
  /** How many proxies in front are ours. */
  readonly trustedProxies: number;
  readonly logger: Logger;
  readonly readiness: Readiness;
  readonly demoAccounts: AppContext["demoAccounts"];
  /** Folder with `assets/` (hashed names) and the other public files. */
  readonly publicFiles: string;
  /** Answers what nothing else did: Remix. */
  readonly pages: (context: ReturnType<typeof loadContext>) => RequestHandler;
  /** Ends event streams at shutdown. */
  readonly stopping: AbortSignal;
  /** Milliseconds between two looks at a run; 500 unless said. */
  readonly pollMs?: number;
}

const isDatabaseAway = (error: unknown): boolean => {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return /^(ECONN|CONNECT|CONNECTION_|ETIMEDOUT|57P0|53300|08)/.test(code);
};

/** The last resort: a code and the reference number, nothing of the cause. */
const lastResort: ErrorRequestHandler = (error: unknown, req, res, _next) => {
  const away = isDatabaseAway(error);
  req.log.error({ err: error instanceof Error ? error : new Error("not an Error") }, "request failed");
  if (res.headersSent) return void res.destroy();
  res.status(away ? 503 : 500);
  if (away) res.setHeader("Retry-After", "5");
  res.type("text/plain").send(`${away ? "unavailable" : "internal"} ${String(req.id)}`);
};

const staticFiles = (folder: string): RequestHandler[] => [
  express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (res, path) =>
      void res.setHeader(
        "Cache-Control",
        path.startsWith(join(folder, "assets")) ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      ),
  }),
  (req, res, next) => (req.path.startsWith("/assets/") ? void res.status(404).type("text/plain").send("not_found") : next()),
];

/**
 * The Express application: headers, log, limits, forged-request check and sessions first, then event streams and
 * pages. Everything in front of `pages` holds for every route, also for ones that do not exist yet.
 */
export const createApp = (options: AppOptions): Express => {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", options.trustedProxies);
  app.set("etag", false);
  const cookie = sessionCookieFor(options.publicOrigin);
  const contextOptions: LoadContextOptions = { services: options.services, cookie, demoAccounts: options.demoAccounts };
  const readSession = sessionReader(contextOptions);

  app.use(...securityHeaders({ secure: options.publicOrigin.startsWith("https:") }), noStore, requestLog(options.logger), requestLimits);
  app.get("/healthz", healthz);
  app.get("/readyz", readyz(options.readiness));
  app.use(csrfProtection(options.publicOrigin), ownAddress(options.publicOrigin));
  app.get(
    "/api/runs/:id/events",
    runEvents({
      jobs: options.services.jobs,
      sessionOf: async (header) => (await readSession(header))?.session ?? null,
      stopping: options.stopping,
      ...(options.pollMs === undefined ? {} : { pollMs: options.pollMs }),
    }),
  );
  const { province, auth } = options.services;
  app.get(
    "/api/publications/standing",
    standing({
      province,
      tokenOf: (header) => readCookie(header, cookie.name),
      sessionOf: (token) => auth.resolve(token, "look"),
    }),
  );
  app.use(compression(), ...staticFiles(options.publicFiles), options.pages(loadContext(contextOptions)), lastResort);
  return app;
};
