import type { AuthTx } from "@db/tenant";
import { v7 as uuidv7 } from "uuid";
import { type OrganisationKind, organisationKindSchema, type Role, roleSchema } from "./contract";

export interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly disabled: boolean;
}

const userColumns = ["id", "email", "display_name", "password_hash", "disabled_at"] as const;

const userOf = (row: { id: string; email: string; display_name: string; password_hash: string; disabled_at: Date | null }): UserRow => ({
  id: row.id,
  email: row.email,
  displayName: row.display_name,
  passwordHash: row.password_hash,
  disabled: row.disabled_at !== null,
});

export const userByEmail = async (tx: AuthTx, email: string): Promise<UserRow | null> => {
  const row = await tx.selectFrom("auth.app_user").select(userColumns).where("email", "=", email).executeTakeFirst();
  return row ? userOf(row) : null;
};

export const userById = async (tx: AuthTx, id: string): Promise<UserRow | null> => {
  const row = await tx.selectFrom("auth.app_user").select(userColumns).where("id", "=", id).executeTakeFirst();
  return row ? userOf(row) : null;
};

/** False when the e-mail address is taken. */
export const insertUser = async (
  tx: AuthTx,
  user: { id: string; email: string; displayName: string; passwordHash: string },
): Promise<boolean> => {
  const row = await tx
    .insertInto("auth.app_user")
    .values({ id: user.id, email: user.email, display_name: user.displayName, password_hash: user.passwordHash })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};

export const setPasswordHash = async (tx: AuthTx, userId: string, passwordHash: string, changedAt: Date | null): Promise<void> => {
  await tx
    .updateTable("auth.app_user")
    .set({ password_hash: passwordHash, ...(changedAt ? { password_changed_at: changedAt } : {}) })
    .where("id", "=", userId)
    .execute();
};

export const recordSignIn = async (
  tx: AuthTx,
  event: { at: Date; userId: string | null; outcome: "ok" | "wrong" | "throttled" | "disabled"; remoteAddress: string },
): Promise<void> => {
  await tx
    .insertInto("auth.sign_in_event")
    .values({ id: uuidv7(), at: event.at, user_id: event.userId, outcome: event.outcome, remote_address: event.remoteAddress.slice(0, 64) })
    .execute();
};

export interface MembershipRow {
  readonly orgId: string;
  readonly orgName: string;
  readonly orgKind: OrganisationKind;
  readonly orgCode: string;
  readonly role: Role;
}

/** Organisations that a user works for, by code. */
export const membershipsOf = async (tx: AuthTx, userId: string): Promise<readonly MembershipRow[]> => {
  const rows = await tx
    .selectFrom("auth.membership as m")
    .innerJoin("auth.organisation as o", "o.id", "m.org_id")
    .select(["o.id", "o.name", "o.kind", "o.code", "m.role"])
    .where("m.user_id", "=", userId)
    .orderBy("o.code")
    .execute();
  return rows.map((row) => ({
    orgId: row.id,
    orgName: row.name,
    orgKind: organisationKindSchema.parse(row.kind),
    orgCode: row.code,
    role: roleSchema.parse(row.role),
  }));
};

export const insertMembership = async (tx: AuthTx, userId: string, orgId: string, role: Role): Promise<boolean> => {
  const row = await tx
    .insertInto("auth.membership")
    .values({ id: uuidv7(), user_id: userId, org_id: orgId, role })
    .onConflict((conflict) => conflict.columns(["user_id", "org_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};

/** Members of one organisation; `lock` holds them until the transaction ends. */
export const membersOf = async (
  tx: AuthTx,
  orgId: string,
  { lock = false } = {},
): Promise<readonly { userId: string; email: string; displayName: string; role: Role; disabled: boolean }[]> => {
  const query = tx
    .selectFrom("auth.membership as m")
    .innerJoin("auth.app_user as u", "u.id", "m.user_id")
    .select(["u.id", "u.email", "u.display_name", "u.disabled_at", "m.role"])
    .where("m.org_id", "=", orgId)
    .orderBy("u.email");
  const rows = await (lock ? query.forUpdate("m") : query).execute();
  return rows.map((row) => ({
    userId: row.id,
    email: row.email,
    displayName: row.display_name,
    role: roleSchema.parse(row.role),
    disabled: row.disabled_at !== null,
  }));
};

export const deleteMembership = async (tx: AuthTx, userId: string, orgId: string): Promise<void> => {
  await tx.deleteFrom("auth.membership").where("user_id", "=", userId).where("org_id", "=", orgId).execute();
};
