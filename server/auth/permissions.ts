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
  "run.read",
  "run.start",
  "publication.read",
  "publication.write",
  "review.read",
  "review.sign",
  "review.decide",
  "finding.write",
  "comparison.read",
  "policy.write",
  "members.manage",
  "audit.read",
] as const;
export type Permission = (typeof permissions)[number];

const read: readonly Permission[] = ["data.read", "rules.read", "scenario.read", "run.read", "publication.read", "review.read"];
const prepare: readonly Permission[] = [
  "data.write",
  "declaration.write",
  "evidence.write",
  "scenario.write",
  "scenario.comment",
  "run.start",
  "finding.write",
];
const above: readonly Permission[] = ["comparison.read", "rules.read", "review.read"];
const review: readonly Permission[] = ["review.decide", "finding.write"];
const computeBelow: readonly Permission[] = ["run.read", "run.start"];
const tryPolicies: readonly Permission[] = ["policy.write"];
const granted: Readonly<Record<OrganisationKind, Partial<Record<Role, readonly Permission[]>>>> = {
  county: {
    admin: [...read, ...prepare, "scenario.lock", "declaration.attest", "rules.manage", "members.manage", "audit.read"],
    planner: [...read, ...prepare],
    approver: [
      ...read,
      "scenario.comment",
      "scenario.lock",
      "declaration.attest",
      "publication.write",
      "review.sign",
      "finding.write",
      "audit.read",
    ],
    viewer: read,
  },
  city: {
    admin: [...above, ...review, ...computeBelow, "rules.manage", "members.manage", "audit.read"],
    analyst: [...above, ...review, ...computeBelow],
    viewer: [...above, "run.read"],
  },
  province: {
    admin: [...above, ...review, ...computeBelow, ...tryPolicies, "rules.manage", "members.manage", "audit.read"],
    analyst: [...above, ...review, ...computeBelow, ...tryPolicies],
    viewer: [...above, "run.read"],
  },
};

/** True when the actor holds the permission. */
export const can = (actor: Actor, permission: Permission): boolean => granted[actor.orgKind][actor.role]?.includes(permission) ?? false;

/** Null when allowed, else the `forbidden` error to return. */
export const denial = (actor: Actor, permission: Permission): AppError | null => (can(actor, permission) ? null : appError("forbidden"));

/** True when organisations of a kind know the role; members can be given no other. */
export const offersRole = (kind: OrganisationKind, role: Role): boolean => granted[kind][role] !== undefined;
