import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import type { CountyAssessment } from "./contract";
import { storedAssessmentSchema } from "./stored-assessment";

/** What identifies a stored judgement: the same dataset, rules and engine always give the same one. */
export interface AssessmentKey {
  readonly tenantId: string;
  readonly datasetId: string;
  readonly ruleSetId: string;
  readonly ruleSetVersion: string;
  readonly engineVersion: string;
  /** Hash of the declarations attested beside the dataset; empty while there are none. */
  readonly attestedHash: string;
}

/** The stored judgement, null when there is none yet. */
export const findAssessment = async (tx: TenantTx, key: AssessmentKey): Promise<CountyAssessment | null> => {
  const row = await tx
    .selectFrom("county.assessment")
    .select("result")
    .where("tenant_id", "=", key.tenantId)
    .where("dataset_id", "=", key.datasetId)
    .where("rule_set_id", "=", key.ruleSetId)
    .where("rule_set_version", "=", key.ruleSetVersion)
    .where("engine_version", "=", key.engineVersion)
    .where("attested_hash", "=", key.attestedHash)
    .executeTakeFirst();
  return row === undefined ? null : storedAssessmentSchema.parse(row.result);
};

/** Keeps a judgement; when another request kept the same one meanwhile, nothing changes. */
export const insertAssessment = async (tx: TenantTx, key: AssessmentKey, id: string, assessment: CountyAssessment): Promise<void> => {
  await tx
    .insertInto("county.assessment")
    .values({
      tenant_id: key.tenantId,
      id,
      dataset_id: key.datasetId,
      rule_set_id: key.ruleSetId,
      rule_set_version: key.ruleSetVersion,
      engine_version: key.engineVersion,
      attested_hash: key.attestedHash,
      verdict: assessment.verdict,
      failing: assessment.failing,
      result: jsonb(assessment),
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "dataset_id", "rule_set_id", "rule_set_version", "engine_version", "attested_hash"]).doNothing(),
    )
    .execute();
};
