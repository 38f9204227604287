import type { WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import { denial } from "@server/auth/permissions";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import type { Declaration, DeclarationService, DeclarationVersion } from "./declarations-contract";
import { declarationVersions, insertVersion, lockDeclaration, newestVersion, type StoredVersion } from "./declarations-repository";

const shown = ({ preparedById: _, ...version }: StoredVersion): DeclarationVersion => version;

const declarationOf = (item: string, versions: readonly StoredVersion[]): Declaration[] => {
  const history = versions.map(shown);
  const [newest] = history;
  if (newest === undefined) return [];
  return [{ item, newest, inForce: history.find(({ attestedAt }) => attestedAt !== null) ?? null, history }];
};

/** Declarations and their attestation (申明与署名确认). */
export const createDeclarationService = ({ withTenant }: { readonly withTenant: WithTenant }): DeclarationService => ({
  list: async (actor, statisticsYear) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    const byItem = await withTenant(actor, (tx) => declarationVersions(tx, statisticsYear));
    return ok([...byItem].flatMap(([item, versions]) => declarationOf(item, versions)));
  },

  prepare: async (actor, { statisticsYear, item, value, note }) => {
    const denied = denial(actor, "declaration.write");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      await lockDeclaration(tx, actor.orgId, statisticsYear, item);
      const newest = await newestVersion(tx, statisticsYear, item);
      const version = (newest?.version ?? 0) + 1;
      const prepared = { id: actor.userId, name: actor.displayName, at: new Date().toISOString() };
      const written = await insertVersion(tx, actor, { statisticsYear, item, version, value, note, prepared, attest: false });
      await recordAudit(tx, actor, "declaration.prepare", item, { statisticsYear, version, value: String(value) });
      return ok(written);
    });
  },

  attest: async (actor, { statisticsYear, item, version }) => {
    const denied = denial(actor, "declaration.attest");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      await lockDeclaration(tx, actor.orgId, statisticsYear, item);
      const newest = await newestVersion(tx, statisticsYear, item);
      if (newest === null) return err(appError("not_found"));
      if (newest.version !== version || newest.attestedAt !== null) return err(appError("conflict"));
      const { value, note } = newest;
      const prepared = { id: newest.preparedById, name: newest.preparedBy, at: newest.preparedAt };
      const written = await insertVersion(tx, actor, { statisticsYear, item, version: version + 1, value, note, prepared, attest: true });
      await recordAudit(tx, actor, "declaration.attest", item, { statisticsYear, version: version + 1, value: String(value) });
      return ok(written);
    });
  },
});
