import type { SessionView } from "@server/auth/contract";
import type { ProvinceService } from "@server/province/contract";
import type { RequestHandler } from "express";

export interface StandingOptions {
  readonly province: Pick<ProvinceService, "standing">;
  /** The live session of a request, or null. Looking must not count as using it: an open page would never be signed out. */
  readonly sessionOf: (cookieHeader: string | undefined) => Promise<SessionView | null>;
}

/**
 * GET /api/publications/standing: one word for what stands published below the reader, another one as soon as a county
 * publishes or withdraws. Open pages of a city and a province ask it, and load anew when it changes. 401 without a
 * session, 403 where there is nothing below.
 */
export const standing =
  ({ province, sessionOf }: StandingOptions): RequestHandler =>
  (req, res, next) => {
    const answer = async (): Promise<void> => {
      const session = await sessionOf(req.headers.cookie);
      if (session === null) return void res.status(401).type("text/plain").send("not_signed_in");
      const word = await province.standing(session.actor);
      if (!word.ok) return void res.status(403).type("text/plain").send(word.error.code);
      res.type("text/plain").send(word.value);
    };
    answer().catch(next);
  };
