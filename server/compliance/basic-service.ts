import type { TenantTx, WithTenant } from "@db/tenant";
import { denial } from "@server/auth/permissions";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import { loadDataset, newestDataset, type StoredDataset } from "@server/statistics";
import { z } from "zod";
import type { BasicBalanceService } from "./basic-contract";
import { attestedOf, withAttested } from "./declarations-overlay";
import { explainBasic } from "./engine/basic/explain";
import { judgeBasic } from "./engine/basic/judge";
import type { BasicRuleSet } from "./engine/basic/rule-set";
import { type CountyColumns, columnsOfDataset } from "./engine/columns";
import { sourceOf } from "./figure-source";
import { basicRulesInForceFor } from "./layers-effective";

/** A dataset of the organisation with what was attested beside it, and the rules in force; null for an unknown id. */
const judgeable = async (
  tx: TenantTx,
  datasetId: string,
): Promise<{ readonly loaded: StoredDataset; readonly columns: CountyColumns; readonly ruleSet: BasicRuleSet } | null> => {
  const loaded = z.uuid().safeParse(datasetId).success ? await loadDataset(tx, datasetId) : null;
  if (loaded === null) return null;
  const attested = await attestedOf(tx, loaded.head.statisticsYear);
  const { ruleSet } = await basicRulesInForceFor(tx);
  return { loaded, columns: columnsOfDataset(withAttested(loaded.dataset, attested)), ruleSet };
};

/** Builds the service of basic balance. Judging is a matter of milliseconds, so nothing is stored. */
export const createBasicBalanceService = ({ withTenant }: { readonly withTenant: WithTenant }): BasicBalanceService => ({
  assess: async (actor, datasetId) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    return withTenant({ orgId: actor.orgId, userId: actor.userId }, async (tx) => {
      const wanted = datasetId ?? (await newestDataset(tx, null))?.id;
      if (wanted === undefined) return ok(null);
      const found = await judgeable(tx, wanted);
      if (found === null) return err(appError("not_found"));
      return ok({ dataset: found.loaded.head, assessment: judgeBasic(found.columns, found.ruleSet) });
    });
  },

  explain: async (actor, datasetId, query) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    return withTenant({ orgId: actor.orgId, userId: actor.userId }, async (tx) => {
      const found = await judgeable(tx, datasetId);
      const explanation = found === null ? null : explainBasic(found.columns, found.ruleSet, query);
      if (found === null || explanation === null) return err(appError("not_found"));
      return ok({ ...explanation, ...sourceOf(found.loaded, explanation.inputs) });
    });
  },
});
