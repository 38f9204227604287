import type { TenantTx, WithTenant } from "@db/tenant";
import { findRun, type RunStarter } from "@server/jobs/index";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { loadDataset } from "@server/statistics/index";
import { addScenario } from "./add-scenario";
import { answeredBy, isUpToDate } from "./answers";
import type { AnswersService, QuestionView, ScenarioQuestion, ScenarioQuestions } from "./answers-contract";
import { findQuestion, runsOfKind } from "./answers-repository";
import { backtestAnswers } from "./backtest-answers";
import {
  attributionSettingsSchema,
  type PlanAnswer,
  planRequestSchema,
  type ScenarioDocument,
  scenarioDocumentSchema,
  uncertaintySettingsSchema,
} from "./contract";
import { checkLevers } from "./engine/index";
import { kindOf } from "./kinds/registry";
import { freeName } from "./names";
import { groundOf, questionHash } from "./question";
import type { QuestionInput } from "./question-job";
import { recomputeAnswers } from "./recompute-answers";
import { type StoredScenario, scenarioNames } from "./repository";
import { isId, notFound, scenarioAccess } from "./scenario-access";
import { withStatedRanges } from "./stated-ranges";

const lookedThrough = 5;
const usualYearsAhead = 3;

const schemas = {
  montecarlo: uncertaintySettingsSchema,
  attribution: attributionSettingsSchema,
  plan: planRequestSchema,
} as const;

const formats: Readonly<Record<ScenarioQuestion, string>> = {
  montecarlo: "hengce.montecarlo/1",
  attribution: "hengce.attribution/1",
  plan: "hengce.plan/1",
};

/** What is asked unless the planner says otherwise. */
const defaultsOf = (question: ScenarioQuestion, { baseYear, document }: StoredScenario): unknown =>
  question === "plan" ? { targetYear: baseYear + Math.min(usualYearsAhead, document.horizonYears) } : {};

type Settings<K extends ScenarioQuestion> = ScenarioQuestions[K]["settings"];

const readSettings = <K extends ScenarioQuestion>(question: K, settings: unknown): Result<Settings<K>, AppError> => {
  const parsed = schemas[question].safeParse(settings);
  // Which schema belongs to which question is said by `schemas`; the compiler does not follow the index.
  if (parsed.success) return ok(parsed.data as Settings<K>);
  return err(
    appError(
      "invalid_input",
      undefined,
      parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: "planning.form.invalid" })),
    ),
  );
};

const viewOf = async <K extends ScenarioQuestion>(tx: TenantTx, scenario: StoredScenario, question: K): Promise<QuestionView<K>> => {
  const runIds = await runsOfKind(tx, scenario.id, question, lookedThrough);
  let answered: QuestionView<K>["answered"] = null;
  for (const id of runIds) {
    const found = await answeredBy<ScenarioQuestions[K]["answer"]>(tx, id, formats[question]);
    if (found === null) continue;
    answered = { ...found, upToDate: isUpToDate(found, scenario, await groundOf(tx, scenario.baseYear)) };
    break;
  }
  const [newest] = runIds;
  const asked = newest === undefined ? null : await findQuestion(tx, newest);
  const input = asked?.input as Partial<QuestionInput> | undefined;
  const settings = readSettings(question, input?.settings);
  const defaults = readSettings(question, defaultsOf(question, scenario));
  if (!defaults.ok) throw new Error(`the defaults of ${question} are refused by their own schema`);
  return {
    run: newest === undefined ? null : await findRun(tx, newest),
    settings: settings.ok ? settings.value : defaults.value,
    answered,
  };
};

const planOf = (answer: PlanAnswer, which: "plan" | "robust"): ScenarioDocument | null => {
  const plan = which === "plan" ? answer.plan : (answer.robust?.plan ?? null);
  return plan === null ? null : scenarioDocumentSchema.parse(plan.scenario);
};

/** Builds the service of questions. Answers are computed by workers; nothing here takes longer than a page may. */
export const createAnswersService = ({
  withTenant,
  jobs,
}: {
  readonly withTenant: WithTenant;
  readonly jobs: RunStarter;
}): AnswersService => {
  const access = scenarioAccess(withTenant);
  return {
    ask: (actor, scenarioId, question, asked) =>
      access.onScenario(actor, "run.start", scenarioId, async (tx, scenario) => {
        const read = readSettings(question, asked);
        if (!read.ok) return read;
        const settings = await withStatedRanges(tx, scenario.id, read.value);
        const asks = kindOf(question);
        if (asks === undefined) return notFound;
        const { kind } = asks;
        const stored = await loadDataset(tx, scenario.datasetId);
        if (stored === null) return notFound;
        const { dataset } = stored;
        const { document } = scenario;
        const impossible = checkLevers(dataset, document);
        const issues = impossible.length > 0 ? impossible : asks.issues({ dataset, document, settings });
        if (issues.length > 0) return err(appError("invalid_input", undefined, issues));
        const ground = await groundOf(tx, scenario.baseYear);
        const input: QuestionInput = {
          datasetId: scenario.datasetId,
          furtherIds: [],
          ruleSetId: ground.ruleSet.id,
          ruleSetVersion: ground.ruleSet.version,
          attested: ground.attested.values,
          document,
          scenarioVersion: scenario.version,
          settings,
        };
        const inputHash = questionHash(scenario.datasetHash, ground, document, {
          kind,
          settings,
          furtherHashes: [],
        });
        return ok(await jobs.startRun(tx, actor, { kind, scenarioId: scenario.id, subject: scenario.name, input, inputHash }));
      }),

    view: (actor, scenarioId, question) =>
      access.onScenario(actor, "scenario.read", scenarioId, async (tx, scenario) => ok(await viewOf(tx, scenario, question))),

    openPlan: (actor, runId, which) =>
      access.within(actor, "scenario.write", async (tx) => {
        const asked = isId(runId) ? await findQuestion(tx, runId) : null;
        const found = asked?.kind === "plan" ? await answeredBy<PlanAnswer>(tx, runId, formats.plan) : null;
        const document = found === null ? null : planOf(found.answer, which);
        const input = asked?.input as Partial<QuestionInput> | undefined;
        if (document === null || input?.datasetId === undefined) return notFound;
        const name = freeName(document.name, await scenarioNames(tx));
        return addScenario(tx, actor, "scenario.from_plan", input.datasetId, { ...document, name });
      }),

    ...backtestAnswers(access, jobs),
    ...recomputeAnswers(access, jobs),
  };
};
