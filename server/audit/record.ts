import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { v7 as uuidv7 } from "uuid";

/** Appends one line to the organisation's audit log, in the transaction of the act itself. No personal data in `details`. */
export const recordAudit = async (
  tx: TenantTx,
  actor: Actor,
  action: string,
  subject: string,
  details: Readonly<Record<string, string | number | null>> = {},
): Promise<void> => {
  await tx
    .insertInto("county.audit_entry")
    .values({
      tenant_id: actor.orgId,
      id: uuidv7(),
      user_id: actor.userId,
      user_name: actor.displayName,
      action,
      subject,
      details: jsonb(details),
    })
    .execute();
};
