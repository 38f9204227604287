import type { TenantTx } from "@db/tenant";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { loadDataset, newestDataset } from "@server/statistics";
import { z } from "zod";
import type { CountyAssessment } from "./contract";
import { attestedOf, withAttested } from "./declarations-overlay";
import { columnsOfDataset } from "./engine/columns";
import { compareRuleSets } from "./engine/compare";
import type { RuleSet } from "./engine/rule-set";
import type { AppliedLayer, ComparedSide, RulesComparison } from "./layers-contract";
import { layered, rulesInForceFor } from "./layers-effective";
import { layersInForce, layerVersions } from "./layers-repository";
import { appliedLayer } from "./layers-view";
import { ruleSetById, ruleSets } from "./rulesets/registry";

interface Side {
  readonly side: string;
  readonly title: RuleSet["title"];
  readonly layer: AppliedLayer | null;
}

/** Everything that a side of a comparison may name. */
export const knownSides = async (tx: TenantTx): Promise<readonly Side[]> => {
  const sides: Side[] = [];
  for (const { id, title } of ruleSets) {
    const versions = await layerVersions(tx, id);
    sides.push({ side: id, title, layer: null });
    if (versions.length === 0) continue;
    sides.push({ side: `${id}@national`, title, layer: null });
    sides.push(...versions.map((stored) => ({ side: `${id}@${stored.id}`, title, layer: appliedLayer({ stored, superseded: [] }) })));
  }
  return sides;
};

/** The rules that a side names; null when it names none that the organisation may see. */
const rulesOfSide = async (tx: TenantTx, side: string): Promise<RuleSet | null> => {
  const [id = "", version = null] = side.split("@");
  const base = ruleSetById(id);
  if (base === undefined) return null;
  if (version === null) return (await rulesInForceFor(tx, id))?.ruleSet ?? null;
  if (version === "national") return base;
  const stood = z.uuid().safeParse(version).success ? await layersInForce(tx, id, version) : [];
  return stood.length === 0 ? null : layered(base, stood).ruleSet;
};

const comparedSide = (side: string, judged: CountyAssessment): ComparedSide => ({
  side,
  ruleSet: judged.ruleSet,
  resource: judged.verdict,
  overall: judged.overall,
  failing: judged.failing,
  notEvaluable: judged.notEvaluable,
});

/** Judges the same data twice; nothing is stored. Null while the county has no data. */
export const compareRules = async (
  tx: TenantTx,
  datasetId: string | null,
  a: string,
  b: string,
): Promise<Result<RulesComparison | null, AppError>> => {
  if (datasetId !== null && !z.uuid().safeParse(datasetId).success) return err(appError("not_found"));
  const wanted = datasetId ?? (await newestDataset(tx, null))?.id;
  if (wanted === undefined) return ok(null);
  const loaded = await loadDataset(tx, wanted);
  const [left, right] = [await rulesOfSide(tx, a), await rulesOfSide(tx, b)];
  if (loaded === null || left === null || right === null) return err(appError("not_found"));
  const { statisticsYear } = loaded.head;
  const columns = columnsOfDataset(withAttested(loaded.dataset, await attestedOf(tx, statisticsYear)));
  const { a: one, b: other, ...differences } = compareRuleSets(columns, left, right);
  return ok({
    datasetId: wanted,
    statisticsYear,
    a: comparedSide(a, one),
    b: comparedSide(b, other),
    ...differences,
  });
};
