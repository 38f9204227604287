import type { WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import { complianceEngineVersion } from "@server/compliance/engine/index";
import { attestedOf, rulesInForceFor, withAttested } from "@server/compliance/index";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import { loadDataset } from "@server/statistics/index";
import { commentsOf, deleteOwnComment, insertComment } from "./comments-repository";
import { planningEngineVersion } from "./engine/index";
import { findScenario, updateScenario } from "./repository";
import { isId, notFound, scenarioAccess } from "./scenario-access";
import { scenarioOf } from "./scenario-view";
import { findVersion, insertVersion, lockScenario, unlockScenario, versionsOf } from "./versions-repository";
import { commentSchema, versionNameSchema, type WorkspaceService } from "./workspace-contract";

const refused = (path: string) => err(appError("invalid_input", undefined, [{ path, message: "workspace.form.empty_or_long" }]));
const nameTaken = err(appError("conflict", undefined, [{ path: "name", message: "workspace.versions.name_taken" }]));
const locked = err(appError("scenario_locked"));

/** Builds the workspace service: what surrounds a scenario's document. */
export const createWorkspaceService = ({ withTenant }: { readonly withTenant: WithTenant }): WorkspaceService => {
  const { onScenario } = scenarioAccess(withTenant);
  return {
    base: (actor, scenarioId) =>
      onScenario(actor, "scenario.read", scenarioId, async (tx, scenario) => {
        const [stored, rules] = [await loadDataset(tx, scenario.datasetId), await rulesInForceFor(tx)];
        if (stored === null || rules === null) return notFound;
        return ok({
          dataset: withAttested(stored.dataset, await attestedOf(tx, stored.head.statisticsYear)),
          ruleSet: rules.ruleSet,
          engines: { compliance: complianceEngineVersion, planning: planningEngineVersion },
        });
      }),

    comments: (actor, scenarioId) =>
      onScenario(actor, "scenario.read", scenarioId, async (tx, { id }) => ok(await commentsOf(tx, id, actor.userId))),

    comment: (actor, scenarioId, draft) =>
      onScenario(actor, "scenario.comment", scenarioId, async (tx, { id }) => {
        const parsed = commentSchema.safeParse(draft);
        if (!parsed.success) return refused("text");
        await insertComment(tx, actor, id, parsed.data);
        await recordAudit(tx, actor, "scenario.comment", id);
        return ok(null);
      }),

    withdrawComment: (actor, scenarioId, commentId) =>
      onScenario(actor, "scenario.comment", scenarioId, async (tx, { id }) => {
        if (!isId(commentId) || !(await deleteOwnComment(tx, actor, id, commentId))) return notFound;
        await recordAudit(tx, actor, "scenario.withdraw_comment", id);
        return ok(null);
      }),

    versions: (actor, scenarioId) => onScenario(actor, "scenario.read", scenarioId, async (tx, { id }) => ok(await versionsOf(tx, id))),

    versionDocument: (actor, scenarioId, versionId) =>
      onScenario(actor, "scenario.read", scenarioId, async (tx, { id }) => {
        const version = isId(versionId) ? await findVersion(tx, id, versionId) : null;
        return version === null ? notFound : ok(version.document);
      }),

    nameVersion: (actor, scenarioId, name) =>
      onScenario(actor, "scenario.write", scenarioId, async (tx, scenario) => {
        const parsed = versionNameSchema.safeParse(name);
        if (!parsed.success) return refused("name");
        if (!(await insertVersion(tx, actor, scenario, parsed.data))) return nameTaken;
        await recordAudit(tx, actor, "scenario.name_version", scenario.id, { name: parsed.data, version: scenario.version });
        return ok(null);
      }),

    restore: (actor, scenarioId, versionId, expectedVersion) =>
      onScenario(actor, "scenario.write", scenarioId, async (tx, scenario) => {
        const version = isId(versionId) ? await findVersion(tx, scenario.id, versionId) : null;
        if (version === null) return notFound;
        if (scenario.lockedAt !== null) return locked;
        const document = { ...version.document, name: scenario.document.name };
        if (!(await updateScenario(tx, actor, scenario.id, expectedVersion, document))) return err(appError("scenario_changed_elsewhere"));
        await recordAudit(tx, actor, "scenario.restore", scenario.id, { name: version.name, version: expectedVersion + 1 });
        const after = await findScenario(tx, scenario.id);
        return after === null ? notFound : ok(scenarioOf(after));
      }),

    lock: (actor, scenarioId) =>
      onScenario(actor, "scenario.lock", scenarioId, async (tx, { id }) => {
        if (await lockScenario(tx, actor, id)) await recordAudit(tx, actor, "scenario.lock", id);
        return ok(null);
      }),

    unlock: (actor, scenarioId) =>
      onScenario(actor, "scenario.lock", scenarioId, async (tx, { id }) => {
        await unlockScenario(tx, id);
        await recordAudit(tx, actor, "scenario.unlock", id);
        return ok(null);
      }),
  };
};
