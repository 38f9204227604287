import type { WithTenant } from "@db/tenant";
import { denial } from "@server/auth/permissions";
import { attestedOf, rulesInForceFor, withAttested } from "@server/compliance/index";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import { loadDataset } from "@server/statistics/index";
import { defaultAssumptions } from "./defaults";
import { outlook } from "./engine/index";
import type { OutlookService } from "./outlook-contract";
import { isId } from "./scenario-access";

const horizonYears = 5;

/** Builds the outlook service. Five years are a matter of milliseconds, so they are computed in the request and not stored. */
export const createOutlookService = ({ withTenant }: { readonly withTenant: WithTenant }): OutlookService => ({
  outlook: async (actor, datasetId) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      const loaded = isId(datasetId) ? await loadDataset(tx, datasetId) : null;
      const rules = await rulesInForceFor(tx);
      if (loaded === null || rules === null) return err(appError("not_found"));
      const dataset = withAttested(loaded.dataset, await attestedOf(tx, loaded.head.statisticsYear));
      return ok(outlook(dataset, defaultAssumptions(dataset), rules.ruleSet, horizonYears));
    });
  },
});
