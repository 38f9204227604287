import type { AuthTx } from "@db/tenant";
import { v7 as uuidv7 } from "uuid";

export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly orgId: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** When a session counts as live: not revoked, not expired, used since `idleSince`. */
export interface Liveness {
  readonly now: Date;
  readonly idleSince: Date;
}

const live = (tx: AuthTx, { now, idleSince }: Liveness) =>
  tx
    .selectFrom("auth.session")
    .select(["id", "user_id", "org_id", "user_agent", "created_at", "last_seen_at", "expires_at"])
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .where("last_seen_at", ">", idleSince);

const rowOf = (row: {
  id: string;
  user_id: string;
  org_id: string;
  user_agent: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}): SessionRow => ({
  id: row.id,
  userId: row.user_id,
  orgId: row.org_id,
  userAgent: row.user_agent,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  expiresAt: row.expires_at,
});

export const insertSession = async (
  tx: AuthTx,
  session: { tokenHash: string; userId: string; orgId: string; userAgent: string; now: Date; expiresAt: Date },
): Promise<void> => {
  await tx
    .insertInto("auth.session")
    .values({
      id: uuidv7(),
      token_hash: session.tokenHash,
      user_id: session.userId,
      org_id: session.orgId,
      user_agent: session.userAgent.slice(0, 300),
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute();
};

export const liveSession = async (tx: AuthTx, tokenHash: string, liveness: Liveness): Promise<SessionRow | null> => {
  const row = await live(tx, liveness).where("token_hash", "=", tokenHash).executeTakeFirst();
  return row ? rowOf(row) : null;
};

export const liveSessionsOf = async (tx: AuthTx, userId: string, liveness: Liveness): Promise<readonly SessionRow[]> => {
  const rows = await live(tx, liveness).where("user_id", "=", userId).orderBy("last_seen_at", "desc").execute();
  return rows.map(rowOf);
};

export const touchSession = async (tx: AuthTx, id: string, now: Date): Promise<void> => {
  await tx.updateTable("auth.session").set({ last_seen_at: now }).where("id", "=", id).execute();
};

export const moveSession = async (tx: AuthTx, id: string, orgId: string): Promise<void> => {
  await tx.updateTable("auth.session").set({ org_id: orgId }).where("id", "=", id).execute();
};

/** Ends sessions of one user: one, those in one organisation, or all but one. Returns how many were live. */
export const revokeSessions = async (
  tx: AuthTx,
  userId: string,
  which: { readonly id?: string; readonly orgId?: string; readonly exceptId?: string },
  now: Date,
): Promise<number> => {
  let query = tx.updateTable("auth.session").set({ revoked_at: now }).where("user_id", "=", userId).where("revoked_at", "is", null);
  if (which.id !== undefined) query = query.where("id", "=", which.id);
  if (which.orgId !== undefined) query = query.where("org_id", "=", which.orgId);
  if (which.exceptId !== undefined) query = query.where("id", "!=", which.exceptId);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
};

export const revokeByToken = async (tx: AuthTx, tokenHash: string, now: Date): Promise<void> => {
  await tx
    .updateTable("auth.session")
    .set({ revoked_at: now })
    .where("token_hash", "=", tokenHash)
    .where("revoked_at", "is", null)
    .execute();
};

/** Removes a user's sessions that can never be used again. */
export const deleteExpired = async (tx: AuthTx, userId: string, now: Date): Promise<void> => {
  await tx.deleteFrom("auth.session").where("user_id", "=", userId).where("expires_at", "<", now).execute();
};
