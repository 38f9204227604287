import type { RequestHandler } from "express";

/** What `/readyz` asks: may this process be sent requests? */
export interface Readiness {
  /** Throws when Postgres does not answer or its migrations are not current. */
  readonly database: () => Promise<void>;
  /** False when Redis is away: pages work, runs wait. */
  readonly queue: () => boolean;
}

/** GET /healthz: the process lives. */
export const healthz: RequestHandler = (_req, res) => {
  res.json({ status: "ok" });
};

/** GET /readyz: 200 ready (`queue: degraded` when runs only wait), 503 when the database cannot be used. */
export const readyz =
  ({ database, queue }: Readiness): RequestHandler =>
  (_req, res) => {
    database().then(
      () => res.json({ status: "ready", queue: queue() ? "ok" : "degraded" }),
      () => res.status(503).json({ status: "unavailable" }),
    );
  };
