import { randomUUID } from "node:crypto";
import { type ClientRequest, get, type IncomingMessage } from "node:http";
import { createAccount } from "@server/auth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf, seedRows } from "../db/matrix-rows";
import { type SeededOrganisations, seedOrganisations } from "../support/organisations";
import { type TestDatabase, testDatabase } from "../support/postgres";
import { type Answer, send, startTestApp, type TestApp } from "./http-app";

let db: TestDatabase;
let orgs: SeededOrganisations;
let app: TestApp;
let cookie: string;

const password = "correct horse battery";
const signIn = async (email: string): Promise<string> => {
  const answer = await send(app, "POST", `/sign-in?email=${email}&password=${encodeURIComponent(password)}`, {
    "Sec-Fetch-Site": "same-origin",
  });
  return String(answer.headers["set-cookie"]?.[0]?.split(";")[0]);
};

beforeAll(async () => {
  db = await testDatabase();
  orgs = await seedOrganisations(db);
  await seedRows(db.ownerSql, [orgs.countyA1, orgs.countyB1]);
  app = await startTestApp({ db });
  const account = { orgId: orgs.countyA1.id, displayName: "规划员", role: "planner" as const, password };
  for (const email of ["one@example.test", "two@example.test"]) await db.withAuth((tx) => createAccount(tx, { ...account, email }));
  cookie = await signIn("one@example.test");
});
afterAll(async () => {
  await app.close();
  await db.close();
});

const runId = (): string => idOf(orgs.countyA1.code, "run");
const setState = (state: string): Promise<unknown> => db.ownerSql`update jobs.dispatch set state = ${state} where run_id = ${runId()}`;

interface Stream {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
  /** Resolves with the whole text once it matches, or when the stream ends. */
  readonly until: (pattern: RegExp) => Promise<string>;
}

const open = (path: string, headers: Readonly<Record<string, string>>): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port: app.port, path, headers }, (response) => {
      let text = "";
      let over = false;
      const waiting = new Set<() => void>();
      const wake = (): void => {
        for (const check of waiting) check();
      };
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        wake();
      });
      response.on("close", () => {
        over = true;
        wake();
      });
      response.on("error", () => {});
      const until = (pattern: RegExp): Promise<string> =>
        new Promise((done) => {
          const check = (): void => {
            if (!pattern.test(text) && !over) return;
            waiting.delete(check);
            done(text);
          };
          waiting.add(check);
          check();
        });
      resolve({ request, response, until });
    });
    request.on("error", reject);
  });

const never = /(?!)/;

test("a stream tells each change of a run once and ends with the final state", async () => {
  await setState("queued");
  const stream = await open(`/api/runs/${runId()}/events`, { Cookie: cookie });
  expect(stream.response.headers).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
  });
  expect(stream.response.headers["content-encoding"]).toBeUndefined();
  await stream.until(/"state":"queued"/);
  await setState("running");
  await stream.until(/"state":"running"/);
  await setState("done");
  const text = await stream.until(never);
  const events = text.split("\n\n").flatMap((event) => (event.includes("data: ") ? [JSON.parse(event.split("data: ")[1] ?? "null")] : []));
  expect(events.map((event) => event.state)).toEqual(["queued", "running", "done"]);
  expect(events[0]).toMatchObject({ id: runId(), kind: "projection", progress: 0 });
  const last = /id: (\S+)\ndata: .*"done"/.exec(text)?.[1] ?? "";
  expect((await send(app, "GET", `/api/runs/${runId()}/events`, { Cookie: cookie, "Last-Event-ID": last })).status).toBe(204);
});

test("another county's run is not found, exactly like one that never was", async () => {
  const ask = (id: string): Promise<Answer> => send(app, "GET", `/api/runs/${id}/events`, { Cookie: cookie });
  const comparable = ({ status, headers, body }: Answer): unknown => {
    const { date: _date, "content-security-policy": policy, ...rest } = headers;
    return { status, body, headers: rest, policy: String(policy).replace(/nonce-[^']+/g, "nonce") };
  };
  const foreign = await ask(idOf(orgs.countyB1.code, "run"));
  expect(foreign.status).toBe(404);
  expect(comparable(foreign)).toEqual(comparable(await ask(randomUUID())));
  expect(comparable(foreign)).toEqual(comparable(await ask("not-an-id")));
});

test("one person has at most six streams; closing one makes room", async () => {
  const mine = await signIn("two@example.test");
  await setState("running");
  const path = `/api/runs/${runId()}/events`;
  const streams = await Promise.all(Array.from({ length: 6 }, () => open(path, { Cookie: mine })));
  await Promise.all(streams.map((stream) => stream.until(/running/)));
  expect((await send(app, "GET", path, { Cookie: mine })).status).toBe(429);
  streams[0]?.request.destroy();
  const statuses: number[] = [];
  for (let tries = 0; tries < 500 && statuses.at(-1) !== 200; tries++) {
    const stream = await open(path, { Cookie: mine });
    statuses.push(stream.response.statusCode ?? 0);
    if (stream.response.statusCode === 200) streams.push(stream);
    else await stream.until(never);
  }
  expect(statuses.at(-1)).toBe(200);
  for (const stream of streams) stream.request.destroy();
});

test("a stream ends when its session is revoked", async () => {
  const mine = await signIn("one@example.test");
  await setState("running");
  const stream = await open(`/api/runs/${runId()}/events`, { Cookie: mine });
  await stream.until(/running/);
  await db.ownerSql`update auth.session set revoked_at = now()`;
  expect(await stream.until(never)).not.toContain('"done"');
  expect((await send(app, "GET", `/api/runs/${runId()}/events`, { Cookie: mine })).status).toBe(401);
});

test("what stands published is told to nobody without a session nor to a county, and asking puts off the end of no session", async () => {
  const path = "/api/publications/standing";
  expect((await send(app, "GET", path)).status).toBe(401);
  const mine = await signIn("two@example.test");
  await db.ownerSql`update auth.session set last_seen_at = now() - interval '20 minutes'`;
  const seen = () => db.ownerSql<{ at: Date }[]>`select max(last_seen_at) as at from auth.session`;
  const before = await seen();
  const asked = await send(app, "GET", path, { Cookie: mine });
  expect([asked.status, asked.headers["cache-control"]]).toEqual([403, "no-store"]);
  expect(await seen()).toEqual(before);
});

test("all streams end when the process stops", async () => {
  const mine = await signIn("one@example.test");
  const stream = await open(`/api/runs/${runId()}/events`, { Cookie: mine });
  await stream.until(/running/);
  await app.stop();
  expect(await stream.until(never)).toContain("running");
});
