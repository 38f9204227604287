import type { AuthTx, WithAuth } from "@db/tenant";
import { recordAccountAudit } from "@server/audit/record";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import { z } from "zod";
import type { AuthService, SessionView } from "./contract";
import { accountIssues } from "./issues";
import { createMembers } from "./members";
import { passwordIssue } from "./password-rules";
import { hashPassword, isOutdated, verifyPassword } from "./passwords";
import { type MembershipRow, membershipsOf, recordSignIn, setPasswordHash, type UserRow, userByEmail, userById } from "./repository";
import {
  deleteExpired,
  insertSession,
  type Liveness,
  liveSession,
  liveSessionsOf,
  moveSession,
  revokeByToken,
  revokeSessions,
  type SessionRow,
  touchSession,
} from "./session-repository";
import { absoluteMs, idleMs, isToken, newToken, tokenHash, touchMs } from "./sessions";
import type { Throttle } from "./throttle";

export interface AuthOptions {
  readonly withAuth: WithAuth;
  readonly throttle: Throttle;
  readonly clock?: () => Date;
}

const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;

const viewOf = (user: UserRow, memberships: readonly MembershipRow[], current: MembershipRow, expiresAt: Date): SessionView => ({
  actor: {
    userId: user.id,
    displayName: user.displayName,
    orgId: current.orgId,
    orgKind: current.orgKind,
    orgName: current.orgName,
    orgCode: current.orgCode,
    role: current.role,
  },
  memberships: memberships.map(({ orgId, orgName, orgKind, role }) => ({ orgId, orgName, orgKind, role })),
  expiresAt: expiresAt.toISOString(),
});

/** User and memberships behind a session row; null when the account is disabled or the membership gone. */
const viewOfSession = async (tx: AuthTx, session: SessionRow, orgId = session.orgId): Promise<SessionView | null> => {
  const user = await userById(tx, session.userId);
  if (!user || user.disabled) return null;
  const memberships = await membershipsOf(tx, user.id);
  const current = memberships.find((membership) => membership.orgId === orgId);
  return current ? viewOf(user, memberships, current, session.expiresAt) : null;
};

/** Sign-in, server-side sessions and members (登录、会话、成员). */
export const createAuthService = ({ withAuth, throttle, clock = () => new Date() }: AuthOptions): AuthService => {
  const liveness = (): Liveness => {
    const now = clock();
    return { now, idleSince: new Date(now.getTime() - idleMs) };
  };
  const find = (tx: AuthTx, token: string): Promise<SessionRow | null> =>
    isToken(token) ? liveSession(tx, tokenHash(token), liveness()) : Promise.resolve(null);

  const signIn: AuthService["signIn"] = async ({ email, password, remoteAddress, userAgent }) => {
    const attempt = { account: email, remoteAddress };
    const record = (userId: string | null, outcome: "wrong" | "throttled" | "disabled"): Promise<void> =>
      withAuth((tx) => recordSignIn(tx, { at: clock(), userId, outcome, remoteAddress }));
    const admission = await throttle.admit(attempt);
    if (!admission.admitted) {
      if (admission.first) await record(null, "throttled");
      return err(appError("sign_in_throttled", { seconds: admission.retryAfterSeconds }));
    }
    const user = await withAuth((tx) => userByEmail(tx, email));
    const fits = await verifyPassword(user?.passwordHash ?? null, password);
    if (!user || !fits) {
      await record(user?.id ?? null, "wrong");
      return err(appError("sign_in_failed"));
    }
    if (user.disabled) {
      await record(user.id, "disabled");
      return err(appError("sign_in_failed"));
    }
    const newHash = isOutdated(user.passwordHash) ? await hashPassword(password) : null;
    const now = clock();
    const opened = await withAuth(async (tx) => {
      const memberships = await membershipsOf(tx, user.id);
      const [current] = memberships;
      if (!current) return null;
      const token = newToken();
      const expiresAt = new Date(now.getTime() + absoluteMs);
      await deleteExpired(tx, user.id, now);
      await insertSession(tx, { tokenHash: tokenHash(token), userId: user.id, orgId: current.orgId, userAgent, now, expiresAt });
      if (newHash) await setPasswordHash(tx, user.id, newHash, null);
      await recordSignIn(tx, { at: now, userId: user.id, outcome: "ok", remoteAddress });
      return { token, expiresAt, session: viewOf(user, memberships, current, expiresAt) };
    });
    if (!opened) {
      await record(user.id, "disabled");
      return err(appError("sign_in_failed"));
    }
    await throttle.succeeded(attempt);
    return ok(opened);
  };

  return {
    ...createMembers({ withAuth, clock }),
    signIn,

    resolve: (token, purpose = "use") =>
      withAuth(async (tx) => {
        const session = await find(tx, token);
        if (!session) return null;
        const view = await viewOfSession(tx, session);
        const now = clock();
        if (view && purpose === "use" && now.getTime() - session.lastSeenAt.getTime() >= touchMs) await touchSession(tx, session.id, now);
        return view;
      }),

    signOut: (token) => withAuth((tx) => revokeByToken(tx, tokenHash(token), clock())),

    switchOrganisation: (token, orgId) =>
      withAuth(async (tx) => {
        const session = await find(tx, token);
        if (!session) return err(appError("not_signed_in"));
        const view = isUuid(orgId) ? await viewOfSession(tx, session, orgId) : null;
        if (!view) return err(appError("not_found"));
        await moveSession(tx, session.id, orgId);
        return ok(view);
      }),

    sessions: (actor, token) =>
      withAuth(async (tx) => {
        const current = await find(tx, token);
        const rows = await liveSessionsOf(tx, actor.userId, liveness());
        return ok(
          rows.map((row) => ({
            id: row.id,
            userAgent: row.userAgent,
            createdAt: row.createdAt.toISOString(),
            lastSeenAt: row.lastSeenAt.toISOString(),
            current: row.id === current?.id,
          })),
        );
      }),

    revokeSession: (actor, sessionId) =>
      withAuth(async (tx) => {
        const ended = isUuid(sessionId) ? await revokeSessions(tx, actor.userId, { id: sessionId }, clock()) : 0;
        return ended > 0 ? ok(null) : err(appError("not_found"));
      }),

    changePassword: async (actor, token, { current, next }) => {
      const user = await withAuth((tx) => userById(tx, actor.userId));
      if (!user) return err(appError("not_signed_in"));
      const issue = passwordIssue(next, user.email, "next");
      if (issue) return err(appError("invalid_input", {}, [issue]));
      // A stolen session must not become a way to guess the password.
      const attempt = { account: user.id, remoteAddress: "password change" };
      const admission = await throttle.admit(attempt);
      if (!admission.admitted) return err(appError("sign_in_throttled", { seconds: admission.retryAfterSeconds }));
      if (!(await verifyPassword(user.passwordHash, current)))
        return err(appError("invalid_input", {}, [{ path: "current", message: accountIssues.passwordWrong }]));
      await throttle.succeeded(attempt);
      const passwordHash = await hashPassword(next);
      return withAuth(async (tx) => {
        const session = await find(tx, token);
        if (session?.userId !== user.id) return err(appError("not_signed_in"));
        await setPasswordHash(tx, user.id, passwordHash, clock());
        // The password opens every organisation that the person works for: each sees it in its log.
        for (const { orgId } of await membershipsOf(tx, user.id))
          await recordAccountAudit(tx, { userId: user.id, displayName: user.displayName, orgId }, "account.password", user.id);
        await revokeSessions(tx, user.id, { exceptId: session.id }, clock());
        return ok(null);
      });
    },
  };
};
