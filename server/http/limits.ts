import type { RequestHandler } from "express";

/** Largest request with a file, bytes: the largest evidence file plus the form around it. Each form has its own, lower limit. */
const largestUpload = 21 * 1024 * 1024;
/** Largest request without a file, bytes. */
const largestForm = 1024 * 1024;
const longestAddress = 4096;

/**
 * Refuses what no page of ours sends: addresses too long or not a path (400, 414), bodies of unknown length
 * (411) or too large (413). Browsers always name the length.
 */
export const requestLimits: RequestHandler = (req, res, next) => {
  const refuse = (status: number, code: string): void => {
    res.status(status).setHeader("Connection", "close");
    res.type("text/plain").send(code);
  };
  if (!req.originalUrl.startsWith("/")) return refuse(400, "invalid_input");
  if (req.originalUrl.length > longestAddress) return refuse(414, "invalid_input");
  if (req.headers["transfer-encoding"] !== undefined) return refuse(411, "invalid_input");
  const limit = req.get("Content-Type")?.startsWith("multipart/form-data") ? largestUpload : largestForm;
  if (Number(req.get("Content-Length") ?? 0) > limit) return refuse(413, "upload_too_large");
  next();
};
