import type { OrganisationKind, Role } from "@server/auth/contract";

/** Roles an administrator may give, by kind of organisation, each with the key of what it may do. */
export const rolesOffered = (kind: OrganisationKind): readonly { readonly role: Role; readonly help: string }[] =>
  kind === "county"
    ? [
        { role: "planner", help: "account:members.role_help.planner" },
        { role: "approver", help: "account:members.role_help.approver" },
        { role: "viewer", help: "account:members.role_help.viewer" },
        { role: "admin", help: "account:members.role_help.admin" },
      ]
    : [
        { role: "analyst", help: "account:members.role_help.analyst" },
        { role: "viewer", help: "account:members.role_help.viewer" },
        { role: "admin", help: "account:members.role_help.admin_reader" },
      ];
