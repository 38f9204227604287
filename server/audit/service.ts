import type { WithTenant } from "@db/tenant";
import { denial } from "@server/auth/permissions";
import { err, ok } from "@server/kernel/result";
import { spreadsheetText } from "@server/kernel/spreadsheet-text";
import { type AuditService, maxExportedLines } from "./contract";
import { auditLines, countAuditLines } from "./repository";

/** A cell of a CSV file; one that a spreadsheet would take for a formula is made text. */
const cell = (text: string): string => `"${spreadsheetText(text).replaceAll('"', '""')}"`;

/** 操作日志: who did what and when in one organisation. */
export const createAuditService = ({ withTenant }: { readonly withTenant: WithTenant }): AuditService => ({
  lines: async (actor, query) => {
    const denied = denial(actor, "audit.read");
    if (denied) return err(denied);
    return withTenant(actor, async (tx) =>
      ok({ total: await countAuditLines(tx, actor.orgId, query), lines: await auditLines(tx, actor.orgId, query, query.limit) }),
    );
  },

  exported: async (actor, query, { fileName, headings, action }) => {
    const denied = denial(actor, "audit.read");
    if (denied) return err(denied);
    const lines = await withTenant(actor, (tx) => auditLines(tx, actor.orgId, { ...query, offset: 0 }, maxExportedLines));
    const rows = [
      headings,
      ...lines.map((line) => [line.at, line.userName, action(line.action), line.subject, JSON.stringify(line.details)]),
    ];
    const text = rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
    return ok({ fileName, bytes: new TextEncoder().encode(`\uFEFF${text}`) });
  },
});
