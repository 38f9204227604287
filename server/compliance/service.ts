import type { TenantTx, WithTenant } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { denial } from "@server/auth/permissions";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import { findDataset, loadDataset, newestDataset } from "@server/statistics";
import type { DatasetHead } from "@server/statistics/contract";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { ComplianceService, CountyAssessment } from "./contract";
import { attestedOf, withAttested } from "./declarations-overlay";
import { columnsOfDataset } from "./engine/columns";
import { explain, explainItem, explainStatement } from "./engine/explain";
import { complianceEngineVersion, judgeCounty } from "./engine/judge";
import { sourceOf } from "./figure-source";
import { rulesInForceFor } from "./layers-effective";
import { type AssessmentKey, findAssessment, insertAssessment } from "./repository";

/** A text that is no id names no dataset. */
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/**
 * The judgement of a stored dataset and what is attested beside it by the rules in force, from store or computed and kept. Null when the actor's county has no
 * such dataset. Runs in the caller's transaction.
 */
export const assessStored = async (
  tx: TenantTx,
  actor: Actor,
  datasetId: string,
): Promise<{ readonly dataset: DatasetHead; readonly assessment: CountyAssessment } | null> => {
  const head = isId(datasetId) ? await findDataset(tx, datasetId) : null;
  const inForce = await rulesInForceFor(tx);
  if (head === null || inForce === null) return null;
  const { ruleSet } = inForce;
  const attested = await attestedOf(tx, head.statisticsYear);
  const key: AssessmentKey = {
    tenantId: actor.orgId,
    datasetId,
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    engineVersion: complianceEngineVersion,
    attestedHash: attested.hash,
  };
  const stored = await findAssessment(tx, key);
  if (stored !== null) return { dataset: head, assessment: stored };
  const loaded = await loadDataset(tx, datasetId);
  if (loaded === null) return null;
  const assessment = judgeCounty(columnsOfDataset(withAttested(loaded.dataset, attested)), ruleSet);
  await insertAssessment(tx, key, uuidv7(), assessment);
  return { dataset: head, assessment };
};

/** A dataset as attested, with the rules in force; null when the county has none of that id. */
const openDataset = async (tx: TenantTx, datasetId: string) => {
  const loaded = isId(datasetId) ? await loadDataset(tx, datasetId) : null;
  const inForce = await rulesInForceFor(tx);
  if (loaded === null || inForce === null) return null;
  const attested = await attestedOf(tx, loaded.head.statisticsYear);
  return { loaded, ruleSet: inForce.ruleSet, columns: columnsOfDataset(withAttested(loaded.dataset, attested)) };
};

/** Builds the compliance service. Judging is a matter of milliseconds, so it is done in the request. */
export const createComplianceService = ({ withTenant }: { readonly withTenant: WithTenant }): ComplianceService => ({
  assess: async (actor, datasetId) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    return withTenant({ orgId: actor.orgId, userId: actor.userId }, async (tx) => {
      const wanted = datasetId ?? (await newestDataset(tx, null))?.id;
      if (wanted === undefined) return ok(null);
      const assessed = await assessStored(tx, actor, wanted);
      return assessed === null ? err(appError("not_found")) : ok(assessed);
    });
  },

  explain: async (actor, datasetId, query) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      const opened = await openDataset(tx, datasetId);
      const explanation = opened === null ? null : explain(opened.columns, opened.ruleSet, query);
      if (opened === null || explanation === null) return err(appError("not_found"));
      return ok({ ...explanation, ...sourceOf(opened.loaded, explanation.inputs) });
    });
  },

  explainItem: async (actor, datasetId, item) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      const opened = await openDataset(tx, datasetId);
      if (opened === null) return err(appError("not_found"));
      const explanation = explainItem(opened.columns, opened.ruleSet, item);
      return ok({ ...explanation, ...sourceOf(opened.loaded, explanation.inputs) });
    });
  },

  explainStatement: async (actor, datasetId, id) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      const opened = await openDataset(tx, datasetId);
      const explanation = opened === null ? null : explainStatement(opened.columns, opened.ruleSet, id);
      if (opened === null || explanation === null) return err(appError("not_found"));
      return ok({ ...explanation, ...sourceOf(opened.loaded, explanation.inputs) });
    });
  },
});
