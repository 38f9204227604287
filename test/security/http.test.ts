import { connect } from "node:net";
import { createAccount } from "@server/auth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SeededOrganisations, seedOrganisations } from "../support/organisations";
import { type TestDatabase, testDatabase } from "../support/postgres";
import { type Answer, send, startTestApp, type TestApp } from "./http-app";

const password = "correct horse battery";
const email = "planner@county.example";
const own = { "Sec-Fetch-Site": "same-origin" };

let db: TestDatabase;
let orgs: SeededOrganisations;
let app: TestApp;
let secure: TestApp;
let proxied: TestApp;

beforeAll(async () => {
  db = await testDatabase();
  orgs = await seedOrganisations(db);
  await db.withAuth((tx) => createAccount(tx, { orgId: orgs.countyA1.id, email, displayName: "甲一县规划员", role: "planner", password }));
  app = await startTestApp({ db });
  secure = await startTestApp({ db, publicOrigin: "https://hengce.example" });
  proxied = await startTestApp({ db, trustedProxies: 1 });
});
afterAll(async () => {
  await Promise.all([app.close(), secure.close(), proxied.close()]);
  await db.close();
});

const signIn = (to: TestApp): Promise<Answer> =>
  send(to, "POST", `/sign-in?email=${encodeURIComponent(email)}&password=${encodeURIComponent(password)}`, own);
const cookieOf = (answer: Answer): string => String(answer.headers["set-cookie"]?.[0]);

/** Every kind of response that there is. */
const kinds: readonly (readonly [string, string, string, Readonly<Record<string, string>>, number])[] = [
  ["a page", "GET", "/page", {}, 200],
  ["a page's data", "GET", "/page.data", {}, 200],
  ["only the head", "HEAD", "/page", {}, 200],
  ["an unknown page", "GET", "/nowhere", {}, 404],
  ["a redirect", "GET", "/move", {}, 302],
  ["a failure", "GET", "/boom", {}, 500],
  ["a database that is away", "GET", "/away", {}, 503],
  ["an action", "POST", "/act", own, 200],
  ["a forged action", "POST", "/act", { "Sec-Fetch-Site": "cross-site" }, 403],
  ["an unused method", "OPTIONS", "/page", own, 405],
  ["a body that is too large", "POST", "/act", { ...own, "Content-Length": "2000000" }, 413],
  ["an address that is too long", "GET", `/${"a".repeat(5000)}`, {}, 414],
  ["a static file", "GET", "/assets/entry-abc.js", {}, 200],
  ["a static file that is missing", "GET", "/assets/none.js", {}, 404],
  ["events without a session", "GET", "/api/runs/x/events", {}, 401],
  ["health", "GET", "/healthz", {}, 200],
  ["readiness", "GET", "/readyz", {}, 200],
];

