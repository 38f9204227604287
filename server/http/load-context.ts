import type { AppLoadContext } from "@remix-run/node";
import type { SessionView } from "@server/auth/contract";
import type { Request, Response } from "express";
import type { AppContext, Locale, Services } from "./context";
import { readCookie, type SessionCookie } from "./cookies";
import { nonceOf } from "./security";
import { readUpload, readUploads } from "./uploads";

export interface LoadContextOptions {
  readonly services: Services;
  readonly cookie: SessionCookie;
  readonly demoAccounts: AppContext["demoAccounts"];
}

/** The cookie in which the pages keep a reader's choice of language. */
const localeCookie = "hengce_locale";

const localeOf = (req: Request): Locale => {
  const chosen = readCookie(req.headers.cookie, localeCookie);
  if (chosen === "en" || chosen === "zh-CN") return chosen;
  return req.acceptsLanguages("zh-CN", "zh", "en") === "en" ? "en" : "zh-CN";
};

/** The live session named by a Cookie header. */
export const sessionReader =
  ({ services, cookie }: Pick<LoadContextOptions, "services" | "cookie">) =>
  async (header: string | undefined): Promise<{ token: string; session: SessionView } | null> => {
    const token = readCookie(header, cookie.name);
    const session = token ? await services.auth.resolve(token, "use") : null;
    return token && session ? { token, session } : null;
  };

/** Builds what loaders and actions get for one request. */
export const loadContext = (options: LoadContextOptions): ((req: Request, res: Response) => Promise<AppLoadContext>) => {
  const read = sessionReader(options);
  return async (req, res) => {
    const signedIn = await read(req.headers.cookie);
    return {
      services: options.services,
      session: signedIn?.session ?? null,
      sessionToken: signedIn?.token ?? null,
      locale: localeOf(req),
      cspNonce: nonceOf(res),
      requestId: String(req.id),
      remoteAddress: req.ip ?? "unknown",
      demoAccounts: options.demoAccounts,
      sessionCookie: { set: options.cookie.set, clear: options.cookie.clear },
      readUpload,
      readUploads,
    };
  };
};
