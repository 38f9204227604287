import type { RequestHandler } from "express";

const reading = new Set(["GET", "HEAD"]);
const writing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * Whether a request that changes something comes from our own pages. Browsers say so in Sec-Fetch-Site, which
 * pages cannot forge; `none` (address bar, bookmark) never sends a form. Older shells lack the header: there
 * the Origin must be ours. Neither header: refused.
 */
export const comesFromOwnPage = (
  headers: { readonly secFetchSite: string | undefined; readonly origin: string | undefined },
  publicOrigin: string,
): boolean => (headers.secFetchSite === undefined ? headers.origin === publicOrigin : headers.secFetchSite === "same-origin");

/** Refuses forged requests before any route sees them: 403; and methods that nothing here uses: 405. */
export const csrfProtection =
  (publicOrigin: string): RequestHandler =>
  (req, res, next) => {
    if (reading.has(req.method)) return next();
    if (!writing.has(req.method)) {
      res.status(405).setHeader("Allow", [...reading, ...writing].join(", "));
      res.type("text/plain").send("method_not_allowed");
      return;
    }
    if (comesFromOwnPage({ secFetchSite: req.get("Sec-Fetch-Site"), origin: req.get("Origin") }, publicOrigin)) return next();
    res.status(403).type("text/plain").send("forbidden");
  };
