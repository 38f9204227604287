import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger } from "pino";

const secrets = [
  "password",
  "current",
  "next",
  "token",
  "cookie",
  "authorization",
  "startPassword",
  "databaseUrl",
  "redisUrl",
  "url.password",
];

/** Anything under these keys is replaced, whatever a caller hands over. */
const redacted = secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/**
 * One JSON object a line on stdout. Log ids, codes, counts and durations: never names, figures of a county,
 * request bodies or addresses of people.
 */
export const createLogger = (
  { name, level }: { readonly name: string; readonly level: string },
  destination?: DestinationStream,
): Logger => {
  const options = {
    name,
    level,
    redact: { paths: [...redacted, "req.headers", "res.headers"], censor: "[redacted]" },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    base: { name, pid: process.pid },
  };
  return destination ? pino(options, destination) : pino(options);
};
