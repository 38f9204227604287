import type { TenantTx, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial } from "@server/auth/permissions";
import type { RunStarter } from "@server/jobs/index";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { loadDataset, newestDataset } from "@server/statistics/index";
import { addScenario, nameTaken } from "./add-scenario";
import { askedDocument } from "./asked-document";
import { compareScenarios } from "./compare-scenarios";
import type { PlanningService, Scenario, ScenarioDocument, ScenarioSummary } from "./contract";
import { defaultAssumptions, planningDefaults } from "./defaults";
import { checkLevers, intakeShares, leverOutlines, progressionTable, withPlannedSchools } from "./engine/index";
import { answerOf, latestAnswer } from "./latest-answer";
import { freeName } from "./names";
import { newDocument } from "./new-document";
import { outcomesOf } from "./outcomes-repository";
import { type Ground, groundOf, questionHash } from "./question";
import type { QuestionInput } from "./question-job";
import { deleteScenario, findScenario, lastRuns, listScenarios, scenarioNames, updateScenario } from "./repository";
import { resultWorkbook } from "./result-workbook";
import { isId, notFound, scenarioAccess } from "./scenario-access";
import { scenarioOf } from "./scenario-view";
import { scenarioSchools } from "./schools";

const isUniqueViolation = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "23505";

const summaries = async (tx: TenantTx): Promise<readonly ScenarioSummary[]> => {
  const scenarios = await listScenarios(tx);
  const grounds = new Map<number, Ground>();
  for (const { baseYear } of scenarios) if (!grounds.has(baseYear)) grounds.set(baseYear, await groundOf(tx, baseYear));
  const hashes = scenarios.flatMap(({ datasetHash, baseYear, document }) => {
    const ground = grounds.get(baseYear);
    return ground === undefined ? [] : [questionHash(datasetHash, ground, document)];
  });
  const runs = await lastRuns(tx, hashes);
  const runOf = ({ id }: { readonly id: string }, index: number) =>
    runs.find((candidate) => candidate.inputHash === hashes[index]) ?? runs.find((candidate) => candidate.scenarioId === id);
  const outcomes = await outcomesOf(
    tx,
    scenarios.flatMap((scenario, index) => runOf(scenario, index)?.id ?? []),
  );
  return scenarios.map((scenario, index) => {
    const { id, name, version, datasetId, baseYear, leverCount, updatedAt, updatedBy, lockedAt } = scenario;
    const run = runOf(scenario, index);
    return {
      id,
      name,
      version,
      datasetId,
      baseYear,
      leverCount,
      updatedAt,
      updatedBy,
      lastRun:
        run === undefined
          ? null
          : { id: run.id, state: run.state, upToDate: run.inputHash === hashes[index], outcome: outcomes.get(run.id) ?? null },
      locked: lockedAt !== null,
    };
  });
};

const saveScenario = async (
  tx: TenantTx,
  actor: Actor,
  scenarioId: string,
  expectedVersion: number,
  document: ScenarioDocument,
): Promise<Result<Scenario, AppError>> => {
  const before = await findScenario(tx, scenarioId);
  if (before === null) return notFound;
  if (before.lockedAt !== null) return err(appError("scenario_locked"));
  if (before.version !== expectedVersion) return err(appError("scenario_changed_elsewhere"));
  const stored = await loadDataset(tx, before.datasetId);
  if (stored === null) return notFound;
  const issues = checkLevers(stored.dataset, document);
  if (issues.length > 0) return err(appError("invalid_input", undefined, issues));
  if (!(await updateScenario(tx, actor, scenarioId, expectedVersion, document))) return err(appError("scenario_changed_elsewhere"));
  await recordAudit(tx, actor, "scenario.save", scenarioId, { name: document.name, version: expectedVersion + 1 });
  const after = await findScenario(tx, scenarioId);
  return after === null ? notFound : ok(scenarioOf(after));
};

