import { createHash, randomBytes } from "node:crypto";

const minute = 60_000;

/** A session unused for this long is over. */
export const idleMs = 30 * minute;
/** A session this old is over, used or not. */
export const absoluteMs = 12 * 60 * minute;
/** How stale the noted last use may be; saves a write on most requests. */
export const touchMs = minute;

/** A new session token: 256 random bits for the cookie. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a token; 256 random bits need neither salt nor a slow hash. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** True for text that can be a token; anything else is not worth a query. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
