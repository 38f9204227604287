import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Actor, SessionView } from "@server/auth/contract";
import { denial, type Permission } from "@server/auth/permissions";
import { failure } from "./respond";
import { signInPath } from "./safe-next";

/** The session, or a redirect to sign-in that comes back here. Every loader and action of `_app` starts with it. */
export const requireSession = (context: AppLoadContext, request: Request): SessionView => {
  if (context.session) return context.session;
  throw redirect(signInPath(request));
};

/** Who acts, or a redirect to sign-in. */
export const requireActor = (context: AppLoadContext, request: Request): Actor => requireSession(context, request).actor;

/** Stops with 403 unless the actor holds the permission; services check again by themselves. */
export const requirePermission = (actor: Actor, permission: Permission): void => {
  const error = denial(actor, permission);
  if (error) throw failure(error);
};
