import { randomBytes } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";

/** The nonce of this response's scripts and styles; set before anything can answer. */
export const nonceOf = (res: Response): string => {
  const nonce: unknown = res.locals["cspNonce"];
  if (typeof nonce !== "string") throw new Error("security headers must come before everything else");
  return nonce;
};

const nonceSource = (_req: unknown, res: unknown): string => `'nonce-${nonceOf(res as Response)}'`;

/**
 * Headers of every response, whatever sends it. Scripts run only with this response's nonce or when such a
 * script loads them; style attributes stay allowed because charts, the canvas and long lists position by them.
 * `secure`: the public origin is https, so browsers are told to insist on it.
 */
export const securityHeaders = ({ secure }: { readonly secure: boolean }): RequestHandler[] => [
  (_req: Request, res: Response, next: NextFunction): void => {
    res.locals["cspNonce"] = randomBytes(16).toString("base64");
    next();
  },
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [nonceSource, "'strict-dynamic'"],
        styleSrc: ["'self'", nonceSource],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  }),
];

/** Pages and data of signed-in people are kept by no cache; static files set their own header later. */
export const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader("Cache-Control", "no-store");
  next();
};
