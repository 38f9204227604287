import type { TableAccess } from "./model";

/** Accounts are met before any tenant is known; only the sign-in role reaches them. */
export const accountTables: readonly TableAccess[] = [
  {
    table: "auth.app_user",
    grants: { hengce_auth: ["select", "insert", "update (display_name, password_hash, password_changed_at, disabled_at)"] },
    policies: { none: true, reason: "one person may work for several organisations" },
  },
  {
    table: "auth.membership",
    grants: { hengce_auth: ["select", "insert", "update (role)", "delete"] },
    policies: { none: true, reason: "read at sign-in to find out which organisations a person works for" },
  },
  {
    table: "auth.session",
    grants: { hengce_auth: ["select", "insert", "update (org_id, last_seen_at, revoked_at)", "delete"] },
    policies: { none: true, reason: "looked up by the hash of its token before the organisation is known" },
  },
  {
    table: "auth.sign_in_event",
    grants: { hengce_auth: ["insert"] },
    policies: { none: true, reason: "sign-ins that fail belong to no organisation; append only" },
  },
];
