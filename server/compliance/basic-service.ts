import type { WithTenant } from "@db/tenant";
import { denial } from "@server/auth/permissions";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import { loadDataset, newestDataset } from "@server/statistics";
import { z } from "zod";
import type { BasicBalanceService } from "./basic-contract";
import { attestedOf, withAttested } from "./declarations-overlay";
import { judgeBasic } from "./engine/basic/judge";
import { columnsOfDataset } from "./engine/columns";
import { basic2012 } from "./rulesets/basic-2012";

/** Builds the service of basic balance. Judging is a matter of milliseconds, so nothing is stored. */
export const createBasicBalanceService = ({ withTenant }: { readonly withTenant: WithTenant }): BasicBalanceService => ({
  assess: async (actor, datasetId) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    return withTenant({ orgId: actor.orgId, userId: actor.userId }, async (tx) => {
      const wanted = datasetId ?? (await newestDataset(tx, null))?.id;
      if (wanted === undefined) return ok(null);
      const loaded = z.uuid().safeParse(wanted).success ? await loadDataset(tx, wanted) : null;
      if (loaded === null) return err(appError("not_found"));
      const attested = await attestedOf(tx, loaded.head.statisticsYear);
      return ok({ dataset: loaded.head, assessment: judgeBasic(columnsOfDataset(withAttested(loaded.dataset, attested)), basic2012) });
    });
  },
});
