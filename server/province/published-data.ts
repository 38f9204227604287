import type { TenantTx } from "@db/tenant";
import { attestedOf, withAttested } from "@server/compliance/declarations-overlay";
import { rulesInForceFor } from "@server/compliance/layers-effective";
import { defaultAssumptions } from "@server/planning";
import type { ScenarioDocument } from "@server/planning/contract";
import type { CountyDataset } from "@server/statistics/contract";
import type { Digest } from "./digest";
import { failingItems, publishedCourse, wholeVerdict } from "./published-course";

/** The years that a county's own default assumptions lead to, without any measure. */
const baselineOf = (dataset: CountyDataset): ScenarioDocument => ({
  format: "hengce.scenario/1",
  name: "baseline",
  horizonYears: 10,
  assumptions: defaultAssumptions(dataset),
  levers: [],
  annualBudgetWan: null,
});

/** What a publication hands to the province beside its judgement: the dataset as attested, and the baseline that starts from it. */
export const publishedDataOf = async (
  tx: TenantTx,
  dataset: CountyDataset,
): Promise<{ readonly dataset: CountyDataset; readonly baseline: ScenarioDocument; readonly years: Digest["baseline"] }> => {
  const attested = withAttested(dataset, await attestedOf(tx, dataset.county.statisticsYear));
  const baseline = baselineOf(attested);
  const inForce = await rulesInForceFor(tx);
  const years = inForce === null ? [] : publishedCourse(attested, baseline, inForce.ruleSet);
  return {
    dataset: attested,
    baseline,
    years: years.map((one) => {
      const { year, verdict, failing, notEvaluable, distance, itemsNotEvaluable } = one;
      const whole = { verdict: wholeVerdict(one), itemsFailing: failingItems(one).length, itemsOpen: itemsNotEvaluable };
      return { year, verdict, failing, notEvaluable, distance, whole };
    }),
  };
};
