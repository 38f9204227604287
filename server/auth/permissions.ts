import { type AppError, appError } from "@server/kernel/errors";
import type { Actor, OrganisationKind, Role } from "./contract";

/** What an actor may do. Anything not listed for its organisation kind and role is denied. */
export const permissions = [
  "data.read",
  "data.write",
  "declaration.write",
  "declaration.attest",
  "evidence.write",
  "rules.read",
  "rules.manage",
  "scenario.read",
  "scenario.write",
  "scenario.comment",
  "scenario.lock",
  "run.start",
  "publication.read",
  "publication.write",
  "comparison.read",
  "members.manage",
] as const;
export type Permission = (typeof permissions)[number];

const read: readonly Permission[] = ["data.read", "rules.read", "scenario.read", "publication.read"];
const prepare: readonly Permission[] = [
  "data.write",
  "declaration.write",
  "evidence.write",
  "scenario.write",
  "scenario.comment",
  "run.start",
];
const above: readonly Permission[] = ["comparison.read", "rules.read"];
const granted: Readonly<Record<OrganisationKind, Partial<Record<Role, readonly Permission[]>>>> = {
  county: {
    admin: [...read, ...prepare, "scenario.lock", "declaration.attest", "rules.manage", "members.manage"],
    planner: [...read, ...prepare],
    approver: [...read, "scenario.comment", "scenario.lock", "declaration.attest", "publication.write"],
    viewer: read,
  },
  city: { admin: [...above, "rules.manage", "members.manage"], analyst: above, viewer: above },
  province: { admin: [...above, "rules.manage", "members.manage"], analyst: above, viewer: above },
};

/** True when the actor holds the permission. */
export const can = (actor: Actor, permission: Permission): boolean => granted[actor.orgKind][actor.role]?.includes(permission) ?? false;

/** Null when allowed, else the `forbidden` error to return. */
export const denial = (actor: Actor, permission: Permission): AppError | null => (can(actor, permission) ? null : appError("forbidden"));

/** True when organisations of a kind know the role; members can be given no other. */
export const offersRole = (kind: OrganisationKind, role: Role): boolean => granted[kind][role] !== undefined;
