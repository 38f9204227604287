import { complianceEngineVersion, type RuleSet } from "@server/compliance/engine/index";
import type { ComputeWatch } from "@server/jobs/contract";
import type { AnswerWithReceipt } from "@server/planning/answer-question";
import { type ScenarioDocument, scenarioDocumentSchema } from "@server/planning/contract";
import { planningEngineVersion } from "@server/planning/engine/index";
import type { CourseYear } from "@server/planning/outlook-contract";
import { countyFrontier } from "@server/planning/solver/county-frontier";
import { loadSolver } from "@server/planning/solver/highs";
import { contentHash } from "@server/platform/hash";
import { type CountyDataset, countyDatasetSchema } from "@server/statistics/contract";
import { z } from "zod";
import { allocate, type Grant } from "./allocate";
import {
  type AllocationAnswer,
  allocationRequestSchema,
  type FrontierAnswer,
  type FrontierCounty,
  frontierAnswerSchema,
  frontierFormat,
  frontierRequestSchema,
  type WholeThen,
} from "./portfolio-contract";
import { failingItems, publishedCourse, wholeVerdict } from "./published-course";

const sentCountySchema = z.strictObject({
  countyId: z.string(),
  countyCode: z.string(),
  countyName: z.string(),
  cityName: z.string().nullable(),
  publicationId: z.string(),
  datasetHash: z.string(),
  data: z.strictObject({ dataset: z.unknown(), baseline: z.unknown() }).nullable(),
});

const frontierPayloadSchema = z.strictObject({
  request: frontierRequestSchema,
  counties: z.array(sentCountySchema),
  ruleSet: z.custom<RuleSet>(
    (value) => z.object({ id: z.string(), version: z.string(), indicators: z.array(z.unknown()) }).safeParse(value).success,
  ),
});
export type FrontierPayload = z.infer<typeof frontierPayloadSchema>;

/** Works of a year ahead are the least, planning and building a school take three. */
const leadYears = 3;

const receiptOf = (
  result: unknown,
  asked: { readonly datasets: readonly string[]; readonly request: unknown; readonly ruleSet: { id: string; version: string } },
  started: number,
): AnswerWithReceipt => ({
  result,
  receipt: {
    datasetHash: contentHash(asked.datasets),
    scenarioHash: contentHash(asked.request),
    ruleSet: { id: asked.ruleSet.id, version: asked.ruleSet.version },
    complianceEngine: complianceEngineVersion,
    planningEngine: planningEngineVersion,
    computeMs: performance.now() - started,
    resultHash: contentHash(result),
  },
});

/** Where a county stands as a whole in a year of a scenario; each scenario is projected once. */
const wholeThen = (dataset: CountyDataset, ruleSet: RuleSet): ((scenario: ScenarioDocument | null, year: number) => WholeThen | null) => {
  const courses = new Map<ScenarioDocument, readonly CourseYear[]>();
  return (scenario, year) => {
    if (scenario === null) return null;
    const course = courses.get(scenario) ?? publishedCourse(dataset, scenario, ruleSet);
    courses.set(scenario, course);
    const found = course.find((one) => one.year === year);
    return found === undefined ? null : { verdict: wholeVerdict(found), failing: failingItems(found), open: found.itemsNotEvaluable };
  };
};

/** The budget–year frontier of every published county; says at each county how many are done. */
export const computeFrontier = async (payload: unknown, watch: ComputeWatch): Promise<AnswerWithReceipt> => {
  const { counties, request, ruleSet } = frontierPayloadSchema.parse(payload);
  const { statisticsYear, horizonYears, effort } = request;
  const started = performance.now();
  const targetYears = Array.from({ length: horizonYears - 1 }, (_, index) => statisticsYear + 2 + index);
  const found: FrontierCounty[] = [];
  for (const { data, ...county } of counties) {
    const say = (points: number) =>
      watch.report((found.length + points / targetYears.length) / counties.length, {
        key: "county",
        params: { name: county.countyName, done: found.length + 1, total: counties.length },
      });
    say(0);
    if (data === null) {
      found.push({ ...county, points: [], left: "no_data" });
      continue;
    }
    const dataset = countyDatasetSchema.parse(data.dataset);
    const document = { ...scenarioDocumentSchema.parse(data.baseline), horizonYears };
    let points = 0;
    const frontier = await countyFrontier(dataset, document, ruleSet, { targetYears, leadYears, effort }, () => {
      points += 1;
      say(points);
    });
    const whole = wholeThen(dataset, ruleSet);
    found.push({
      ...county,
      points: frontier.map(({ scenario, ...point }) => ({ ...point, years: [...point.years], whole: whole(scenario, point.targetYear) })),
      left: null,
    });
  }
  const result: FrontierAnswer = {
    format: frontierFormat,
    request,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    counties: found,
  };
  return receiptOf(result, { datasets: counties.map(({ datasetHash }) => datasetHash), request, ruleSet }, started);
};

const allocationPayloadSchema = z.strictObject({ request: allocationRequestSchema, frontier: frontierAnswerSchema });
export type AllocationPayload = z.infer<typeof allocationPayloadSchema>;

/** Budgets that the curve looks at, as multiples of the one asked for. */
const curveFactors = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2] as const;
const mostDelay = 3;
/** What the solver may do for one selection. */
const effortEach = { main: 20, further: 6 } as const;

/** Which counties to push by which year; the same with other budgets, and with a grant that begins later. */
export const computeAllocation = async (payload: unknown, watch: ComputeWatch): Promise<AnswerWithReceipt> => {
  const { request, frontier } = allocationPayloadSchema.parse(payload);
  const { statisticsYear, horizonYears } = frontier.request;
  const { annualBudgetWan, carryOver, provinceShare } = request;
  const started = performance.now();
  const highs = await loadSolver();
  const lastYear = statisticsYear + horizonYears;
  const grant: Grant = { annualBudgetWan, carryOver, provinceShare, firstYear: statisticsYear + 1, lastYear };
  const main = allocate(highs, frontier.counties, grant, effortEach.main);
  const steps = curveFactors.length + mostDelay;
  let done = 0;
  const further = (changed: Partial<Grant>) => {
    done += 1;
    watch.report(done / (steps + 1));
    return allocate(highs, frontier.counties, { ...grant, ...changed }, effortEach.further).totals;
  };
  const result: AllocationAnswer = {
    format: "hengce.allocation/1",
    request,
    statisticsYear,
    lastYear,
    solver: `HiGHS ${highs.version.string}`,
    totals: main.totals,
    counties: frontier.counties.map(({ countyId, publicationId }) => ({
      countyId,
      publicationId,
      targetYear: main.chosen.get(countyId) ?? null,
    })),
    curve: curveFactors.map((factor) => {
      const budget = annualBudgetWan * factor;
      return { annualBudgetWan: budget, ...(factor === 1 ? main.totals : further({ annualBudgetWan: budget })) };
    }),
    delays: [
      { years: 0, ...main.totals },
      ...Array.from({ length: mostDelay }, (_, index) => ({
        years: index + 1,
        ...further({ firstYear: grant.firstYear + index + 1 }),
      })),
    ],
  };
  const datasets = frontier.counties.map(({ datasetHash }) => datasetHash);
  return receiptOf(result, { datasets, request, ruleSet: frontier.ruleSet }, started);
};
