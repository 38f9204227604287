import { createHash } from "node:crypto";
import type { SessionView } from "@server/auth/contract";
import type { JobsService, RunView } from "@server/jobs/contract";
import { isAppError } from "@server/kernel/errors";
import type { RequestHandler, Response } from "express";

export interface RunEventsOptions {
  readonly jobs: Pick<JobsService, "get">;
  /** The live session of a request, or null. Asked again while a stream lasts: a revoked session ends it. */
  readonly sessionOf: (cookieHeader: string | undefined) => Promise<SessionView | null>;
  /** Ends all streams. */
  readonly stopping: AbortSignal;
  readonly pollMs?: number;
  readonly perUser?: number;
}

const sessionCheckEvery = 20;
const commentEvery = 30;

const isFinal = (run: RunView): boolean => run.state === "done" || run.state === "failed" || run.state === "cancelled";

/** Names a state of a run, so that a browser that reconnects can say what it has seen. */
const eventId = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 16);

/** Waits, or returns at once when the stream is over. */
const pause = (ms: number, over: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (over.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      over.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    over.addEventListener("abort", done);
  });

const begin = (res: Response): void => {
  // `no-transform` keeps compression, here and in proxies, from holding events back.
  res
    .status(200)
    .set({ "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no" });
  res.flushHeaders();
};

/**
 * GET /api/runs/:id/events: a stream of one run's `RunView`, one message a change, at most two a second. It ends
 * after the final state; a browser that reconnects having seen that one is told to stop (204).
 * 401 without a session, 404 for a run that is not the organisation's own, 429 above `perUser` streams.
 */
export const runEvents = ({ jobs, sessionOf, stopping, pollMs = 500, perUser = 6 }: RunEventsOptions): RequestHandler => {
  const open = new Map<string, number>();

  const stream = async (
    runId: string,
    cookie: string | undefined,
    session: SessionView,
    seen: string | undefined,
    res: Response,
  ): Promise<void> => {
    const over = new AbortController();
    const end = (): void => over.abort();
    res.on("close", end);
    stopping.addEventListener("abort", end);
    try {
      let last = seen;
      for (let turn = 0; !over.signal.aborted; turn++) {
        if (turn > 0 && turn % sessionCheckEvery === 0 && (await sessionOf(cookie))?.actor.orgId !== session.actor.orgId) break;
        const run = await jobs.get(session.actor, runId);
        if (!run.ok) {
          if (!res.headersSent)
            res
              .status(run.error.code === "forbidden" ? 403 : 404)
              .type("text/plain")
              .send(run.error.code);
          break;
        }
        const text = JSON.stringify(run.value);
        const id = eventId(text);
        if (!res.headersSent && isFinal(run.value) && id === seen) {
          res.status(204);
          break;
        }
        if (!res.headersSent) begin(res);
        if (id !== last) res.write(`id: ${id}\ndata: ${text}\n\n`);
        else if (turn % commentEvery === 0) res.write(": still here\n\n");
        last = id;
        if (isFinal(run.value)) break;
        await pause(pollMs, over.signal);
      }
    } finally {
      stopping.removeEventListener("abort", end);
      res.off("close", end);
      res.end();
    }
  };

  return (req, res, next) => {
    if (req.method !== "GET") return next();
    const serve = async (): Promise<void> => {
      const cookie = req.headers.cookie;
      const session = await sessionOf(cookie);
      if (!session) {
        res.status(401).type("text/plain").send("not_signed_in");
        return;
      }
      const { userId } = session.actor;
      const count = open.get(userId) ?? 0;
      if (count >= perUser) {
        res.status(429).set("Retry-After", "5").type("text/plain").send("unavailable");
        return;
      }
      open.set(userId, count + 1);
      try {
        await stream(String(req.params["id"]), cookie, session, req.get("Last-Event-ID"), res);
      } finally {
        const left = (open.get(userId) ?? 1) - 1;
        if (left > 0) open.set(userId, left);
        else open.delete(userId);
      }
    };
    serve().catch((error: unknown) => (res.headersSent ? res.end() : next(isAppError(error) ? new Error(error.code) : error)));
  };
};
