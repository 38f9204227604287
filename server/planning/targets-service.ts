import type { TenantTx, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { assessStored } from "@server/compliance/index";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { loadDataset, newestDataset } from "@server/statistics/index";
import { latestAnswer } from "./latest-answer";
import { findScenario, type StoredScenario } from "./repository";
import { notFound, scenarioAccess } from "./scenario-access";
import type { TargetsService, TargetTable } from "./targets-contract";
import { type TargetsDocument, targetsDocumentSchema } from "./targets-document";
import { adoptedScenario, adoptScenario, findTargets, storeTargets } from "./targets-repository";
import { type LoadedYear, targetTable } from "./targets-table";
import { targetsWorkbook } from "./targets-workbook";

const locked = err(appError("scenario_locked"));
const refused = err(appError("invalid_input", undefined, [{ path: "years", message: "targets.form.years" }]));
/** Years of the official table unless somebody chose others. */
const usualYears = 5;

const usual = ({ baseYear }: StoredScenario): TargetsDocument => ({
  format: "hengce.targets/1",
  fromYear: baseYear + 1,
  toYear: baseYear + usualYears,
  rows: {},
});

/** The newest data of each year of the table, judged by the rules in force. */
const loadedYears = async (tx: TenantTx, actor: Actor, { fromYear, toYear }: TargetsDocument): Promise<readonly LoadedYear[]> => {
  const found: LoadedYear[] = [];
  for (let year = fromYear; year <= toYear; year++) {
    const head = await newestDataset(tx, year);
    const stored = head === null ? null : await loadDataset(tx, head.id);
    const judged = head === null ? null : await assessStored(tx, actor, head.id);
    if (stored !== null && judged !== null) found.push({ year, dataset: stored.dataset, assessment: judged.assessment });
  }
  return found;
};

const tableOf = async (tx: TenantTx, actor: Actor, scenario: StoredScenario): Promise<Result<TargetTable, AppError>> => {
  const { targets, adopted } = await findTargets(tx, scenario.id);
  const document = targets ?? usual(scenario);
  const base = await assessStored(tx, actor, scenario.datasetId);
  const answer = await latestAnswer(tx, scenario);
  if (base === null) return notFound;
  return ok(targetTable({ scenario, document, adopted, base: base.assessment, answer, loaded: await loadedYears(tx, actor, document) }));
};

/** Builds the service of annual targets. */
export const createTargetsService = ({ withTenant }: { readonly withTenant: WithTenant }): TargetsService => {
  const { within, onScenario } = scenarioAccess(withTenant);
  const change = (actor: Actor, scenarioId: string, edit: (before: TargetsDocument) => unknown) =>
    onScenario(actor, "scenario.write", scenarioId, async (tx, scenario) => {
      const { targets } = await findTargets(tx, scenario.id);
      const parsed = targetsDocumentSchema.safeParse(edit(targets ?? usual(scenario)));
      if (!parsed.success) return refused;
      if (!(await storeTargets(tx, scenario.id, parsed.data))) return locked;
      await recordAudit(tx, actor, "scenario.targets", scenario.id, { name: scenario.name });
      return ok(null);
    });
  return {
    table: (actor, scenarioId) => onScenario(actor, "scenario.read", scenarioId, (tx, scenario) => tableOf(tx, actor, scenario)),

    ofCounty: (actor) =>
      within(actor, "scenario.read", async (tx): Promise<Result<TargetTable | null, AppError>> => {
        const id = await adoptedScenario(tx);
        const scenario = id === null ? null : await findScenario(tx, id);
        return scenario === null ? ok(null) : tableOf(tx, actor, scenario);
      }),

    write: (actor, scenarioId, row, byYear) =>
      change(actor, scenarioId, (before) => {
        const kept = { ...before.rows[row], ...byYear };
        const written = Object.fromEntries(Object.entries(kept).filter(([, target]) => target !== null));
        return { ...before, rows: { ...before.rows, [row]: written } };
      }),

    setYears: (actor, scenarioId, fromYear, toYear) => change(actor, scenarioId, (before) => ({ ...before, fromYear, toYear })),

    adopt: (actor, scenarioId) =>
      onScenario(actor, "scenario.lock", scenarioId, async (tx, scenario) => {
        await adoptScenario(tx, scenario.id);
        await recordAudit(tx, actor, "scenario.adopt", scenario.id, { name: scenario.name });
        return ok(null);
      }),

    workbook: (actor, sheet) =>
      within(actor, "scenario.read", async () => ok({ fileName: `${sheet.name}.xlsx`, bytes: await targetsWorkbook(sheet) })),
  };
};
