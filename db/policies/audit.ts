import { type TableAccess, tenantPolicy } from "./model";

/** What the sign-in role may write of: members and passwords, which no tenant transaction can see. */
const accountActions = "action in ('member.add', 'member.remove', 'account.password')";
/** Only into the log of an organisation that the person named on the line works for. */
const ownOrganisation = "(tenant_id, user_id) in (select org_id, user_id from auth.membership)";

/** Append only: nobody the application runs as can change or remove a line. */
export const auditTables: readonly TableAccess[] = [
  {
    table: "county.audit_entry",
    grants: { hengce_web: ["select", "insert"], hengce_worker: ["select", "insert"], hengce_auth: ["insert"] },
    policies: [
      tenantPolicy("hengce_web", "hengce_worker"),
      { name: "accounts", roles: ["hengce_auth"], command: "insert", rows: `${accountActions} and ${ownOrganisation}` },
    ],
  },
];
