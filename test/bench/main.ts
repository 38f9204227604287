import assert from "node:assert/strict";
import { demoPassword } from "@db/seeds/demo/accounts";
import { exampleScenarios } from "@db/seeds/demo/scenarios";
import { countyOfSize } from "@db/seeds/small-county";
import { ruleSetById } from "@server/compliance";
import { columnsOfDataset, defaultDate, itemVerdicts, judgeColumns, judgeCounty, rulesInForce } from "@server/compliance/engine/index";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { defaultAssumptions } from "@server/planning";
import type { ScenarioDocument } from "@server/planning/contract";
import { project, projector } from "@server/planning/engine/index";
import { leanYear } from "@server/planning/engine/lean-year";
import { rulesByYear } from "@server/planning/engine/rules-by-year";
import { inOrder, questionOf, simulate } from "@server/planning/engine/simulate";
import { canonicalDataset, parseCountyWorkbook, writeCountyWorkbook } from "@server/statistics";
import type { CountyDataset } from "@server/statistics/contract";
import { benchInstallation } from "./database";
import { type Figure, figureHead, figureLine, measure } from "./figures";
import { signIn } from "./http";

/*
 * Figures for a county of 120 schools. Times are printed, never asserted: they belong to the machine.
 * Wrong results end with exit code 1. With BENCH_URL (and BENCH_EMAIL, BENCH_PASSWORD) the assessment
 * pages of a running product are measured over HTTP; unless said, its demonstration county of 120 schools.
 */
const schools = 120;
const largestDemoPlanner = "planner.990122@example.invalid";
const assessmentPages = ["/assessment/summary", "/assessment/schools", "/assessment/balance"] as const;

const unwrapped = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const ruleSet = ruleSetById("quality-2017");
if (ruleSet === undefined) throw new Error("rule set quality-2017 is missing");

/** The county with one school's area changed, so that every import has something to store. */
const varied = (dataset: CountyDataset, round: number): CountyDataset => ({
  ...dataset,
  schools: dataset.schools.map((school, row) =>
    row === 0 ? { ...school, facilities: { ...school.facilities, sportsFieldAreaM2: 20_000 + round } } : school,
  ),
});

/** R² identity: CV² = N·Σ(R²/P)/T² − 1, a second way to the same coefficient. */
const checkIdentity = (dataset: CountyDataset): void => {
  const { stages } = judgeCounty(columnsOfDataset(dataset), ruleSet);
  for (const stage of [stages.primary, stages.junior]) {
    const parts = stage.sections.map(({ indicators, pupils }) => ({
      resource: indicators.R4.numerator ?? Number.NaN,
      pupils: pupils ?? Number.NaN,
    }));
    const sum = (read: (part: (typeof parts)[number]) => number): number => parts.reduce((total, part) => total + read(part), 0);
    const squared =
      (sum(({ pupils }) => pupils) * sum(({ resource, pupils }) => resource ** 2 / pupils)) / sum(({ resource }) => resource) ** 2 - 1;
    assert.ok(
      Math.abs((stage.balance.R4.cv ?? Number.NaN) - Math.sqrt(squared)) < 1e-9,
      "the coefficient of variation breaks its identity",
    );
  }
};

const computing = async (dataset: CountyDataset, workbook: Uint8Array): Promise<readonly Figure[]> => {
  const columns = columnsOfDataset(dataset);
  const assessment = judgeCounty(columns, ruleSet);
  checkIdentity(dataset);
  const scenario = exampleScenarios(assessment, defaultAssumptions(dataset)).at(-1);
  if (scenario === undefined) throw new Error("there is no example scenario");
  const projection = project(dataset, scenario, ruleSet);
  assert.equal(projection.years.length, 11);
  assert.equal(projection.baseline[0]?.failing, assessment.failing, "the base year is not judged as the assessment is");
  const judgedAlike = (answer: typeof assessment): void => assert.deepEqual(answer, assessment, "two judgements of one county differ");
  return [
    await measure(
      "parse the workbook in this process",
      10,
      () => parseCountyWorkbook(workbook),
      (parsed) => assert.deepEqual(parsed.ok ? parsed.value.dataset : parsed.error, dataset, "the workbook reads back differently"),
    ),
    await measure("judge the county: dataset to assessment", 200, () => judgeCounty(columnsOfDataset(dataset), ruleSet), judgedAlike),
    await measure("judge the county: columns to assessment", 200, () => judgeCounty(columns, ruleSet), judgedAlike),
    await measure(
      `project 10 years, without and with ${scenario.levers.length} levers`,
      30,
      () => project(dataset, scenario, ruleSet),
      ({ compliance }) => assert.deepEqual(compliance, projection.compliance, "two runs of one question differ"),
    ),
    ...(await repeating(dataset, scenario)),
  ];
};

