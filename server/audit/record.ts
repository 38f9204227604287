import { jsonb } from "@db/json";
import type { AuthTx, TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { v7 as uuidv7 } from "uuid";

type Details = Readonly<Record<string, string | number | null>>;
/** Whose act it is, and in whose log it stands. */
type Author = Pick<Actor, "orgId" | "userId" | "displayName">;

const line = (author: Author, action: string, subject: string, details: Details) => ({
  tenant_id: author.orgId,
  id: uuidv7(),
  user_id: author.userId,
  user_name: author.displayName,
  action,
  subject,
  details: jsonb(details),
});

/** Appends one line to the organisation's audit log, in the transaction of the act itself. No personal data in `details`. */
export const recordAudit = async (tx: TenantTx, actor: Actor, action: string, subject: string, details: Details = {}): Promise<void> => {
  await tx
    .insertInto("county.audit_entry")
    .values(line(actor, action, subject, details))
    .execute();
};

/** What happens to accounts: the sign-in role writes it and cannot read it, and writes of nothing else. */
export type AccountAction = "member.add" | "member.remove" | "account.password";

/** The same for an act on members and passwords; `author` must be a member of the organisation when the line is written. */
export const recordAccountAudit = async (
  tx: AuthTx,
  author: Author,
  action: AccountAction,
  subject: string,
  details: Details = {},
): Promise<void> => {
  await tx
    .insertInto("county.audit_entry")
    .values(line(author, action, subject, details))
    .execute();
};
