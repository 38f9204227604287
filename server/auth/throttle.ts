import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";

export interface Attempt {
  readonly account: string;
  readonly remoteAddress: string;
}

export type Admission =
  | { readonly admitted: true }
  /** `first` of a block: worth a line in the log, the following ones are not. */
  | { readonly admitted: false; readonly retryAfterSeconds: number; readonly first: boolean };

/** Limits guessing. An attempt is counted before the password is hashed and given back when it was right. */
export interface Throttle {
  admit(attempt: Attempt): Promise<Admission>;
  succeeded(attempt: Attempt): Promise<void>;
}

export interface ThrottleLimits {
  /** Wrong passwords in a row for one account from one address, and how long that pair then waits. */
  readonly pair: { readonly attempts: number; readonly blockSeconds: number };
  /** For one account from anywhere, per hour; addresses it was used from before are exempt. */
  readonly account: { readonly attempts: number };
  /** From one address for any account, per day. */
  readonly address: { readonly attempts: number };
}

const hour = 3600;
const day = 24 * hour;
/** Short of 2^31 ms, the longest that a timer of the in-memory store can wait. */
const rememberSeconds = 20 * day;

export const defaultLimits: ThrottleLimits = {
  pair: { attempts: 5, blockSeconds: 15 * 60 },
  account: { attempts: 20 },
  address: { attempts: 100 },
};

/** Keys are hashed: the store may be shared and need not know who signs in. */
const keyOf = (...parts: readonly string[]): string => createHash("sha256").update(parts.join("\n")).digest("base64url");

const consume = async (limiter: RateLimiterAbstract, key: string): Promise<Admission> => {
  try {
    await limiter.consume(key);
    return { admitted: true };
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    const retryAfterSeconds = Math.max(1, Math.ceil(rejected.msBeforeNext / 1000));
    return { admitted: false, retryAfterSeconds, first: rejected.consumedPoints === limiter.points + 1 };
  }
};

/**
 * Counters live in Redis when there is one, so that several web processes share them. While Redis fails,
 * each process counts for itself: throttling is never off.
 */
export const createThrottle = ({
  redis,
  limits = defaultLimits,
}: {
  readonly redis?: Redis;
  readonly limits?: ThrottleLimits;
} = {}): Throttle => {
  const limiter = (name: string, points: number, duration: number, blockDuration = 0): RateLimiterAbstract => {
    const options = { keyPrefix: `hengce:throttle:${name}`, points, duration, blockDuration };
    const memory = new RateLimiterMemory(options);
    return redis ? new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true, insuranceLimiter: memory }) : memory;
  };
  const pair = limiter("pair", limits.pair.attempts, day, limits.pair.blockSeconds);
  const account = limiter("account", limits.account.attempts, hour);
  const address = limiter("address", limits.address.attempts, day);
  const known = limiter("known", 1, rememberSeconds);

  return {
    admit: async (attempt) => {
      const pairKey = keyOf(attempt.account, attempt.remoteAddress);
      const byPair = await consume(pair, pairKey);
      if (!byPair.admitted) return byPair;
      const byAddress = await consume(address, keyOf(attempt.remoteAddress));
      if (!byAddress.admitted) return byAddress;
      if ((await known.get(pairKey)) !== null) return { admitted: true };
      return consume(account, keyOf(attempt.account));
    },
    succeeded: async (attempt) => {
      const pairKey = keyOf(attempt.account, attempt.remoteAddress);
      // A known address was not counted against the account, so it gives nothing back.
      if ((await known.get(pairKey)) === null) await account.reward(keyOf(attempt.account));
      await Promise.all([pair.delete(pairKey), address.reward(keyOf(attempt.remoteAddress)), known.set(pairKey, 1, rememberSeconds)]);
    },
  };
};