/** Builds the planning service. Projections are computed by workers; nothing here takes longer than a page may. */
export const createPlanningService = ({
  withTenant,
  jobs,
}: {
  readonly withTenant: WithTenant;
  readonly jobs: RunStarter;
}): PlanningService => {
  const { within, onScenario } = scenarioAccess(withTenant);
  return {
    list: (actor) => within(actor, "scenario.read", async (tx) => ok(await summaries(tx))),

    create: (actor, name) =>
      within(actor, "scenario.write", async (tx) => {
        const head = await newestDataset(tx, null);
        const stored = head === null ? null : await loadDataset(tx, head.id);
        if (stored === null) return err(appError("no_dataset"));
        return addScenario(tx, actor, "scenario.create", stored.head.id, newDocument(name, defaultAssumptions(stored.dataset)));
      }),

    get: (actor, scenarioId) =>
      onScenario(actor, "scenario.read", scenarioId, async (tx, scenario) => {
        const stored = await loadDataset(tx, scenario.datasetId);
        if (stored === null) return notFound;
        return ok({
          scenario: scenarioOf(scenario),
          dataset: stored.head,
          schools: scenarioSchools(stored.dataset, scenario.document.levers),
          outlines: leverOutlines(scenario.document),
        });
      }),

    save: async (actor, scenarioId, expectedVersion, document) => {
      if (!isId(scenarioId)) return denial(actor, "scenario.write") === null ? notFound : err(appError("forbidden"));
      try {
        return await within(actor, "scenario.write", (tx) => saveScenario(tx, actor, scenarioId, expectedVersion, document));
      } catch (error) {
        if (isUniqueViolation(error)) return nameTaken;
        throw error;
      }
    },

    duplicate: (actor, scenarioId) =>
      onScenario(actor, "scenario.write", scenarioId, async (tx, scenario) => {
        const name = freeName(scenario.name, await scenarioNames(tx));
        return addScenario(tx, actor, "scenario.duplicate", scenario.datasetId, { ...scenario.document, name });
      }),

    remove: (actor, scenarioId) =>
      onScenario(actor, "scenario.write", scenarioId, async (tx, scenario) => {
        if (!(await deleteScenario(tx, scenario.id))) return err(appError("scenario_locked"));
        await recordAudit(tx, actor, "scenario.remove", scenario.id, { name: scenario.name });
        return ok(null);
      }),

    startRun: (actor, scenarioId) =>
      onScenario(actor, "run.start", scenarioId, async (tx, scenario) => {
        const stored = await loadDataset(tx, scenario.datasetId);
        if (stored === null) return notFound;
        const issues = checkLevers(stored.dataset, scenario.document);
        if (issues.length > 0) return err(appError("invalid_input", undefined, issues));
        const ground = await groundOf(tx, scenario.baseYear);
        const input: QuestionInput = {
          datasetId: scenario.datasetId,
          furtherIds: [],
          ruleSetId: ground.ruleSet.id,
          ruleSetVersion: ground.ruleSet.version,
          attested: ground.attested.values,
          document: scenario.document,
          scenarioVersion: scenario.version,
          settings: null,
        };
        const inputHash = questionHash(scenario.datasetHash, ground, scenario.document);
        return ok(
          await jobs.startRun(tx, actor, { kind: "projection", scenarioId: scenario.id, subject: scenario.name, input, inputHash }),
        );
      }),

    result: (actor, runId) =>
      within(actor, "scenario.read", async (tx) => {
        const answer = isId(runId) ? await answerOf(tx, runId) : null;
        return answer === null ? notFound : ok(answer);
      }),

    latestResult: (actor, scenarioId) =>
      onScenario(actor, "scenario.read", scenarioId, async (tx, scenario) => ok(await latestAnswer(tx, scenario))),

    answered: (actor, scenarioId) =>
      onScenario(actor, "scenario.read", scenarioId, async (tx, scenario) => {
        const answer = await latestAnswer(tx, scenario);
        const stored = await loadDataset(tx, scenario.datasetId);
        if (answer === null || stored === null) return notFound;
        const document = await askedDocument(tx, answer.run.id);
        return ok({
          name: scenario.name,
          dataset: stored.head,
          schools: scenarioSchools(stored.dataset, document.levers),
          document,
          defaults: planningDefaults(stored.dataset),
          answer,
        });
      }),

    workbook: (actor, name, sheets) =>
      within(actor, "scenario.read", async () => ok({ fileName: `${name}.xlsx`, bytes: await resultWorkbook(sheets) })),

    compare: (actor, scenarioIds) => within(actor, "scenario.read", (tx) => compareScenarios(tx, scenarioIds)),

    defaults: (actor, scenarioId) =>
      onScenario(actor, "scenario.read", scenarioId, async (tx, scenario) => {
        const stored = await loadDataset(tx, scenario.datasetId);
        return stored === null ? notFound : ok(planningDefaults(stored.dataset));
      }),

    pupilFlows: (actor, scenarioId) =>
      onScenario(actor, "scenario.read", scenarioId, async (tx, { datasetId, document }) => {
        const stored = await loadDataset(tx, datasetId);
        if (stored === null) return notFound;
        const { dataset, origins } = withPlannedSchools(stored.dataset, document.levers);
        return ok({
          ratios: progressionTable(dataset, document.assumptions.progressionRatios, origins),
          shares: intakeShares(stored.dataset, document.assumptions),
        });
      }),
  };
};
