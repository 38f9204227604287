import type { TenantTx } from "@db/tenant";
import { findRunByHash, type RunStarter } from "@server/jobs/index";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import type { CountyDataset, DatasetHead } from "@server/statistics/contract";
import { listDatasets, loadDataset } from "@server/statistics/index";
import { answeredBy } from "./answers";
import type { AnswersService, BacktestQuestion } from "./answers-contract";
import type { Assumptions, Backtest, ScenarioDocument } from "./contract";
import { defaultAssumptions } from "./defaults";
import { checkLevers } from "./engine/index";
import { questionKinds } from "./kinds/registry";
import { groundOf, questionHash } from "./question";
import type { QuestionInput } from "./question-job";
import { findScenario } from "./repository";
import { isId, notFound, type ScenarioAccess } from "./scenario-access";

/** Newest version of every year, newest year first. */
const newestOfYears = (heads: readonly DatasetHead[]): readonly DatasetHead[] =>
  heads.filter((head, index) => heads.findIndex(({ statisticsYear }) => statisticsYear === head.statisticsYear) === index);

/** Null for a scenario that the county does not have. */
const assumptionsFor = async (tx: TenantTx, dataset: CountyDataset, scenarioId: string | null): Promise<Assumptions | null> => {
  if (scenarioId === null) return defaultAssumptions(dataset);
  const scenario = isId(scenarioId) ? await findScenario(tx, scenarioId) : null;
  return scenario?.document.assumptions ?? null;
};

/** Pupils entered for other years than those compared say nothing about them. */
const ofYears = (assumptions: Assumptions, first: number, last: number): Assumptions => {
  const isCompared = ({ year }: { readonly year: number }): boolean => year >= first && year <= last;
  return {
    ...assumptions,
    entrantNumbers: assumptions.entrantNumbers.filter(isCompared),
    netTransfers: assumptions.netTransfers.filter(isCompared),
  };
};

interface Asked {
  readonly dataset: CountyDataset;
  readonly input: QuestionInput;
  readonly inputHash: string;
}

/** The question that a year puts to the later ones, without any lever. Null without a later year or without those assumptions. */
const questionOf = async (tx: TenantTx, { statisticsYear, assumptionsOf }: BacktestQuestion): Promise<Asked | null> => {
  const years = newestOfYears(await listDatasets(tx));
  const base = years.find((head) => head.statisticsYear === statisticsYear);
  const later = years.filter((head) => head.statisticsYear > statisticsYear).reverse();
  const stored = base === undefined ? null : await loadDataset(tx, base.id);
  const last = later.at(-1);
  if (stored === null || last === undefined) return null;
  const assumptions = await assumptionsFor(tx, stored.dataset, assumptionsOf);
  if (assumptions === null) return null;
  const document: ScenarioDocument = {
    format: "hengce.scenario/1",
    name: String(statisticsYear),
    horizonYears: last.statisticsYear - statisticsYear,
    assumptions: ofYears(assumptions, statisticsYear + 1, last.statisticsYear),
    levers: [],
    annualBudgetWan: null,
  };
  const ground = await groundOf(tx, statisticsYear);
  const furtherHashes = later.map(({ contentHash }) => contentHash);
  return {
    dataset: stored.dataset,
    input: {
      datasetId: stored.head.id,
      furtherIds: later.map(({ id }) => id),
      ruleSetId: ground.ruleSet.id,
      ruleSetVersion: ground.ruleSet.version,
      attested: ground.attested.values,
      document,
      scenarioVersion: null,
      settings: null,
    },
    inputHash: questionHash(stored.head.contentHash, ground, document, { kind: "backtest", settings: null, furtherHashes }),
  };
};

/** Back-tests of a county's own years. */
export const backtestAnswers = (
  { within }: ScenarioAccess,
  jobs: RunStarter,
): Pick<AnswersService, "backtestYears" | "askBacktest" | "backtest"> => ({
  backtestYears: (actor) => within(actor, "scenario.read", async (tx) => ok(newestOfYears(await listDatasets(tx)))),

  askBacktest: (actor, question) =>
    within(actor, "run.start", async (tx) => {
      const asked = await questionOf(tx, question);
      if (asked === null) return notFound;
      const { dataset, input, inputHash } = asked;
      const issues = checkLevers(dataset, input.document);
      if (issues.length > 0) return err(appError("invalid_input", undefined, issues));
      const { statisticsYear, assumptionsOf } = question;
      const subject = String(statisticsYear);
      return ok(await jobs.startRun(tx, actor, { kind: "backtest", scenarioId: assumptionsOf, subject, input, inputHash }));
    }),

  backtest: (actor, question) =>
    within(actor, "scenario.read", async (tx) => {
      const asked = await questionOf(tx, question);
      const run = asked === null ? null : await findRunByHash(tx, asked.inputHash);
      if (run === null) return ok(null);
      return ok({ run, answered: await answeredBy<Backtest>(tx, run.id, questionKinds.backtest.format) });
    }),
});