/** The parts of a projection that loops over scenarios and a moved lever repeat. */
const repeating = async (dataset: CountyDataset, scenario: ScenarioDocument): Promise<readonly Figure[]> => {
  const columns = columnsOfDataset(dataset);
  const rules = rulesInForce(ruleSet, defaultDate(dataset.county.statisticsYear));
  const judged = judgeColumns(columns, rules);
  const { overall } = judgeCounty(columns, ruleSet);
  const question = questionOf(dataset, scenario);
  const levers = inOrder(scenario.levers);
  const rulesOf = rulesByYear(ruleSet);
  const projected = project(dataset, scenario, ruleSet);
  const edit = projector(dataset, ruleSet);
  const edited = (round: number): ScenarioDocument => ({
    ...scenario,
    levers: scenario.levers.map((lever) => (lever.type === "hire_teachers" ? { ...lever, count: lever.count + (round % 5) } : lever)),
  });
  edit(scenario);
  return [
    await measure(
      "verdicts of the 25 items and of the whole, one year in columns",
      200,
      () => itemVerdicts(columns, judged, rules),
      (answer) => assert.deepEqual(answer.overall, overall, "verdicts without reasons differ from those with them"),
    ),
    await measure(
      `10 years with ${levers.length} levers, judged in columns`,
      30,
      () => {
        const failing: number[] = [];
        simulate(question, levers, ruleSet, (state) => failing.push(leanYear(state, question, rulesOf(state.year)).failing));
        return failing;
      },
      (failing) =>
        assert.deepEqual(
          failing,
          projected.trial.map((year) => year.failing),
          "years judged in columns differ from the projection",
        ),
    ),
    await measure(
      "one lever changed: the new answer",
      30,
      (round) => ({ round, answer: edit(edited(round)) }),
      ({ round, answer }) =>
        assert.deepEqual(answer.cost, project(dataset, edited(round), ruleSet).cost, "a kept baseline changes the answer"),
    ),
  ];
};

const throughServices = async (dataset: CountyDataset): Promise<readonly Figure[]> => {
  const { services, planner, close } = await benchInstallation(dataset.county);
  const rounds = 5;
  const workbooks: Uint8Array[] = [];
  for (let round = -3; round < rounds; round++) workbooks.push(await writeCountyWorkbook(varied(dataset, round)));
  try {
    const importing = await measure(
      "import a workbook: upload, preview, commit",
      rounds,
      async (round) => {
        const bytes = workbooks[round + 3];
        if (bytes === undefined) throw new Error("a workbook is missing");
        const outcome = unwrapped(
          await services.statistics.upload(planner, { files: [{ fileName: "county.xlsx", bytes }], statisticsYear: null }),
        );
        if (outcome.kind !== "preview") throw new Error(`the workbook is rejected: ${JSON.stringify(outcome.issues[0])}`);
        return unwrapped(await services.statistics.commit(planner, outcome.preview.uploadId));
      },
      ({ dataset: head, unchanged }) => assert.deepEqual([head.schoolCount, unchanged], [schools, false]),
    );
    const expected = judgeCounty(columnsOfDataset(canonicalDataset(varied(dataset, rounds - 1))), ruleSet);
    const assessing = await measure(
      "assessment through the service, stored after the first",
      100,
      async () => unwrapped(await services.compliance.assess(planner, null)),
      (answer) => assert.deepEqual(answer?.assessment, expected, "the service answers differently from the engine"),
    );
    return [importing, assessing];
  } finally {
    await close();
  }
};

const overHttp = async (origin: string): Promise<readonly Figure[]> => {
  const email = process.env["BENCH_EMAIL"] ?? largestDemoPlanner;
  const visitor = await signIn(origin, email, process.env["BENCH_PASSWORD"] ?? demoPassword);
  const figures: Figure[] = [];
  for (const path of assessmentPages) {
    figures.push(
      await measure(
        `GET ${path} over HTTP`,
        100,
        () => visitor.page(path),
        (page) => assert.match(page, /<main/, `${path} is no page`),
      ),
    );
  }
  return figures;
};

try {
  const dataset = canonicalDataset(countyOfSize(schools, 1));
  const workbook = await writeCountyWorkbook(dataset);
  const origin = process.env["BENCH_URL"];
  const figures = [
    ...(await computing(dataset, workbook)),
    ...(await throughServices(dataset)),
    ...(origin === undefined ? [] : await overHttp(origin)),
  ];
  const body = [`A county of ${schools} schools, Node ${process.versions.node}:`, "", figureHead, ...figures.map(figureLine), ""];
  process.stdout.write(`${body.join("\n")}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
