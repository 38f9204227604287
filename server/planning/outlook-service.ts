import type { TenantTx, WithTenant } from "@db/tenant";
import { complianceEngineVersion } from "@server/compliance/engine/index";
import { attestedOf, rulesInForceFor, withAttested } from "@server/compliance/index";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import { loadDataset } from "@server/statistics/index";
import { addScenario } from "./add-scenario";
import { defaultAssumptions, planningDefaults } from "./defaults";
import { checkLevers, outlook, planningEngineVersion } from "./engine/index";
import { freeName } from "./names";
import { newDocument } from "./new-document";
import type { OutlookService } from "./outlook-contract";
import { scenarioNames } from "./repository";
import { isId, notFound, scenarioAccess } from "./scenario-access";

const horizonYears = 5;

/** The county's data as attested, and the rules in force for it. */
const countyOf = async (tx: TenantTx, datasetId: string) => {
  const loaded = isId(datasetId) ? await loadDataset(tx, datasetId) : null;
  const rules = await rulesInForceFor(tx);
  if (loaded === null || rules === null) return null;
  return { dataset: withAttested(loaded.dataset, await attestedOf(tx, loaded.head.statisticsYear)), ruleSet: rules.ruleSet };
};

/** Builds the outlook service. Five years are a matter of milliseconds, so they are computed in the request and not stored. */
export const createOutlookService = ({ withTenant }: { readonly withTenant: WithTenant }): OutlookService => {
  const { within } = scenarioAccess(withTenant);
  return {
    outlook: (actor, datasetId) =>
      within(actor, "data.read", async (tx) => {
        const county = await countyOf(tx, datasetId);
        if (county === null) return notFound;
        return ok(outlook(county.dataset, defaultAssumptions(county.dataset), county.ruleSet, horizonYears));
      }),

    base: (actor, datasetId) =>
      within(actor, "scenario.read", async (tx) => {
        const county = await countyOf(tx, datasetId);
        if (county === null) return notFound;
        return ok({
          ...county,
          engines: { compliance: complianceEngineVersion, planning: planningEngineVersion },
          document: newDocument("advice", defaultAssumptions(county.dataset)),
          defaults: planningDefaults(county.dataset).levers,
        });
      }),

    take: (actor, datasetId, name, levers) =>
      within(actor, "scenario.write", async (tx) => {
        const loaded = isId(datasetId) ? await loadDataset(tx, datasetId) : null;
        if (loaded === null) return notFound;
        const named = await scenarioNames(tx);
        const document = {
          ...newDocument(named.has(name) ? freeName(name, named) : name, defaultAssumptions(loaded.dataset)),
          levers: levers.map((lever, index) => ({ ...lever, id: `L${index + 1}` })),
        };
        const issues = checkLevers(loaded.dataset, document);
        if (issues.length > 0) return err(appError("invalid_input", undefined, issues));
        return addScenario(tx, actor, "scenario.create", datasetId, document);
      }),
  };
};
