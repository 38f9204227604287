import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { assertMigrated } from "@db/roles-check";
import { createApp } from "@server/http/app";
import { closeServer, listen } from "@server/http/listen";
import { createServices } from "@server/http/services";
import { appError } from "@server/kernel/errors";
import { err } from "@server/kernel/result";
import { createLogger } from "@server/platform/logger";
import type { Request, RequestHandler } from "express";
import type { TestDatabase } from "../support/postgres";

export interface TestApp {
  readonly port: number;
  readonly origin: string;
  /** Actions that were reached; a refused request must not count. */
  readonly acts: () => number;
  /** What went to the log. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TestAppOptions {
  readonly db: TestDatabase;
  readonly publicOrigin?: string;
  readonly trustedProxies?: number;
}

type ContextOf = Parameters<Parameters<typeof createApp>[0]["pages"]>[0];

const webRequest = (req: Request): globalThis.Request =>
  new Request(`${req.protocol}://${req.get("host")}${req.originalUrl}`, {
    method: req.method,
    headers: Object.entries(req.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as [string, string]] : [])),
    ...(req.method === "POST" ? { body: Readable.toWeb(req) as WebStream<Uint8Array> as ReadableStream, duplex: "half" as const } : {}),
  });

/** Stands where Remix stands: a few routes that show what a loader or action would get. */
const standIn =
  (acted: () => void) =>
  (contextOf: ContextOf): RequestHandler =>
  (req, res, next) => {
    const answer = async (): Promise<void> => {
      const context = await contextOf(req, res);
      const route = `${req.method === "HEAD" ? "GET" : req.method} ${req.path}`;
      if (req.method !== "GET" && req.method !== "HEAD") acted();
      if (route === "GET /boom") throw new Error("secret-detail-of-the-cause");
      if (route === "GET /away") throw Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
      if (route === "GET /move") return res.redirect("/page");
      if (route === "GET /page" || route === "GET /page.data")
        return void res.type("text/html").send(`<p data-nonce="${context.cspNonce}">${context.session?.actor.displayName ?? "nobody"}</p>`);
      if (route === "GET /who")
        return void res.json({
          url: webRequest(req).url,
          address: context.remoteAddress,
          locale: context.locale,
          forwarded: req.headers["x-forwarded-host"],
        });
      if (route === "POST /sign-in") {
        const input = { email: String(req.query["email"]), password: String(req.query["password"]) };
        const result = await context.services.auth.signIn({ ...input, remoteAddress: context.remoteAddress, userAgent: "test" });
        if (!result.ok) return void res.status(401).send(result.error.code);
        return void res.setHeader("Set-Cookie", context.sessionCookie.set(result.value.token, result.value.expiresAt)).send("in");
      }
      if (route === "POST /sign-out") return void res.setHeader("Set-Cookie", context.sessionCookie.clear()).send("out");
      if (route === "POST /upload") {
        const file = await context.readUpload(webRequest(req));
        return void res.json(file.ok ? { name: file.value.fileName, size: file.value.bytes.length } : { code: file.error.code });
      }
      if (req.method !== "GET" && req.method !== "HEAD") return void res.send("acted");
      res.status(404).send("not_found");
    };
    answer().catch(next);
  };

/** The real application on a port of its own; only the pages are stand-ins. */
export const startTestApp = async ({
  db,
  publicOrigin = "http://localhost:3000",
  trustedProxies = 0,
}: TestAppOptions): Promise<TestApp> => {
  const publicFiles = mkdtempSync(join(tmpdir(), "hengce-public-"));
  mkdirSync(join(publicFiles, "assets"));
  writeFileSync(join(publicFiles, "assets", "entry-abc.js"), "export {};");
  writeFileSync(join(publicFiles, "favicon.svg"), "<svg/>");
  let acts = 0;
  let lines = "";
  const stopping = new AbortController();
  const app = createApp({
    services: createServices({
      pools: db.pools,
      uploadParser: {
        read: async () => err(appError("unavailable")),
        answer: async () => err(appError("unavailable")),
        write: async () => err(appError("unavailable")),
      },
      redis: null,
    }),
    publicOrigin,
    trustedProxies,
    logger: createLogger(
      { name: "test", level: "info" },
      {
        write: (line) => {
          lines += line;
        },
      },
    ),
    readiness: { database: () => assertMigrated(db.pools.web.db), queue: () => false },
    demoAccounts: null,
    publicFiles,
    pages: standIn(() => {
      acts += 1;
    }),
    stopping: stopping.signal,
    pollMs: 10,
  });
  const { server, port } = await listen(app, 0, "127.0.0.1");
  return {
    port,
    origin: publicOrigin,
    acts: () => acts,
    log: () => lines,
    stop: async () => stopping.abort(),
    close: async () => {
      stopping.abort();
      await closeServer(server, 0);
      rmSync(publicFiles, { recursive: true });
    },
  };
};

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request with exactly these headers; browsers and fetch() would add or forbid some. */
export const send = (
  { port }: { readonly port: number },
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string | Buffer,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const length = body === undefined || headers["Transfer-Encoding"] ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
    const req = httpRequest({ host: "127.0.0.1", port, method, path, headers: { ...length, ...headers } }, (res) => {
      let text = "";
      res.setEncoding("utf8");
      res.on("data", (chunk: string) => {
        text += chunk;
      });
      res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text }));
      res.on("error", reject);
    });
    req.on("error", reject);
    req.end(body);
  });
