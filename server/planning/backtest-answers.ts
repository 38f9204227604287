import type { TenantTx } from "@db/tenant";
import { findRunByHash, type RunStarter } from "@server/jobs/index";
import { ok } from "@server/kernel/result";
import type { DatasetHead } from "@server/statistics/contract";
import { listDatasets, loadDataset } from "@server/statistics/index";
import { answeredBy } from "./answers";
import type { AnswersService } from "./answers-contract";
import type { Backtest, ScenarioDocument } from "./contract";
import { defaultAssumptions } from "./defaults";
import { questionKinds } from "./kinds/registry";
import { groundOf, questionHash } from "./question";
import type { QuestionInput } from "./question-job";
import { notFound, type ScenarioAccess } from "./scenario-access";

/** Newest version of every year, newest year first. */
const newestOfYears = (heads: readonly DatasetHead[]): readonly DatasetHead[] =>
  heads.filter((head, index) => heads.findIndex(({ statisticsYear }) => statisticsYear === head.statisticsYear) === index);

/** The question that a year puts to the later ones: its own default assumptions, no lever. Null without a later year. */
const questionOf = async (
  tx: TenantTx,
  statisticsYear: number,
): Promise<{ readonly input: QuestionInput; readonly inputHash: string } | null> => {
  const years = newestOfYears(await listDatasets(tx));
  const base = years.find((head) => head.statisticsYear === statisticsYear);
  const later = years.filter((head) => head.statisticsYear > statisticsYear).reverse();
  const stored = base === undefined ? null : await loadDataset(tx, base.id);
  const last = later.at(-1);
  if (stored === null || last === undefined) return null;
  const document: ScenarioDocument = {
    format: "hengce.scenario/1",
    name: String(statisticsYear),
    horizonYears: last.statisticsYear - statisticsYear,
    assumptions: defaultAssumptions(stored.dataset),
    levers: [],
    annualBudgetWan: null,
  };
  const ground = await groundOf(tx, statisticsYear);
  const furtherHashes = later.map(({ contentHash }) => contentHash);
  return {
    input: {
      datasetId: stored.head.id,
      furtherIds: later.map(({ id }) => id),
      ruleSetId: ground.ruleSet.id,
      ruleSetVersion: ground.ruleSet.version,
      attested: ground.attested.values,
      document,
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

  askBacktest: (actor, statisticsYear) =>
    within(actor, "run.start", async (tx) => {
      const question = await questionOf(tx, statisticsYear);
      if (question === null) return notFound;
      return ok(await jobs.startRun(tx, actor, { kind: "backtest", scenarioId: null, subject: String(statisticsYear), ...question }));
    }),

  backtest: (actor, statisticsYear) =>
    within(actor, "scenario.read", async (tx) => {
      const question = await questionOf(tx, statisticsYear);
      const run = question === null ? null : await findRunByHash(tx, question.inputHash);
      if (run === null) return ok(null);
      return ok({ run, answered: await answeredBy<Backtest>(tx, run.id, questionKinds.backtest.format) });
    }),
});
