import type { TenantTx } from "@db/tenant";
import type { AppError } from "@server/kernel/errors";
import { ok, type Result } from "@server/kernel/result";
import { loadDataset } from "@server/statistics/index";
import { askedDocument } from "./asked-document";
import { compareProjections } from "./compare";
import { type ComparedScenario, mostCompared, type Projection, type ScenarioComparison, type ScenarioSchool } from "./contract";
import { latestAnswer } from "./latest-answer";
import { findScenario } from "./repository";
import { isId, notFound } from "./scenario-access";
import { scenarioSchools } from "./schools";

/** Newest answers of some scenarios of one tenant side by side. An id that is none, or another county's, is `not_found`. */
export const compareScenarios = async (tx: TenantTx, scenarioIds: readonly string[]): Promise<Result<ScenarioComparison, AppError>> => {
  const answered: { readonly side: ComparedScenario; readonly projection: Projection }[] = [];
  const unanswered: ScenarioComparison["unanswered"][number][] = [];
  const schools = new Map<string, ScenarioSchool>();
  for (const id of [...new Set(scenarioIds)].slice(0, mostCompared)) {
    const scenario = isId(id) ? await findScenario(tx, id) : null;
    const stored = scenario === null ? null : await loadDataset(tx, scenario.datasetId);
    if (scenario === null || stored === null) return notFound;
    for (const school of scenarioSchools(stored.dataset, scenario.document.levers)) schools.set(school.code, school);
    const answer = await latestAnswer(tx, scenario);
    if (answer === null) {
      unanswered.push({ scenarioId: id, name: scenario.name });
      continue;
    }
    const document = await askedDocument(tx, answer.run.id);
    answered.push({
      side: {
        scenarioId: id,
        name: scenario.name,
        runId: answer.run.id,
        upToDate: answer.upToDate,
        baseYear: answer.projection.baseYear,
        datasetHash: answer.receipt.datasetHash,
        ruleSet: answer.receipt.ruleSet,
        assumptions: document.assumptions,
        annualBudgetWan: document.annualBudgetWan,
      },
      projection: answer.projection,
    });
  }
  return ok({
    scenarios: answered.map(({ side }) => side),
    unanswered,
    comparison: answered.length < 2 ? null : compareProjections(answered.map(({ projection }) => projection)),
    schools: [...schools.values()],
  });
};
