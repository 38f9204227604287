import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { z } from "zod";

/** 组织 (county → city → province). A county is a tenant. */
export const organisationKinds = ["county", "city", "province"] as const;
export const organisationKindSchema = z.enum(organisationKinds);
export type OrganisationKind = z.infer<typeof organisationKindSchema>;

/** Roles inside an organisation. Deny by default: see `server/auth/permissions.ts`. */
export const roles = ["admin", "planner", "approver", "viewer", "analyst"] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Who acts: minted from a verified session or from a claimed run row, nowhere else. */
export interface Actor {
  readonly userId: string;
  readonly displayName: string;
  readonly orgId: string;
  readonly orgKind: OrganisationKind;
  readonly orgName: string;
  readonly orgCode: string;
  readonly role: Role;
}

export const signInSchema = z.strictObject({
  email: z.string().trim().toLowerCase().min(3).max(200),
  password: z.string().min(1).max(200),
});

/** What the pages may know of the session. */
export interface SessionView {
  readonly actor: Actor;
  readonly memberships: readonly {
    readonly orgId: string;
    readonly orgName: string;
    readonly orgKind: OrganisationKind;
    readonly role: Role;
  }[];
  readonly expiresAt: string;
}

export const newPasswordSchema = z.string().min(12).max(128);

export const addMemberSchema = z.strictObject({
  email: signInSchema.shape.email,
  displayName: z.string().trim().min(1).max(60),
  role: roleSchema,
});

export interface SessionInfo {
  readonly id: string;
  readonly userAgent: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

export interface Member {
  readonly userId: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  readonly disabled: boolean;
}

/** Why a session is asked for: `use` puts off the hour at which it is idle too long, `look` does not. */
export type SessionPurpose = "use" | "look";

/** Sign-in, sessions (server-side, revocable) and the members of an organisation. */
export interface AuthService {
  /** `token` goes into the cookie; only its hash is stored. */
  signIn(input: {
    readonly email: string;
    readonly password: string;
    readonly remoteAddress: string;
    readonly userAgent: string;
  }): Promise<Result<{ readonly token: string; readonly expiresAt: Date; readonly session: SessionView }, AppError>>;
  /** The live session of a token, or null: unknown, revoked, idle too long, expired, user disabled, membership gone. */
  resolve(token: string, purpose?: SessionPurpose): Promise<SessionView | null>;
  signOut(token: string): Promise<void>;
  switchOrganisation(token: string, orgId: string): Promise<Result<SessionView, AppError>>;
  sessions(actor: Actor, token: string): Promise<Result<readonly SessionInfo[], AppError>>;
  revokeSession(actor: Actor, sessionId: string): Promise<Result<null, AppError>>;
  /** Ends all other sessions of the user. */
  changePassword(actor: Actor, token: string, input: { readonly current: string; readonly next: string }): Promise<Result<null, AppError>>;
  members(actor: Actor): Promise<Result<readonly Member[], AppError>>;
  /** Adds a user or a membership; a new user's one-time start password is returned once and never stored in clear. */
  addMember(
    actor: Actor,
    input: z.infer<typeof addMemberSchema>,
  ): Promise<Result<{ readonly member: Member; readonly startPassword: string | null }, AppError>>;
  /** Removes the membership and ends the user's sessions in this organisation. */
  removeMember(actor: Actor, userId: string): Promise<Result<null, AppError>>;
}