test.each(kinds)("security headers are on %s", async (_kind, method, path, headers, status) => {
  const answer = await send(app, method, path, headers);
  expect(answer.status).toBe(status);
  const policy = String(answer.headers["content-security-policy"]);
  const nonce = /script-src 'nonce-([A-Za-z0-9+/=]{24})' 'strict-dynamic'/.exec(policy)?.[1];
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(policy.split(";")).toEqual([
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);
  expect(answer.headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(answer.headers["x-powered-by"]).toBeUndefined();
  expect(answer.headers["strict-transport-security"]).toBeUndefined();
  expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  expect(answer.headers["cache-control"]).toBe(path === "/assets/entry-abc.js" ? "public, max-age=31536000, immutable" : "no-store");
});

test("the nonce differs with each response and is the one a page gets", async () => {
  const [one, two] = [await send(app, "GET", "/page"), await send(app, "GET", "/page")];
  const nonce = /data-nonce="([^"]+)"/.exec(one.body)?.[1] ?? "";
  expect(one.headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
  expect(two.headers["content-security-policy"]).not.toContain(`'nonce-${nonce}'`);
});

test("behind https browsers are told to insist on it for a year", async () => {
  for (const [, method, path, headers] of kinds)
    expect((await send(secure, method, path, headers)).headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
});

const sites = [undefined, "same-origin", "same-site", "cross-site", "none"] as const;
const origins = [undefined, "ours", "null", "https://evil.example", "http://localhost:3001", "http://localhost:3000.evil.example"] as const;

test("an action is reached only from our own pages, whatever the method, the body and the other header say", async () => {
  const faults: string[] = [];
  let refused = 0;
  let reached = 0;
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    for (const site of sites)
      for (const origin of origins)
        for (const type of ["application/x-www-form-urlencoded", "text/plain", "application/json"]) {
          const headers: Record<string, string> = { "Content-Type": type };
          if (site) headers["Sec-Fetch-Site"] = site;
          if (origin) headers["Origin"] = origin === "ours" ? app.origin : origin;
          const allowed = site === undefined ? origin === "ours" : site === "same-origin";
          const before = app.acts();
          const { status } = await send(app, method, "/act", headers, "a=1");
          const acted = app.acts() > before;
          if (allowed) reached += 1;
          else refused += 1;
          if (acted !== allowed || status !== (allowed ? 200 : 403)) faults.push(`${method} ${site} ${origin} ${type}: ${status}`);
        }
  expect(faults).toEqual([]);
  expect({ reached, refused }).toEqual({ reached: 4 * 7 * 3, refused: 4 * 23 * 3 });
});

test("the session cookie is bound to host, path and encryption on https, and hidden from scripts everywhere", async () => {
  expect(cookieOf(await signIn(app))).toMatch(/^hengce=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=.* GMT$/);
  expect(cookieOf(await signIn(secure))).toMatch(
    /^__Host-hengce=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Expires=.* GMT$/,
  );
  expect(cookieOf(await send(secure, "POST", "/sign-out", own))).toBe("__Host-hengce=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
  const [pair] = cookieOf(await signIn(app)).split(";");
  expect((await send(app, "GET", "/page", { Cookie: `a=b; ${pair}; c=d` })).body).toContain("甲一县规划员");
  expect((await send(app, "GET", "/page", { Cookie: `${pair}x` })).body).toContain("nobody");
  expect((await send(secure, "GET", "/page", { Cookie: String(pair) })).body).toContain("nobody");
});

test("forged forwarding headers change neither address, host, scheme nor the key of throttling", async () => {
  const forged = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Host": "evil.example:444",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Port": "444",
    Forwarded: "host=evil.example",
    Host: "evil.example",
  };
  expect(JSON.parse((await send(app, "GET", "/who?a=1", forged)).body)).toEqual({
    url: "http://localhost:3000/who?a=1",
    address: "127.0.0.1",
    locale: "zh-CN",
  });
  expect((await send(app, "GET", "/move", forged)).headers.location).toBe("/page");
  const behind = await send(proxied, "GET", "/who", { "X-Forwarded-For": "203.0.113.9, 198.51.100.7" });
  expect(JSON.parse(behind.body)).toMatchObject({ address: "198.51.100.7" });
});

test("the language is the chosen one, else the browser's, else Chinese", async () => {
  const localeOf = async (headers: Record<string, string>): Promise<unknown> =>
    JSON.parse((await send(app, "GET", "/who", headers)).body).locale;
  expect(await localeOf({ "Accept-Language": "en-GB,en;q=0.9" })).toBe("en");
  expect(await localeOf({ "Accept-Language": "de, zh;q=0.5" })).toBe("zh-CN");
  expect(await localeOf({ Cookie: "hengce_locale=zh-CN", "Accept-Language": "en" })).toBe("zh-CN");
  expect(await localeOf({ Cookie: "hengce_locale=<script>" })).toBe("zh-CN");
});

test("an error shows a reference number and nothing of its cause; the log has both", async () => {
  const { body } = await send(app, "GET", "/boom?name=someone");
  expect(body).toMatch(/^internal [0-9a-f-]{36}$/);
  const id = body.slice("internal ".length);
  const lines = app
    .log()
    .split("\n")
    .filter((text) => text.includes(id));
  expect(lines.join()).toContain("secret-detail-of-the-cause");
  expect(lines.join()).not.toContain("someone");
});

test("the log holds no address, account, query, cookie or token; each line is one JSON object", async () => {
  const [pair] = cookieOf(await signIn(app)).split(";");
  await send(app, "GET", "/page?search=%E5%BC%A0%0Aforged", {
    Cookie: String(pair),
    "User-Agent": 'x"\n{"level":"fatal"}'.replace("\n", " "),
  });
  const log = app.log();
  for (const secret of [
    "127.0.0.1",
    "planner@county",
    encodeURIComponent(email),
    password,
    "search=",
    String(pair?.split("=")[1]),
    'level\\":\\"fatal',
  ])
    expect(log, secret).not.toContain(secret);
  for (const line of log.trimEnd().split("\n")) expect(typeof JSON.parse(line)).toBe("object");
});

test("bodies of unknown or contradictory length are refused before anything reads them", async () => {
  const before = app.acts();
  expect((await send(app, "POST", "/act", { ...own, "Transfer-Encoding": "chunked" }, "x".repeat(10))).status).toBe(411);
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(app.port, "127.0.0.1", () => socket.end(text));
      let answer = "";
      socket.on("data", (chunk) => {
        answer += chunk.toString();
      });
      socket.on("close", () => resolve(answer.split("\r\n")[0] ?? ""));
      socket.on("error", reject);
    });
  const head = "POST /act HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n";
  expect(await raw(`${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toContain("400");
  expect(await raw(`${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!`)).toContain("400");
  expect(await raw("GET http://evil.example/page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).toContain("400");
  expect(app.acts()).toBe(before);
});

const form = (fileName: string, content: Buffer | string): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--b\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from("\r\n--b--\r\n"),
  ]);
const multipart = { ...own, "Content-Type": "multipart/form-data; boundary=b" };
const upload = async (body: Buffer, headers: Readonly<Record<string, string>> = multipart): Promise<unknown> =>
  JSON.parse((await send(app, "POST", "/upload", headers, body)).body);

test.each([
  ["甲一县.xlsx", "甲一县.xlsx"],
  ["../../etc/passwd", "passwd"],
  ["C:\\\\temp\\\\a.xlsx", "a.xlsx"],
  ["a\u202Exslx.exe", "axslx.exe"],
  ["x".repeat(300), "x".repeat(255)],
  ["..", "upload"],
])("an uploaded file called %j is known as %j", async (sent, known) => {
  expect(await upload(form(sent, "data"))).toEqual({ name: known, size: 4 });
});

test("an upload is read up to 10 MB; a larger one, none, or a broken form gets a reason", async () => {
  expect(await upload(form("a.xlsx", Buffer.alloc(10 * 1024 * 1024 - 1)))).toMatchObject({ size: 10 * 1024 * 1024 - 1 });
  expect(await upload(form("a.xlsx", Buffer.alloc(10 * 1024 * 1024 + 1)))).toEqual({ code: "upload_too_large" });
  expect(await upload(Buffer.from("--b--\r\n"))).toEqual({ code: "upload_not_workbook" });
  expect(await upload(form("a.xlsx", "data").subarray(0, 120))).toEqual({ code: "upload_unreadable" });
  expect(await upload(form("a.xlsx", ""))).toEqual({ code: "upload_not_workbook" });
  expect(await upload(Buffer.from("x"), { ...own, "Content-Type": "text/plain" })).toEqual({ code: "upload_not_workbook" });
  expect(await upload(Buffer.from("x"), { ...own, "Content-Type": "multipart/form-data" })).toEqual({ code: "upload_unreadable" });
});

test("a process is ready only with its database at this version; a queue that is away is told, not fatal", async () => {
  expect(JSON.parse((await send(app, "GET", "/readyz")).body)).toEqual({ status: "ready", queue: "degraded" });
  await db.ownerSql`update migration.kysely_migration set name = name || '-other'`;
  expect((await send(app, "GET", "/readyz")).status).toBe(503);
  await db.ownerSql`update migration.kysely_migration set name = replace(name, '-other', '')`;
  expect((await send(app, "GET", "/readyz")).status).toBe(200);
});
