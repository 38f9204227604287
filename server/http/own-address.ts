import type { RequestHandler } from "express";

/**
 * Everything behind this believes the configured public origin, never the request: redirects, links and
 * Remix's own check are built from Host and X-Forwarded-*, which anybody can send.
 */
export const ownAddress = (publicOrigin: string): RequestHandler => {
  const { host, protocol } = new URL(publicOrigin);
  return (req, _res, next) => {
    for (const name of ["x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "forwarded"]) delete req.headers[name];
    req.headers.host = host;
    if (req.headers.origin !== undefined) req.headers.origin = publicOrigin;
    Object.defineProperty(req, "protocol", { value: protocol.slice(0, -1) });
    next();
  };
};
