import type { Actor, SessionView } from "@server/auth/contract";
import type { ProvinceService } from "@server/province/contract";
import type { RequestHandler } from "express";
import { keptAnswers } from "./kept-answers";

export interface StandingOptions {
  readonly province: Pick<ProvinceService, "standing">;
  /** The session token that a Cookie header carries. */
  readonly tokenOf: (cookieHeader: string | undefined) => string | null;
  /** The live session of a token, or null. Looking must not count as using it: an open page would never be signed out. */
  readonly sessionOf: (token: string) => Promise<SessionView | null>;
}

/** One look at what stands published serves all pages of an organisation that ask within so many ms: with a page's own pause they stay below a second. */
const wordMs = 150;
/**
 * So long a session that is over, or has gone to another organisation, may still be told the word, which says no more than
 * how many stand published and since when; pages themselves are refused at once.
 */
const sessionMs = 3_000;
const longestToken = 128;

/**
 * GET /api/publications/standing: one word for what stands published below the reader, another one as soon as a county
 * publishes or withdraws. Open pages of a city and a province ask it, and load anew when it changes. 401 without a
 * session, 403 where there is nothing below.
 */
export const standing = ({ province, tokenOf, sessionOf }: StandingOptions): RequestHandler => {
  const sessions = keptAnswers(sessionMs, sessionOf);
  const words = keptAnswers(wordMs, (_key, actor: Actor) => province.standing(actor));
  return (req, res, next) => {
    const answer = async (): Promise<void> => {
      const token = tokenOf(req.headers.cookie);
      const session = token === null || token.length > longestToken ? null : await sessions(token);
      if (session === null) return void res.status(401).type("text/plain").send("not_signed_in");
      const word = await words(`${session.actor.orgId}.${session.actor.role}`, session.actor);
      if (!word.ok) return void res.status(403).type("text/plain").send(word.error.code);
      res.type("text/plain").send(word.value);
    };
    answer().catch(next);
  };
};
