import type { TenantTx } from "@db/tenant";
import { z } from "zod";
import type { AuditLine, AuditQuery } from "./contract";

const detailsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]).catch(null));

const day = 24 * 60 * 60 * 1000;
/** Days are those of China, where all users work. */
const startOf = (date: string): Date => new Date(`${date}T00:00:00+08:00`);

const found = (tx: TenantTx, orgId: string, { topic, from, to }: AuditQuery) => {
  let query = tx.selectFrom("county.audit_entry").where("tenant_id", "=", orgId);
  if (topic !== null) query = query.where("action", "like", `${topic}.%`);
  if (from !== null) query = query.where("at", ">=", startOf(from));
  if (to !== null) query = query.where("at", "<", new Date(startOf(to).getTime() + day));
  return query;
};

/** Lines of the log that a query asks for, newest first. */
export const auditLines = async (tx: TenantTx, orgId: string, query: AuditQuery, limit: number): Promise<readonly AuditLine[]> => {
  const rows = await found(tx, orgId, query)
    .select(["id", "at", "user_name", "action", "subject", "details"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .offset(query.offset)
    .limit(limit)
    .execute();
  return rows.map(({ id, at, user_name, action, subject, details }) => ({
    id,
    at: at.toISOString(),
    userName: user_name,
    action,
    subject,
    details: detailsSchema.parse(details),
  }));
};

/** How many lines a query finds. */
export const countAuditLines = async (tx: TenantTx, orgId: string, query: AuditQuery): Promise<number> => {
  const row = await found(tx, orgId, query)
    .select((expression) => expression.fn.countAll<string>().as("lines"))
    .executeTakeFirst();
  return Number(row?.lines ?? 0);
};
