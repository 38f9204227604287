import type { IncomingMessage } from "node:http";
import type { Logger } from "@server/platform/logger";
import type { RequestHandler } from "express";
import { pinoHttp } from "pino-http";
import { v7 as uuidv7 } from "uuid";

/** Path without its query: queries hold what people search for. */
const pathOf = (req: IncomingMessage): string => (req.url ?? "").split("?")[0] ?? "";

/** One line a request: id, method, path, status, duration. No address, no user, no query, no body. */
export const requestLog = (logger: Logger): RequestHandler =>
  pinoHttp({
    logger,
    // An id from outside could name another request's lines.
    genReqId: () => uuidv7(),
    autoLogging: { ignore: (req) => /^\/(assets\/|healthz|readyz|api\/publications\/standing)/.test(req.url ?? "") },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? "error" : "info"),
    serializers: {
      req: (req: { id: unknown; method: string; raw: IncomingMessage & { originalUrl?: string } }) => ({
        id: req.id,
        method: req.method,
        path: req.raw.originalUrl?.split("?")[0] ?? pathOf(req.raw),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      // The server's default would add whatever else the error carries, such as bound values.
      err: ({ type, message, stack }: { type: string; message: string; stack: string }) => ({ type, message, stack }),
    },
  });
