import { type AuditQuery, auditQuerySchema } from "@server/audit/contract";

/** Filters of the log as they stand in the address; an empty choice is none, anything unknown falls back. */
export const auditQuery = (request: Request): AuditQuery =>
  auditQuerySchema.parse(Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== "")));
