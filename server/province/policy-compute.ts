import { complianceEngineVersion, type RuleSet } from "@server/compliance/engine/index";
import type { ComputeWatch } from "@server/jobs/contract";
import type { AnswerWithReceipt } from "@server/planning/answer-question";
import { type ScenarioDocument, scenarioDocumentSchema } from "@server/planning/contract";
import { checkLevers, planningEngineVersion } from "@server/planning/engine/index";
import { contentHash } from "@server/platform/hash";
import { type CountyDataset, countyDatasetSchema } from "@server/statistics/contract";
import { z } from "zod";
import { changedRules, changedScenario, provincePays } from "./policy-change";
import { type PolicyAnswer, type PolicyChange, type PolicyCounty, type PolicyYear, policyChangeSchema } from "./policy-contract";
import { publishedCourse } from "./published-course";

const countySchema = z.strictObject({
  countyId: z.string(),
  countyCode: z.string(),
  countyName: z.string(),
  cityName: z.string().nullable(),
  publicationId: z.string(),
  datasetHash: z.string(),
  data: z.strictObject({ dataset: z.unknown(), baseline: z.unknown() }).nullable(),
});
type Sent = z.infer<typeof countySchema>;

const payloadSchema = z.strictObject({
  statisticsYear: z.number().int(),
  horizonYears: z.number().int(),
  change: policyChangeSchema,
  counties: z.array(countySchema),
  unpublished: z.number().int(),
  ruleSet: z.custom<RuleSet>(
    (value) => z.object({ id: z.string(), version: z.string(), indicators: z.array(z.unknown()) }).safeParse(value).success,
  ),
});
export type PolicyPayload = z.infer<typeof payloadSchema>;

const sumOf = (years: readonly PolicyYear[]): number =>
  years.reduce((sum, { capitalWan, recurrentWan }) => sum + capitalWan + recurrentWan, 0);

const courseOf = (dataset: CountyDataset, document: ScenarioDocument, ruleSet: RuleSet): PolicyYear[] =>
  publishedCourse(dataset, document, ruleSet).map(({ itemsNotEvaluable: _open, binding, ...year }) => ({ ...year, binding: [...binding] }));

/** One county with and without the change; the data are parsed here, where nothing else waits. */
const tryCounty = (sent: Sent, horizonYears: number, ruleSet: RuleSet, rules: RuleSet, change: PolicyChange): PolicyCounty => {
  const { data, ...county } = sent;
  const nothing = { ...county, unchanged: [], changed: [], provinceWan: 0, countyWan: 0 };
  if (data === null) return { ...nothing, left: "no_data" };
  const dataset = countyDatasetSchema.parse(data.dataset);
  const baseline = { ...scenarioDocumentSchema.parse(data.baseline), horizonYears };
  const scenario = changedScenario(baseline, change, dataset, ruleSet);
  if (checkLevers(dataset, scenario).length > 0) return { ...nothing, left: "impossible" };
  const changed = courseOf(dataset, scenario, rules);
  const total = sumOf(changed);
  const provinceWan = provincePays(change, total, scenario);
  return {
    ...county,
    unchanged: courseOf(dataset, baseline, ruleSet),
    changed,
    provinceWan,
    countyWan: total - provinceWan,
    left: null,
  };
};

/** Tries one change over all published counties; says after each how many are done. */
export const computePolicy = (payload: unknown, watch: ComputeWatch): AnswerWithReceipt => {
  const { counties, statisticsYear, horizonYears, change, ruleSet, unpublished } = payloadSchema.parse(payload);
  const rules = changedRules(ruleSet, change);
  if (rules === null) throw new Error(`the rules know no such value: ${change.kind}`);
  const started = performance.now();
  const tried = counties.map((county, done) => {
    const total = counties.length;
    watch.report(done / total, { key: "county", params: { name: county.countyName, done: done + 1, total } });
    return tryCounty(county, horizonYears, ruleSet, rules, change);
  });
  const result: PolicyAnswer = {
    format: "hengce.policy/1",
    statisticsYear,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    change,
    horizonYears,
    counties: tried,
    unpublished,
  };
  return {
    result,
    receipt: {
      datasetHash: contentHash(counties.map(({ datasetHash }) => datasetHash)),
      scenarioHash: contentHash({ change, horizonYears }),
      ruleSet: result.ruleSet,
      complianceEngine: complianceEngineVersion,
      planningEngine: planningEngineVersion,
      computeMs: performance.now() - started,
      resultHash: contentHash(result),
    },
  };
};
